// rytm feed: links to private calendars.
#include <algorithm>
#include <iostream>
#include <memory>

#include "app/data_folder.h"
#include "app/feed_link_json.h"
#include "app/feed_links.h"
#include "app/rules.h"
#include "commands/account_use.h"
#include "commands/command.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::string id;
  NewFeedLink link;
  bool without_cancelled = false;
  std::optional<int> alarm;
};

template <class Value, std::size_t Count>
std::map<std::string, Value> Named(const JsonWord<Value> (&words)[Count]) {
  std::map<std::string, Value> named;
  for (const JsonWord<Value>& word : words) named.emplace(word.word, word.value);
  return named;
}

// The use case on an opened data folder.
struct FeedUse {
  FeedUse(std::unique_ptr<Database> opened, const Clock& clock)
      : database(std::move(opened)), links(*database, clock, randomness) {}

  std::unique_ptr<Database> database;
  SystemRandomness randomness;
  FeedLinks links;
};

// "telefon  p-…  fungerar": whose it is, or of which bodies at what level.
std::vector<std::string> RowOf(const FeedLink& link, Instant now, Language language) {
  const bool swedish = language == Language::kSwedish;
  std::string what = link.choice.person;
  for (const std::string& body : link.choice.bodies) what += (what.empty() ? "" : " ") + body;
  if (link.choice.kind != FeedKind::kPerson)
    what += " " + std::string(WordFor(kLevelWords, link.choice.level));
  const std::string days = std::to_string(kNotFetchedFor.count());
  const std::string state = IsFetched(link, now) ? (swedish ? "fungerar" : "works")
                                                 : (swedish ? "inte hämtad på " + days + " dagar"
                                                            : "not fetched for " + days + " days");
  return {link.id, link.name, what, state};
}

void Tell(CommandContext& context, const std::vector<FeedLink>& links) {
  const Instant now = context.clock.Now();
  JsonArray array;
  std::vector<std::vector<std::string>> rows;
  for (const FeedLink& link : links) {
    array.push_back(AsJson(link, now));
    rows.push_back(RowOf(link, now, context.language));
  }
  context.out << (context.format == Format::kJson ? WriteJsonCompact(array) + "\n" : Columns(rows));
}

void Add(CommandContext& context, FeedUse& use, const Options& options) {
  NewFeedLink asked = options.link;
  FeedChoice& choice = asked.choice;
  if (!choice.bodies.empty())
    choice.kind = choice.kinds.empty() ? FeedKind::kRole : FeedKind::kCustom;
  choice.cancelled = !options.without_cancelled;
  if (options.alarm) choice.alarm = Minutes{*options.alarm};
  const Result<MadeFeedLink> made = use.links.Make(CommandLine(), asked);
  if (!made.ok()) return Refuse(context, made.error());
  const Result<Organisation> organisation = OrganisationInForce(use.database->store());
  if (!organisation.ok()) return Refuse(context, organisation.error());
  const std::string url = organisation.value().address + FeedPathOf(made.value().token);
  if (context.format == Format::kJson) {
    JsonObject json = AsJson(made.value().link, context.clock.Now());
    json["url"] = url;
    context.out << WriteJsonCompact(json) << "\n";
    return;
  }
  const bool swedish = context.language == Language::kSwedish;
  context.out << url << "\n"
              << (swedish ? "Lägg in den i kalendern nu: länken visas aldrig igen. Den som har den "
                            "ser kalendern. Den återkallas med rytm feed revoke "
                          : "Put it into the calendar now: the link is never shown again. Whoever "
                            "has it sees the calendar. It is revoked with rytm feed revoke ")
              << made.value().link.id << "\n";
}

void List(CommandContext& context, FeedUse& use, const Options& options) {
  const Result<std::vector<FeedLink>> links =
      use.links.Of(CommandLine(), options.link.choice.person);
  if (!links.ok()) return Refuse(context, links.error());
  Tell(context, links.value());
}

