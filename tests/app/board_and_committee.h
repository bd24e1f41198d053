// A board that meets three times, and a committee that meets once.
#pragma once

namespace rytm {

inline constexpr const char* kBoardAndCommittee = R"({
  "organisation": {"id": "alby", "name": {"sv": "Alby kommun"}, "host": "alby.example", "zone": "Europe/Stockholm"},
  "window": {"from": "2027-01-01", "until": "2027-12-31"},
  "bodies": [
    {"id": "ks", "kind": "executive-board", "name": {"sv": "Kommunstyrelsen"},
     "series": [{"id": "meeting", "when": {"dates": ["2027-01-13", "2027-02-10", "2027-03-10"]}, "at": "13:30", "lasts": "PT3H"}]},
    {"id": "sn", "kind": "committee", "name": {"sv": "Socialnämnden"},
     "series": [{"id": "meeting", "when": {"dates": ["2027-01-27"]}, "at": "09:00", "lasts": "PT3H"}]}
  ]
})";

}  // namespace rytm
