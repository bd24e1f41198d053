#include <algorithm>

#include "server/api/endpoint.h"
#include "server/api/handlers.h"
#include "server/target.h"

namespace rytm {
namespace {

#define ORG "/api/v1/organisations/{org}"

constexpr Endpoint kEndpoints[] = {
    {"getOpenApi", "GET", "/api/v1/openapi.yaml", GetOpenApi, Who::kAnyone, {}},

    {"logIn",
     "POST",
     "/api/v1/login",
     LogIn,
     Who::kAnyone,
     {},
     Effect::kByItself,
     kHashing | kSecrecy},
    {"giveCode",
     "POST",
     "/api/v1/login/code",
     GiveCode,
     Who::kHalfLoggedIn,
     {},
     Effect::kByItself,
     kSecrecy},
    {"offerTotp",
     "POST",
     "/api/v1/login/totp",
     OfferTotp,
     Who::kHalfLoggedIn,
     {},
     Effect::kByItself,
     kSecrecy},
    {"logOut", "DELETE", "/api/v1/login", LogOut, Who::kHalfLoggedIn, {}, Effect::kByItself},
    {"getMe", "GET", "/api/v1/me", GetMe, Who::kHalfLoggedIn, {}},
    {"changePassword",
     "PUT",
     "/api/v1/me/password",
     ChangePassword,
     Who::kHalfLoggedIn,
     {},
     Effect::kByItself,
     kHashing | kSecrecy},

    {"listAccounts", "GET", "/api/v1/accounts", ListAccounts, Who::kTrusted,
     Action::kManageAccounts},
    {"addAccount", "POST", "/api/v1/accounts", AddAccount, Who::kTrusted, Action::kManageAccounts,
     Effect::kWrites, kHashing},
    {"getAccount", "GET", "/api/v1/accounts/{login}", GetAccount, Who::kTrusted,
     Action::kManageAccounts},
    {"changeAccount", "PATCH", "/api/v1/accounts/{login}", ChangeAccount, Who::kTrusted,
     Action::kManageAccounts, Effect::kWrites},
    {"eraseAccount", "DELETE", "/api/v1/accounts/{login}", EraseAccount, Who::kTrusted,
     Action::kManageAccounts, Effect::kWrites},
    {"resetPassword", "PUT", "/api/v1/accounts/{login}/password", ResetPassword, Who::kTrusted,
     Action::kManageAccounts, Effect::kWrites, kHashing},
    {"resetTotp", "DELETE", "/api/v1/accounts/{login}/totp", ResetTotp, Who::kTrusted,
     Action::kManageAccounts, Effect::kWrites},
    {"listApiKeys", "GET", "/api/v1/api-keys", ListApiKeys, Who::kTrusted, Action::kManageAccounts},
    {"makeApiKey", "POST", "/api/v1/api-keys", MakeApiKey, Who::kTrusted, Action::kManageAccounts,
     Effect::kWrites, kSecrecy},
    {"revokeApiKey", "DELETE", "/api/v1/api-keys/{key}", RevokeApiKey, Who::kTrusted,
     Action::kManageAccounts, Effect::kWrites},

    {"listOrganisations", "GET", "/api/v1/organisations", ListOrganisations},
    {"getOrganisation", "GET", ORG, GetOrganisation},
    {"getCalendars", "GET", ORG "/calendars", GetCalendars},
    {"listPlaces", "GET", ORG "/places", ListPlaces},
    {"listAuthors", "GET", ORG "/authors", ListAuthors},
    {"getRules", "GET", ORG "/rules", GetRules, Who::kTrusted, Action::kChangeRules},
    {"getMergedRules", "GET", ORG "/rules/merged", GetMergedRules, Who::kTrusted,
     Action::kChangeRules},
    {"previewRules", "POST", ORG "/rules/preview", PreviewRules, Who::kTrusted,
     Action::kChangeRules, Effect::kReads, kLargeBody},
    {"replaceRules", "PUT", ORG "/rules", ReplaceRules, Who::kTrusted, Action::kChangeRules,
     Effect::kWritesPlan, kLargeBody},
    {"patchRules", "PATCH", ORG "/rules", PatchRules, Who::kTrusted, Action::kChangeRules,
     Effect::kWritesPlan},
    {"previewImport", "POST", ORG "/imports/preview", PreviewImport, Who::kTrusted,
     Action::kChangeRules, Effect::kReads, kLargeBody | kPlanFile},
    {"saveImport", "POST", ORG "/imports", SaveImport, Who::kTrusted, Action::kChangeRules,
     Effect::kWritesPlan, kLargeBody | kPlanFile},
    {"listBodies", "GET", ORG "/bodies", ListBodies},
    {"getBody", "GET", ORG "/bodies/{body}", GetBody},
    {"listReports", "GET", ORG "/reports", ListReports},
    {"tryWithoutReport", "GET", ORG "/reports/{report}/without", TryWithoutReport},
    {"listDialogues", "GET", ORG "/dialogues", ListDialogues},
    {"getPlan", "GET", ORG "/plan", GetPlan},
    {"listFindings", "GET", ORG "/findings", ListFindings},
    {"acceptFinding", "PUT", ORG "/findings/{finding}/acceptance", AcceptFinding, Who::kTrusted,
     Action::kAdjust, Effect::kWritesPlan},
    {"reopenFinding", "DELETE", ORG "/findings/{finding}/acceptance", ReopenFinding, Who::kTrusted,
     Action::kAdjust, Effect::kWritesPlan},
    {"listSlots", "GET", ORG "/slots", ListSlots},
    {"getSlot", "GET", ORG "/slots/{slot}", GetSlot},
    {"listAdjustments", "GET", ORG "/adjustments", ListAdjustments},
    {"listBatches", "GET", ORG "/batches", ListBatches},
    {"saveBatch", "POST", ORG "/batches", SaveBatch, Who::kTrusted, Action::kAdjust,
     Effect::kWritesPlan},
    {"getBatch", "GET", ORG "/batches/{batch}", GetBatch},
    {"previewBatch", "POST", ORG "/batches/preview", PreviewBatch, Who::kTrusted, Action::kAdjust},
    {"undoBatch", "POST", ORG "/batches/{batch}/undo", UndoBatch, Who::kTrusted, Action::kAdjust,
     Effect::kWritesPlan},
    {"listEditions", "GET", ORG "/editions", ListEditions},
    {"publish", "POST", ORG "/editions", PublishEditions, Who::kTrusted, Action::kPublish,
     Effect::kWritesPlan},
    {"previewPublication", "POST", ORG "/editions/preview", PreviewPublish, Who::kTrusted,
     Action::kPublish},
    {"getEdition", "GET", ORG "/editions/{body}/{number}", GetEdition},
    {"getEditionArchive", "GET", ORG "/editions/{body}/{number}/archive", GetEditionArchive},
    {"getArchive", "GET", ORG "/editions/archive", GetArchive},
    {"returnToEdition", "POST", ORG "/editions/{body}/{number}/return", ReturnToEarlier,
     Who::kTrusted, Action::kPublish, Effect::kWritesPlan},
    {"getDifferences", "GET", ORG "/differences", GetDifferences},
    {"listAdoptions", "GET", ORG "/adoptions", ListAdoptions},
    {"recordAdoptions", "POST", ORG "/adoptions", RecordAdoptions, Who::kTrusted, Action::kPublish,
     Effect::kWritesPlan},
    {"getChains", "GET", ORG "/bodies/{body}/chains/{file}", GetChains},
    {"getDecisionDocument", "GET", ORG "/decision.pdf", GetDecisionDocument, Who::kTrusted,
     Action::kPublish},
    {"listFeeds", "GET", ORG "/feeds", ListFeeds},
    {"streamEvents", "GET", ORG "/events", StreamEvents},
    {"getMail", "GET", ORG "/mail", GetMail, Who::kTrusted, Action::kManageMail},
    {"listLetters", "GET", ORG "/mail/letters", ListLetters, Who::kTrusted, Action::kManageMail},
    {"pauseMail", "POST", ORG "/mail/pause", PauseLetters, Who::kTrusted, Action::kManageMail,
     Effect::kWrites},
    {"resumeMail", "POST", ORG "/mail/resume", ResumeLetters, Who::kTrusted, Action::kManageMail,
     Effect::kWrites},
    {"listPeople", "GET", ORG "/people", ListPeople, Who::kTrusted, Action::kManagePeople},
    {"addPerson", "POST", ORG "/people", AddPerson, Who::kTrusted, Action::kManagePeople,
     Effect::kWrites},
    {"exportPeople", "GET", ORG "/people/export", ExportPeople, Who::kTrusted,
     Action::kManagePeople},
    {"importPeople", "POST", ORG "/people/import", ImportPeople, Who::kTrusted,
     Action::kManagePeople, Effect::kWrites, kLargeBody | kPlanFile},
    {"previewPeopleImport", "POST", ORG "/people/import/preview", PreviewPeopleImport,
     Who::kTrusted, Action::kManagePeople, Effect::kReads, kLargeBody | kPlanFile},
    {"getPerson", "GET", ORG "/people/{person}", GetPerson, Who::kTrusted, Action::kManagePeople},
    {"changePerson", "PATCH", ORG "/people/{person}", ChangePerson, Who::kTrusted,
     Action::kManagePeople, Effect::kWrites},
    {"erasePerson", "DELETE", ORG "/people/{person}", ErasePerson, Who::kTrusted,
     Action::kManagePeople, Effect::kWrites},
    {"getStoredOfPerson", "GET", ORG "/people/{person}/stored", GetStoredOfPerson, Who::kTrusted,
     Action::kManagePeople},
    {"getAgreed", "GET", ORG "/dialogues/{slot}/agreed", GetAgreed},
    {"setAgreed", "PUT", ORG "/dialogues/{slot}/agreed", SetAgreed, Who::kTrusted, Action::kAdjust,
     Effect::kWrites},
    {"getMeetingPeople", "GET", ORG "/meetings/{slot}/people", GetMeetingPeople, Who::kTrusted,
     Action::kManagePeople},
    {"setPapersOut", "PUT", ORG "/meetings/{slot}/papers", SetPapersOut, Who::kTrusted,
     Action::kManagePeople, Effect::kWrites},
    {"takeBackPapers", "DELETE", ORG "/meetings/{slot}/papers", TakeBackPapers, Who::kTrusted,
     Action::kManagePeople, Effect::kWrites},
    {"setAbsent", "PUT", ORG "/meetings/{slot}/absent/{person}", SetAbsent, Who::kTrusted,
     Action::kManagePeople, Effect::kWrites},
    {"setPresent", "DELETE", ORG "/meetings/{slot}/absent/{person}", SetPresent, Who::kTrusted,
     Action::kManagePeople, Effect::kWrites},
    {"callSubstitute", "PUT", ORG "/meetings/{slot}/called/{person}", CallSubstitute, Who::kTrusted,
     Action::kManagePeople, Effect::kWrites},
    {"releaseSubstitute", "DELETE", ORG "/meetings/{slot}/called/{person}", ReleaseSubstitute,
     Who::kTrusted, Action::kManagePeople, Effect::kWrites},
    {"getMailChoices", "GET", ORG "/mail-choices/{whose}", GetMailChoices, Who::kTrusted,
     Action::kManagePeople},
    {"setMailChoices", "PUT", ORG "/mail-choices/{whose}", SetMailChoices, Who::kTrusted,
     Action::kManagePeople, Effect::kWrites},
    {"listFeedLinks", "GET", ORG "/feed-links", ListFeedLinks, Who::kTrusted,
     Action::kManagePeople},
    {"makeFeedLink", "POST", ORG "/feed-links", MakeFeedLink, Who::kTrusted, Action::kManagePeople,
     Effect::kWrites, kSecrecy},
    {"revokeFeedLink", "DELETE", ORG "/feed-links/{link}", RevokeFeedLink, Who::kTrusted,
     Action::kManagePeople, Effect::kWrites},
    {"listAudit", "GET", ORG "/audit", ListAudit, Who::kTrusted, Action::kSeeAudit},
};

#undef ORG

// The parts that the pattern names; nullopt where the path is another.
std::optional<std::map<std::string, std::string, std::less<>>> Match(
    std::string_view pattern, const std::vector<std::string_view>& parts) {
  const std::vector<std::string_view> expected = PartsOf(pattern);
  if (expected.size() != parts.size()) return std::nullopt;
  std::map<std::string, std::string, std::less<>> named;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!expected[i].starts_with('{')) {
      if (expected[i] != parts[i]) return std::nullopt;
      continue;
    }
    std::optional<std::string> value = PercentDecoded(parts[i]);
    if (!value) return std::nullopt;
    named.emplace(expected[i].substr(1, expected[i].size() - 2), std::move(*value));
  }
  return named;
}

}  // namespace

std::span<const Endpoint> Endpoints() { return kEndpoints; }

Found FindEndpoint(std::string_view method, std::string_view path) {
  Found found;
  if (path.empty()) return found;
  const std::vector<std::string_view> parts = PartsOf(path);
  const std::string_view wanted = method == "HEAD" ? std::string_view("GET") : method;
  for (const Endpoint& endpoint : kEndpoints) {
    auto named = Match(endpoint.path, parts);
    if (!named) continue;
    // What a pattern names outright goes before what fits a part of another.
    if (endpoint.method != wanted) {
      found.methods.push_back(endpoint.method);
    } else if (found.endpoint == nullptr || named->size() < found.parts.size()) {
      found.endpoint = &endpoint;
      found.parts = std::move(*named);
    }
  }
  return found;
}

}  // namespace rytm