void Show(CommandContext& context, FeedUse& use, const Options& options) {
  const Result<FeedLink> link = use.links.Find(CommandLine(), options.id);
  if (!link.ok()) return Refuse(context, link.error());
  Tell(context, {link.value()});
}

void Revoke(CommandContext& context, FeedUse& use, const Options& options) {
  const Result<FeedLink> link = use.links.Find(CommandLine(), options.id);
  if (!link.ok()) return Refuse(context, link.error());
  const Result<Done> revoked = use.links.Revoke(CommandLine(), options.id);
  if (!revoked.ok()) return Refuse(context, revoked.error());
  if (context.format == Format::kJson)
    context.out << WriteJsonCompact(JsonObject{{"revoked", options.id}}) << "\n";
  else
    context.out << (context.language == Language::kSwedish
                        ? "Återkallad: kalendern töms där den är inlagd.\n"
                        : "Revoked: the calendar is emptied wherever it was added.\n");
}

void AddChoiceOptions(Command add, Options& options) {
  FeedChoice& choice = options.link.choice;
  add.AddOption("--name", options.link.name, "vad länken heter: telefon / what it is called: phone")
      .Required();
  add.AddOption("--person", choice.person,
                "vems: allt personen ser i sina organ / whose: all they see in their bodies");
  add.AddOption("--body", choice.bodies, "i stället: organ / instead: bodies").SplitAtCommas();
  add.AddChoice(
      "--level", choice.level, Named(kLevelWords),
      "vad som visas av organen: högst vad målgruppen ser / what is shown of the bodies: what "
      "the level sees at most");
  std::vector<std::string> kinds;
  for (const auto& kind : kEventKindWords) kinds.emplace_back(kind.word);
  add.AddWords(
         "--kinds", kinds,
         [&choice](std::size_t which) { choice.kinds.push_back(kEventKindWords[which].value); },
         "bara: meeting, step, hop, feedback, dialogue / only these")
      .SplitAtCommas();
  add.AddChoice(
      "--feed-language", choice.language,
      std::map<std::string, Language>{{"sv", Language::kSwedish}, {"en", Language::kEnglish}},
      "kalenderns språk / the calendar's language");
  add.AddFlag("--without-cancelled", options.without_cancelled,
              "visa inte det som ställts in / do not show what is cancelled");
  add.AddOption(
      "--alarm", options.alarm,
      "påminn så många minuter före (Apple, Thunderbird) / remind so many minutes before");
  add.AddOption("--months-back", choice.months_back, "så långt tillbaka / so far back")
      .TellingDefault();
}

}  // namespace

void AddFeed(Command program, CommandContext& context) {
  const Command feed = program.AddSubcommand(
      "feed", "länkar till personliga kalendrar / links to private calendars");
  feed.NeedsSubcommand();
  auto options = std::make_shared<Options>();
  const auto add = [&](const char* name, const char* what,
                       void (*work)(CommandContext&, FeedUse&, const Options&)) {
    const Command command = feed.AddSubcommand(name, what);
    AddDataFolder(command, options->data);
    AddFormat(command, context, {Format::kTable, Format::kJson});
    command.Runs([&context, options, work] {
      Result<std::unique_ptr<Database>> database = OpenDataFolder(options->data);
      if (!database.ok()) return Refuse(context, database.error());
      FeedUse use(std::move(database).value(), context.clock);
      work(context, use, *options);
    });
    return command;
  };
  const auto of_link = [&](Command command) {
    command.AddOption("id", options->id, "länkens id / the link's id").Required();
  };
  AddChoiceOptions(add("add", "ny länk; visas en gång / a new link; shown once", Add), *options);
  add("list", "en persons länkar, eller rollers / a person's links, or those of roles", List)
      .AddOption("--person", options->link.choice.person, "personens id / the person's id");
  of_link(add("show", "en länk / one link", Show));
  of_link(add("revoke", "återkalla / revoke", Revoke));
}

}  // namespace rytm
