// Every limit of the product, with its unit. The README lists them; a test holds the two together.
#pragma once

#include <cstddef>

#include "base/day.h"

namespace rytm {

inline constexpr std::size_t kRuleFileBytesMax =
    2 * 1024 * 1024;                                  // an organisation or template file
inline constexpr std::size_t kJsonDepthMax = 32;      // nested arrays and objects
inline constexpr std::size_t kJsonMembersMax = 4000;  // keys in one object
inline constexpr std::size_t kTextBytesMax = 4096;    // one text, in one language
inline constexpr std::size_t kIdBytesMax = 40;        // an id: [a-z0-9-]
inline constexpr std::size_t kProblemsMax = 200;      // errors told at once
inline constexpr Day kLastDay =
    MakeDay(2037, 12, 31);  // no summer time known after it (DESIGN §10)
inline constexpr Day kFirstDay = MakeDay(1996, 1, 1);  // our VTIMEZONE text holds from 1996
inline constexpr int kPolicyMovesMax = 8;       // day policies: moves before giving up (DESIGN §3)
inline constexpr std::size_t kBodiesMax = 200;  // in one organisation
inline constexpr std::size_t kSeriesPerBodyMax = 20;
inline constexpr std::size_t kWhenPartsMax = 20;    // parts of one rule
inline constexpr std::size_t kListItemsMax = 1000;  // items in any other list of a rule file
inline constexpr std::size_t kExceptionsPerSeriesMax = 400;
inline constexpr std::size_t kChainsMax = 50;  // in one organisation
inline constexpr std::size_t kStepsPerChainMax = 30;
inline constexpr std::size_t kReportsMax = 60;  // in one organisation
inline constexpr std::size_t kHopsPerReportMax = 20;
inline constexpr std::size_t kDialoguesMax = 100;        // in one organisation
inline constexpr std::size_t kRecurrenceBytesMax = 500;  // of one recurrence as text
inline constexpr int kRecurrenceIntervalMax = 1000;      // INTERVAL of a recurrence
inline constexpr int kWindowDaysMax = 12 * 366;    // days one file may plan: three terms of office
inline constexpr std::size_t kPlanRowsMax = 4000;  // of a decided plan read in
inline constexpr std::size_t kOccurrencesMax = 4000;  // of one series in one window
inline constexpr std::size_t kPlanStepsMax =
    20'000'000;  // steps of work in one plan: ten for a day that a rule looks at, a hundred an item
inline constexpr std::size_t kFindingsMax = 20'000;                // of one plan
inline constexpr std::size_t kCalendarBytesMax = 2 * 1024 * 1024;  // a calendar file read in
inline constexpr std::size_t kCalendarLinesMax = 50000;            // of it, unfolded
inline constexpr std::size_t kCalendarLineBytesMax = 64 * 1024;    // one line, unfolded
inline constexpr std::size_t kCalendarDepthMax = 5;                // components in each other
inline constexpr std::size_t kCalendarEventsMax = 5000;            // repeated ones each counted
inline constexpr std::size_t kCalendarRepeatsMax = 1000;           // of one repeated event
inline constexpr std::chrono::seconds kCalendarSecondsMax{2};      // for reading it
inline constexpr std::size_t kCalendarMemoryBytesMax =
    64 * 1024 * 1024;  // for reading it, beyond what the program itself takes
inline constexpr std::size_t kCalendarAnswerBytesMax = 8 * 1024 * 1024;  // what reading it may say
inline constexpr std::size_t kTitleCharactersMax = 200;  // of a calendar event, before "INSTÄLLT: "
inline constexpr std::size_t kAdoptionTextBytesMax =
    200;  // who decided; a paragraph; a case number
inline constexpr std::size_t kAcceptedReasonBytesMax = 1000;  // why a finding is accepted
inline constexpr std::size_t kHeardBytesMax = 500;       // who was heard on the dates of a decision
inline constexpr std::size_t kAgreedLinesMax = 3;        // that a dialogue leaves to the next one
inline constexpr std::size_t kAgreedLineBytesMax = 300;  // each of them
inline constexpr int kCancelledKeptDays = 30;  // feeds tell a cancellation so long after its day
inline constexpr int kDroppedKeptDays = 90;  // and a dropped tentative event so long after the drop
inline constexpr int kFeedMonthsBack = 24;   // how far back feeds reach
inline constexpr std::chrono::milliseconds kBusyWait{
    5000};  // for the database to be free before giving up
inline constexpr std::chrono::seconds kFeedMaxAge{300};        // Cache-Control of feeds
inline constexpr std::chrono::seconds kPageMaxAge{60};         // Cache-Control of pages
inline constexpr std::size_t kHostBytesMax = 255;              // a Host repeated in a page
inline constexpr std::size_t kRequestHeadBytesMax = 8 * 1024;  // request line and header fields
inline constexpr std::size_t kConnectionsMax = 1000;           // open at the same time
inline constexpr std::chrono::seconds kRequestSecondsMax{
    10};  // from a request's first byte to its last, and for an answer to be taken
inline constexpr std::chrono::seconds kIdleSecondsMax{60};  // a kept connection without a request
inline constexpr std::chrono::seconds kLingerSecondsMax{
    2};  // for a client to close after its last answer; meanwhile what it sends is thrown away
inline constexpr std::size_t kLingerBytesMax = 256 * 1024;  // and at most so much of it
inline constexpr std::chrono::seconds kStopSecondsMax{
    10};  // for requests in flight when the server is told to stop
inline constexpr std::chrono::seconds kRefreshSeconds{1};    // between looks for a newer revision
inline constexpr std::size_t kApiBodyBytesMax = 256 * 1024;  // of a request; a rule file: its own
inline constexpr std::size_t kLongBodiesMax = 8;             // longer ones being read at once
inline constexpr std::size_t kApiThreads = 4;                // API requests answered at once
inline constexpr std::size_t kApiQueueMax = 64;              // and waiting to be
inline constexpr std::size_t kPageItemsMax = 1000;           // of a list in one answer
inline constexpr std::size_t kPageItemsUsual = 100;          // where nobody says how many
inline constexpr std::size_t kIdempotencyKeyBytesMax = 100;
inline constexpr std::chrono::hours kAnswerKept{24};   // of a write with an Idempotency-Key
inline constexpr std::size_t kStreamsMax = 200;        // server-sent events: clients at once
inline constexpr std::size_t kEventsKept = 1000;       // for those who come back
inline constexpr std::chrono::seconds kHeartbeat{15};  // between signs of life in a stream
inline constexpr std::chrono::minutes kStreamLife{
    15};  // then the client comes back, logged in anew
inline constexpr std::size_t kAccountsMax = 5000;
inline constexpr std::size_t kApiKeysMax = 200;                // in force at the same time
inline constexpr Days kApiKeyLife{730};                        // at most, from making to expiry
inline constexpr std::size_t kLoginNameBytesMax = 100;         // what one logs in with
inline constexpr std::size_t kPersonNameBytesMax = 200;        // a person's name; a key's label
inline constexpr std::size_t kPasswordCharactersMin = 12;      // characters
inline constexpr std::size_t kPasswordBytesMax = 1024;         // after composing its letters
inline constexpr std::size_t kPasswordHashBytes = 19U << 20U;  // memory for hashing one: argon2id
inline constexpr int kPasswordHashPasses = 2;                  // and passes over it
inline constexpr std::size_t kPasswordThreads = 2;             // passwords hashed at the same time
inline constexpr std::size_t kPasswordQueueMax = 64;           // and waiting to be
inline constexpr std::chrono::hours kLoginIdle{4};   // a login without a request ends after so long
inline constexpr std::chrono::hours kLoginLife{12};  // and in any case
inline constexpr std::chrono::minutes kLoginHalf{10};   // for the code or new password it waits for
inline constexpr std::size_t kLoginsPerPersonMax = 20;  // the oldest ends
// Guesses at a password or code: so many at once, then one for each time that passes.
inline constexpr int kGuessesMax = 5;  // at one account from one source
inline constexpr std::chrono::seconds kGuessForgiven{60};
inline constexpr int kAccountGuessesMax = 50;  // at one account from anywhere
inline constexpr std::chrono::seconds kAccountGuessForgiven{30};
inline constexpr int kCodeGuessesMax = 20;  // at one account's codes from anywhere
inline constexpr std::chrono::seconds kCodeGuessForgiven{300};
inline constexpr int kSourceGuessesMax = 100;  // from one source at any account
inline constexpr std::chrono::seconds kSourceGuessForgiven{5};
inline constexpr Days kKnownBrowser{180};  // a browser that logged in is judged by itself so long
// Mail.
inline constexpr int kBouncesMax = 3;       // refusals for good until an address is used no longer
inline constexpr Days kLetterTextKept{30};  // of mail that was sent, failed or dropped
inline constexpr std::chrono::minutes kLetterTries[] = {
    std::chrono::minutes{1}, std::chrono::minutes{5}, std::chrono::minutes{15},
    std::chrono::minutes{60},
    std::chrono::minutes{240}};  // until the next try; the last ones go on
inline constexpr std::chrono::minutes kLetterLastTry{10};  // before a letter goes stale
inline constexpr std::chrono::seconds kRelayRest{60};  // after a mail server that could not be used
inline constexpr std::size_t kLettersAtOnce = 400;     // read from the outbox
inline constexpr std::size_t kLettersAhead = 8;        // made ready while one is handed over
inline constexpr std::size_t kLettersPerDomainAndMinute = 600;  // where the configuration is silent
inline constexpr std::chrono::seconds kMailSecondsMax{120};     // for one letter to be taken
inline constexpr std::chrono::seconds kMailConnectSecondsMax{20};  // for a mail server to answer
inline constexpr std::size_t kMailBytesMax = 1024 * 1024;          // a letter as it is sent
inline constexpr std::size_t kAddressBytesMax = 254;               // of e-mail (RFC 5321)
inline constexpr std::size_t kIncomingMailBytesMax = 2 * 1024 * 1024;          // an answer to mail
inline constexpr std::size_t kIncomingMailPartsMax = 100;                      // of it
inline constexpr std::chrono::seconds kIncomingMailSecondsMax{10};             // for reading it
inline constexpr std::size_t kIncomingMailMemoryBytesMax = 256 * 1024 * 1024;  // and memory
inline constexpr std::chrono::seconds kMailTick{10};  // between looks for mail to make and to send
inline constexpr std::size_t kConfigurationBytesMax = 64 * 1024;  // the file of `serve --config`
// People and their feeds.
inline constexpr std::size_t kPeopleMax = 20'000;      // not erased, at the same time
inline constexpr std::size_t kPeopleRowsMax = 4000;    // of a table of people read in
inline constexpr std::size_t kAssignmentsMax = 100;    // of one person
inline constexpr int kSubstituteOrderMax = 999;        // place in a party's order
inline constexpr int kPersonKeptMonths = 12;           // after the last day of the last assignment
inline constexpr std::size_t kFeedLinksMax = 10;       // of one person, in force
inline constexpr std::size_t kFeedNameBytesMax = 100;  // what a link is called: "telefon"
inline constexpr Days kRevokedFeedKept{30};  // a revoked link still answers, with a message
inline constexpr std::size_t kFeedCacheBytesMax = 64 * 1024 * 1024;  // of rendered private feeds
inline constexpr std::chrono::seconds kFetchesNoted{60};  // between writes of who fetched last
inline constexpr Days kNotFetchedFor{7};                  // then a link is told not to work

// Reminders and notices.
inline constexpr int kDialogueReminderDays = 3;  // before a dialogue: in time to prepare
inline constexpr int kDeadlineReminderDays = 3;  // before a step or a report's last day
inline constexpr std::chrono::hours kUrgentBefore{
    48};                                            // a change to what begins so soon goes at once
inline constexpr int kInvitedDaysAhead = 120;       // invitations go so long before
inline constexpr std::size_t kNoticeLinesMax = 25;  // of one body in one mail, the rest counted
inline constexpr Days kWayInLife{30};               // of a link in a mail, to one event
inline constexpr std::chrono::hours kFreshWayInLife{1};   // and of one asked for, to everything
inline constexpr std::size_t kLettersPreviewedMax = 100;  // whose texts a publication's preview has
inline constexpr std::size_t kFormBytesMax = 16 * 1024;   // what a form of one's own page sends
inline constexpr int kAbsenceKeptDays =
    30;  // after its meeting, where no minutes are approved before
inline constexpr int kPapersKeptDays = 30;  // after its meeting: that its papers were out
inline constexpr int kCalledKeptDays =
    400;  // that a substitute was called, for the employer's list
inline constexpr int kInvitationKeptDays = 30;  // after its meeting

// Files of the public calendar.
inline constexpr std::size_t kPublicFilesQueueMax = 32;  // asked for and waiting to be made

}  // namespace rytm
