// What may stand in the record of a person: the one door for tables, forms and the command line.
// Control characters are refused, not taken away: names and addresses stand in the heads of mails,
// where a line break would begin another field.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "organisation/organisation.h"
#include "organisation/people.h"

namespace rytm {

// Is told what is wrong, and what would be right; knows where it stands.
using TellWrong = std::function<void(Text what, Text instead)>;

// Each gives the text as it is kept, without blanks around it.
std::string AcceptPersonName(std::string_view name, const TellWrong& tell);
// As any mail server takes it (RFC 5321 §4.1.2, in ASCII, without quotes), in lower case. Empty:
// none.
std::string AcceptAddress(std::string_view address, const TellWrong& tell);
// A party, a unit, a function. May be empty.
std::string AcceptPostText(std::string_view text, const TellWrong& tell);

// A body that people are stored for: those of party groups are not (GDPR article 9).
void CheckBodyOfPeople(const Body& body, const TellWrong& tell);
// Days that can be planned, the last not before the first.
void CheckAssignmentDays(const Assignment& assignment, const TellWrong& tell);

// The post called so in Swedish or English: "1:e vice ordförande", "tjg. ersättare", "suppleant",
// "vice-chair".
std::optional<Post> ReadPost(std::string_view words);
Text DidYouMeanPost(std::string_view words);

// The person as it is kept. Problems have JSON pointers: "/assignments/0/body".
Person AcceptPerson(Person person, const Organisation& organisation,
                    std::vector<Problem>& problems);

}  // namespace rytm
