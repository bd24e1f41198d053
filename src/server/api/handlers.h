// The handlers of the API's endpoints, by the files they are in.
#pragma once

#include "server/api/call.h"

namespace rytm {

// openapi.cpp
Result<Reply> GetOpenApi(Call& call);

// login.cpp
Result<Reply> LogIn(Call& call);
Result<Reply> GiveCode(Call& call);
Result<Reply> OfferTotp(Call& call);
Result<Reply> LogOut(Call& call);
Result<Reply> GetMe(Call& call);
Result<Reply> ChangePassword(Call& call);

// accounts.cpp
Result<Reply> ListAccounts(Call& call);
Result<Reply> AddAccount(Call& call);
Result<Reply> GetAccount(Call& call);
Result<Reply> ChangeAccount(Call& call);
Result<Reply> EraseAccount(Call& call);
Result<Reply> ResetPassword(Call& call);
Result<Reply> ResetTotp(Call& call);

// keys.cpp
Result<Reply> ListApiKeys(Call& call);
Result<Reply> MakeApiKey(Call& call);
Result<Reply> RevokeApiKey(Call& call);

// organisation.cpp
Result<Reply> ListOrganisations(Call& call);
Result<Reply> GetOrganisation(Call& call);
Result<Reply> GetCalendars(Call& call);
Result<Reply> ListPlaces(Call& call);
Result<Reply> ListReports(Call& call);
Result<Reply> TryWithoutReport(Call& call);
Result<Reply> ListDialogues(Call& call);

// bodies.cpp
Result<Reply> ListBodies(Call& call);
Result<Reply> GetBody(Call& call);

// plan.cpp
Result<Reply> GetPlan(Call& call);

// findings.cpp
Result<Reply> ListFindings(Call& call);
Result<Reply> AcceptFinding(Call& call);
Result<Reply> ReopenFinding(Call& call);

// slots.cpp
Result<Reply> ListSlots(Call& call);
Result<Reply> GetSlot(Call& call);
Result<Reply> ListAdjustments(Call& call);

// authors.cpp
Result<Reply> ListAuthors(Call& call);

// batches.cpp
Result<Reply> ListBatches(Call& call);
Result<Reply> GetBatch(Call& call);
Result<Reply> SaveBatch(Call& call);
Result<Reply> PreviewBatch(Call& call);
Result<Reply> UndoBatch(Call& call);

// editions.cpp
Result<Reply> ListEditions(Call& call);
Result<Reply> GetEdition(Call& call);
Result<Reply> GetEditionArchive(Call& call);
Result<Reply> GetArchive(Call& call);
Result<Reply> GetDifferences(Call& call);
Result<Reply> ListFeeds(Call& call);

// publishing.cpp
Result<Reply> PreviewPublish(Call& call);
Result<Reply> PublishEditions(Call& call);
Result<Reply> ReturnToEarlier(Call& call);

// adoptions.cpp
Result<Reply> ListAdoptions(Call& call);
Result<Reply> RecordAdoptions(Call& call);

// agreed.cpp
Result<Reply> GetAgreed(Call& call);
Result<Reply> SetAgreed(Call& call);

// chains.cpp
Result<Reply> GetChains(Call& call);

// decision.cpp
Result<Reply> GetDecisionDocument(Call& call);

// rules.cpp
Result<Reply> GetRules(Call& call);
Result<Reply> GetMergedRules(Call& call);
Result<Reply> PreviewRules(Call& call);
Result<Reply> ReplaceRules(Call& call);
Result<Reply> PatchRules(Call& call);

// imports.cpp
Result<Reply> PreviewImport(Call& call);
Result<Reply> SaveImport(Call& call);

// meetings.cpp
Result<Reply> GetMeetingPeople(Call& call);
Result<Reply> SetPapersOut(Call& call);
Result<Reply> TakeBackPapers(Call& call);
Result<Reply> SetAbsent(Call& call);
Result<Reply> SetPresent(Call& call);
Result<Reply> CallSubstitute(Call& call);
Result<Reply> ReleaseSubstitute(Call& call);
Result<Reply> GetMailChoices(Call& call);
Result<Reply> SetMailChoices(Call& call);

// events.cpp
Result<Reply> StreamEvents(Call& call);

// mail.cpp
Result<Reply> GetMail(Call& call);
Result<Reply> ListLetters(Call& call);
Result<Reply> PauseLetters(Call& call);
Result<Reply> ResumeLetters(Call& call);

// people.cpp
Result<Reply> ListPeople(Call& call);
Result<Reply> AddPerson(Call& call);
Result<Reply> GetPerson(Call& call);
Result<Reply> ChangePerson(Call& call);
Result<Reply> ErasePerson(Call& call);
Result<Reply> GetStoredOfPerson(Call& call);
Result<Reply> ExportPeople(Call& call);
Result<Reply> PreviewPeopleImport(Call& call);
Result<Reply> ImportPeople(Call& call);

// feed_links.cpp
Result<Reply> ListFeedLinks(Call& call);
Result<Reply> MakeFeedLink(Call& call);
Result<Reply> RevokeFeedLink(Call& call);

// audit.cpp
Result<Reply> ListAudit(Call& call);

}  // namespace rytm
