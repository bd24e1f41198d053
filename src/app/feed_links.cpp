#include "app/feed_links.h"

#include <algorithm>
#include <utility>

#include "app/current_plan.h"
#include "app/rules.h"
#include "base/limits.h"
#include "base/text_check.h"
#include "store/person_store.h"

namespace rytm {
namespace {

Error NoSuchLink(const std::string& id) {
  return Refuse(ErrorCode::kNotFound, {"Det finns ingen kalenderlänk " + id + " som gäller.",
                                       "There is no calendar link " + id + " in force."});
}

// The person themself, proven elsewhere.
Actor Themself() { return {.person = "", .via = "own-page", .grants = {}}; }

bool MayAll(const Actor& actor, const std::vector<std::string>& bodies) {
  return std::all_of(bodies.begin(), bodies.end(), [&](const std::string& body) {
    return May(actor.grants, Action::kManagePeople, body);
  });
}

// A link as it may be kept; problems have JSON pointers.
NewFeedLink AcceptLink(NewFeedLink asked, const Organisation& organisation,
                       std::vector<Problem>& problems) {
  const auto tell = [&](const char* pointer, Text what, Text instead = {}) {
    problems.push_back(
        {.file = "", .pointer = pointer, .what = std::move(what), .instead = std::move(instead)});
  };
  const Result<std::string> name = AcceptText(asked.name, Lines::kOne, kFeedNameBytesMax);
  if (!name.ok())
    tell("/name", name.error().message);
  else if (name.value().find_first_not_of(' ') == std::string::npos)
    tell("/name", {"Länken behöver ett namn.", "The link needs a name."},
         {"telefon, dator på jobbet", "phone, computer at work"});
  else
    asked.name = name.value();
  FeedChoice& choice = asked.choice;
  const Result<Done> known = RequireBodies(organisation, choice.bodies);
  if (!known.ok())
    for (const Problem& problem : known.error().problems)
      tell("/bodies", problem.what, problem.instead);
  if (choice.kind == FeedKind::kPerson) {
    choice.bodies.clear();
    choice.kinds.clear();
    if (choice.person.empty()) tell("/person", {"Vems kalender?", "Whose calendar?"});
  } else if (choice.bodies.empty()) {
    tell("/bodies", {"Vilka organ?", "Which bodies?"}, {"ks,bun", "ks,bun"});
  }
  if (choice.alarm && (*choice.alarm < Minutes{0} || *choice.alarm > kFeedAlarmMax))
    tell("/alarm",
         {"En påminnelse kommer högst " + std::to_string(kFeedAlarmMax.count()) + " minuter före.",
          "An alarm comes at most " + std::to_string(kFeedAlarmMax.count()) + " minutes before."});
  if (choice.months_back < 0 || choice.months_back > kFeedMonthsBack)
    tell("/months-back",
         {"Kalendern når högst " + std::to_string(kFeedMonthsBack) + " månader tillbaka.",
          "The calendar reaches at most " + std::to_string(kFeedMonthsBack) + " months back."});
  return asked;
}

Result<Done> CheckRoom(Database& database, const std::string& person) {
  const Result<std::vector<FeedLink>> links = database.feed_links().Of(person);
  if (!links.ok()) return links.error();
  const auto in_force =
      static_cast<std::size_t>(std::count_if(links.value().begin(), links.value().end(),
                                             [](const FeedLink& link) { return !link.revoked; }));
  const std::size_t most = person.empty() ? kPeopleMax : kFeedLinksMax;
  if (in_force < most) return Done{};
  return Refuse(ErrorCode::kTooLarge,
                {"Det finns redan " + std::to_string(most) + " kalenderlänkar. Ta bort en först.",
                 "There are " + std::to_string(most) + " calendar links already. Revoke one."});
}

}  // namespace

std::string FeedPathOf(const Secret& token) {
  return "/feed/" + std::string(token.bytes()) + ".ics";
}

FeedClient ClientOf(std::string_view user_agent) {
  struct Sign {
    std::string_view letters;
    FeedClient client;
  };
  constexpr Sign kSigns[] = {{"Thunderbird", FeedClient::kThunderbird},
                             {"Lightning", FeedClient::kThunderbird},
                             {"Google", FeedClient::kGoogle},
                             {"Microsoft", FeedClient::kOutlook},
                             {"Outlook", FeedClient::kOutlook},
                             {"Exchange", FeedClient::kOutlook},
                             {"MSOffice", FeedClient::kOutlook},
                             {"CalendarAgent", FeedClient::kApple},
                             {"dataaccessd", FeedClient::kApple},
                             {"iOS/", FeedClient::kApple},
                             {"macOS/", FeedClient::kApple},
                             {"Mac OS X/", FeedClient::kApple}};
  for (const Sign& sign : kSigns)
    if (user_agent.find(sign.letters) != std::string_view::npos) return sign.client;
  return FeedClient::kOther;
}

bool IsFetched(const FeedLink& link, Instant now) {
  return now < (link.fetched ? link.fetched->at : link.created) + kNotFetchedFor;
}

Result<Done> FeedLinks::MayMake(const Actor& actor, const FeedChoice& choice) {
  std::vector<std::string> bodies = choice.bodies;
  if (!choice.person.empty()) {
    const Result<Person> person = people_.Find(actor, choice.person);
    if (!person.ok()) return person.error();
    for (const Assignment& assignment : person.value().assignments)
      bodies.push_back(assignment.body);
  }
  if (MayAnywhere(actor.grants, Action::kManagePeople) && MayAll(actor, bodies)) return Done{};
  return Refuse(ErrorCode::kRefused,
                {"Kalendern visar organ som andra sköter. Personen själv, eller en planerare, kan "
                 "göra länken.",
                 "The calendar shows bodies that others manage. The person, or a planner, can "
                 "make the link."});
}

Result<MadeFeedLink> FeedLinks::Make(const Actor& actor, const NewFeedLink& asked) {
  if (Result<Done> may = MayMake(actor, asked.choice); !may.ok()) return may.error();
  return Add(actor, asked);
}

Result<MadeFeedLink> FeedLinks::Add(const Actor& actor, const NewFeedLink& asked) {
  const Result<Organisation> organisation = OrganisationInForce(database_.store());
  if (!organisation.ok()) return organisation.error();
  std::vector<Problem> problems;
  NewFeedLink accepted = AcceptLink(asked, organisation.value(), problems);
  if (!problems.empty())
    return Refuse(ErrorCode::kBadInput, {"Länken är inte gjord.", "The link was not made."},
                  std::move(problems));
  MadeFeedLink made{.token = NewToken(randomness_),
                    .link = {.id = NewId(randomness_, "f-"),
                             .name = std::move(accepted.name),
                             .choice = std::move(accepted.choice),
                             .created_by = actor.person,
                             .created = clock_.Now()}};
  const Result<Done> done = database_.AllOrNothing([&]() -> Result<Done> {
    if (Result<Done> room = CheckRoom(database_, made.link.choice.person); !room.ok()) return room;
    if (Result<Done> added = database_.feed_links().Add(made.link, HashOf(made.token.bytes()));
        !added.ok())
      return added;
    return database_.audit().Append(
        EntryOf(actor, made.link.created, "feed-made", made.link.id, made.link.choice.person));
  });
  if (!done.ok()) return done.error();
  return made;
}

// A person's own links are those of who manages the person; a role's those of who manages its
// bodies.
bool FeedLinks::Manages(const Actor& actor, const FeedLink& link) {
  if (!link.choice.person.empty()) return people_.Find(actor, link.choice.person).ok();
  return !link.choice.bodies.empty() && MayAll(actor, link.choice.bodies);
}

Result<std::vector<FeedLink>> FeedLinks::Of(const Actor& actor, const std::string& person) {
  if (!person.empty()) {
    const Result<Person> found = people_.Find(actor, person);
    if (!found.ok()) return found.error();
    return Own(person);
  }
  if (!MayAnywhere(actor.grants, Action::kManagePeople))
    return Require(actor, Action::kManagePeople).error();
  Result<std::vector<FeedLink>> links = Own("");
  if (links.ok())
    std::erase_if(links.value(), [&](const FeedLink& link) { return !Manages(actor, link); });
  return links;
}

Result<FeedLink> FeedLinks::Find(const Actor& actor, const std::string& id) {
  Result<std::optional<FeedLink>> link = database_.feed_links().Find(id);
  if (!link.ok()) return link.error();
  if (!link.value() || link.value()->revoked || !Manages(actor, *link.value()))
    return NoSuchLink(id);
  return *std::move(link).value();
}

Result<Done> FeedLinks::Revoke(const Actor& actor, const std::string& id) {
  const Result<FeedLink> link = Find(actor, id);
  if (!link.ok()) return link.error();
  return TakeBack(actor, id);
}

Result<Done> FeedLinks::TakeBack(const Actor& actor, const std::string& id) {
  return database_.AllOrNothing([&]() -> Result<Done> {
    const Result<bool> revoked = database_.feed_links().Revoke(id, clock_.Now());
    if (!revoked.ok()) return revoked.error();
    if (!revoked.value()) return NoSuchLink(id);
    return database_.audit().Append(EntryOf(actor, clock_.Now(), "feed-revoked", id));
  });
}

Result<MadeFeedLink> FeedLinks::MakeOwn(const std::string& person, NewFeedLink asked) {
  const Result<std::optional<Person>> found = database_.people().Find(person);
  if (!found.ok()) return found.error();
  if (!found.value())
    return Refuse(ErrorCode::kNotFound,
                  {"Personen finns inte längre.", "There is no such person any more."});
  asked.choice.person = person;
  return Add(Themself(), asked);
}

Result<std::vector<FeedLink>> FeedLinks::Own(const std::string& person) {
  Result<std::vector<FeedLink>> links = database_.feed_links().Of(person);
  if (links.ok())
    std::erase_if(links.value(), [](const FeedLink& link) { return link.revoked.has_value(); });
  return links;
}

Result<Done> FeedLinks::RevokeOwn(const std::string& person, const std::string& id) {
  const Result<std::optional<FeedLink>> link = database_.feed_links().Find(id);
  if (!link.ok()) return link.error();
  if (!link.value() || link.value()->choice.person != person) return NoSuchLink(id);
  return TakeBack(Themself(), id);
}

}  // namespace rytm
