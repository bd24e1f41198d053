// The places a decided plan names, found in the rule file or added to it.
#pragma once

#include <map>
#include <string>

#include "organisation/organisation.h"

namespace rytm {

struct PlaceFound {
  std::string id;
  Text instead;  // not empty: no such place, but one that is called nearly so
};

class DecidedPlaces {
 public:
  // By id or name, in any case and without regard to signs. A name that is like none of the
  // organisation's is a place to add, with an id made of it.
  PlaceFound Find(const Organisation& organisation, const std::string& name);

  const std::map<std::string, std::string>& added() const { return added_; }  // id → name

 private:
  std::map<std::string, std::string> added_;
};

}  // namespace rytm
