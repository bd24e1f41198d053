// A proposal as JSON: what the API takes, and what the command line makes of its options.
//
// {"changes": [{"slots": ["alby.ks.meeting.2027-05-19", "ks/meeting@2027-05-19"],
//               "set": {"day": "2027-05-26"}, "reason-kind": "place", "reason": "…"},
//              {"series": "ks/meeting", "from": "2027-08-01", "set": {"place": "salen"}},
//              {"series": "ks/meeting", "add": "2027-06-02", "set": {"at": "10:00"}},
//              {"slots": ["…"], "step": "notice", "set": {"day": "2027-05-12"}}]}
#pragma once

#include "app/change.h"
#include "base/json.h"

namespace rytm {

// "ks/meeting@2027-05-19" means the meeting that stands on that day in the plan. Refused
// (kBadInput): anything that is not as above, every problem at its pointer; (kNotFound) where all
// that is wrong is that there are no such meetings.
Result<Proposal> ReadProposal(const Json& json, const Plan& plan);

}  // namespace rytm
