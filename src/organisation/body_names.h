// What people call a body in a table or a mail, and which body they mean.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/organisation.h"

namespace rytm {

// Knows each body of the organisation, which must outlive it, by id, short name and name in both
// languages; in any case, with or without the marks of å, ä and ö, hyphens and blanks ("KS-AU",
// "ks au"), a genitive s, a short name in parentheses ("Kommunstyrelsen (KS)"), and the words
// sammanträde or möte after it.
class BodyNames {
 public:
  explicit BodyNames(const Organisation& organisation);

  // The body called so; nullptr if none is, or more than one.
  const Body* Find(std::string_view text) const;

  // `Menade du "Kommunstyrelsen"?`, or else some of the names.
  Text DidYouMeanBody(std::string_view text) const;

 private:
  const Body* FindKey(const std::string& key) const;

  std::map<std::string, const Body*, std::less<>> by_key_;  // nullptr: two bodies are called so
  std::vector<std::string_view> names_;
};

}  // namespace rytm
