// What libical gives away, taken back. For the files of this room that know libical.
#pragma once

#include <libical/ical.h>

#include <memory>

namespace rytm {

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
struct FreeZone {
  void operator()(icaltimezone* zone) const { icaltimezone_free(zone, 1); }
};
using OwnedComponent = std::unique_ptr<icalcomponent, FreeComponent>;  // with all inside it
using OwnedZone = std::unique_ptr<icaltimezone, FreeZone>;

}  // namespace rytm
