#include "app/account_check.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "app/passwords.h"
#include "app/rules.h"
#include "base/limits.h"
#include "base/nearest_word.h"
#include "base/text_check.h"

namespace rytm {
namespace {

bool IsLoginCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         std::string_view("._@+-").find(c) != std::string_view::npos;
}

void Add(std::vector<Problem>& problems, std::string pointer, Text what, Text instead = {}) {
  problems.push_back({.file = "",
                      .pointer = std::move(pointer),
                      .what = std::move(what),
                      .instead = std::move(instead)});
}

}  // namespace

void CheckLoginName(const std::string& login, std::vector<Problem>& problems) {
  if (!login.empty() && login.size() <= kLoginNameBytesMax &&
      std::all_of(login.begin(), login.end(), IsLoginCharacter))
    return;
  const std::string most = std::to_string(kLoginNameBytesMax);
  Add(problems, "/login", {"Det är inget inloggningsnamn.", "That is no login name."},
      {"Bokstäver a–z, siffror och . _ @ + -, högst " + most + " tecken: anna.exempel",
       "Letters a–z, digits and . _ @ + -, at most " + most + " characters: anna.exempel"});
}

std::string AcceptName(const std::string& name, const std::string& pointer,
                       std::vector<Problem>& problems) {
  const Result<std::string> text = AcceptText(name, Lines::kOne, kPersonNameBytesMax);
  if (!text.ok())
    Add(problems, pointer, text.error().message);
  else if (text.value().find_first_not_of(' ') == std::string::npos)
    Add(problems, pointer, {"Ett namn saknas.", "A name is missing."});
  return text.ok() ? text.value() : "";
}

void CheckGrants(const std::vector<Grant>& grants, const Organisation& organisation,
                 std::vector<Problem>& problems) {
  std::vector<std::string_view> bodies;
  for (const Body& body : organisation.bodies) bodies.push_back(body.id);
  for (std::size_t i = 0; i < grants.size(); ++i) {
    const Grant& grant = grants[i];
    const std::string pointer = "/grants/" + std::to_string(i) + "/body";
    const bool for_all = grant.role == Role::kAdministrator || grant.role == Role::kPlanner;
    if (for_all && !grant.body.empty())
      Add(problems, pointer,
          {"Administratörer och planerare har alla organ; ange inget.",
           "Administrators and planners have all bodies; name none."});
    else if (grant.role == Role::kSecretary && grant.body.empty())
      Add(problems, pointer,
          {"En sekreterare är det för ett visst organ.", "A secretary is that of some body."},
          DidYouMean("", bodies));
    else if (!grant.body.empty() && organisation.FindBody(grant.body) == nullptr)
      Add(problems, pointer,
          {"Det finns inget organ \"" + grant.body + "\".",
           "There is no body \"" + grant.body + "\"."},
          DidYouMean(grant.body, bodies));
  }
}

Result<Secret> AcceptPasswordOf(const std::string& login, const std::string& name,
                                const Organisation& organisation, const Secret& password) {
  return AcceptPassword(password.bytes(), {login, name, organisation.id, organisation.host,
                                           organisation.name.In(Language::kSwedish),
                                           organisation.name.In(Language::kEnglish)});
}

}  // namespace rytm
