// rytm publish: the plan becomes editions and feeds.
#include "app/publish.h"

#include <iostream>
#include <memory>

#include "app/mail_tick.h"
#include "app/planned.h"
#include "base/json.h"
#include "commands/adoption_option.h"
#include "commands/command.h"
#include "pages/difference_listing.h"
#include "pages/plan_listing.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::string until;
  std::string note;
  std::vector<std::string> bodies;
  std::vector<std::string> adopted;
  bool withhold = false;
  bool preview = false;
  bool no_mail = false;
  std::optional<int> return_to;
};

constexpr std::size_t kDifferencesShown = 20;  // of one body; the rest are counted

Text Changes(std::size_t count) {
  const std::string number = std::to_string(count);
  return {number + (count == 1 ? " ändring" : " ändringar"),
          number + (count == 1 ? " change" : " changes")};
}

void TellAsJson(CommandContext& context, const Publication& publication) {
  JsonArray bodies;
  for (const PublishedBody& body : publication.bodies)
    bodies.push_back(JsonObject{{"body", body.body},
                                {"edition", body.number},
                                {"differences", DifferencesAsJson(body.differences, body.name)}});
  context.out << WriteJsonCompact(JsonObject{
                     {"revision", publication.revision},
                     {"bodies", std::move(bodies)},
                     {"feeds", JsonArray(publication.feeds.begin(), publication.feeds.end())},
                     {"quoted", JsonArray(publication.quoted.begin(), publication.quoted.end())}})
              << "\n";
}

// What to know before publishing, and after.
void TellBeside(CommandContext& context, const Publication& publication, bool preview) {
  const bool swedish = context.language == Language::kSwedish;
  if (!publication.quoted.empty()) {
    context.out << (swedish
                        ? "Utgåvorna nämner datum som dessa organs egna läsare inte har; publicera "
                          "dem också:"
                        : "The editions speak of dates that these bodies' own readers do not have; "
                          "publish them too:");
    for (const std::string& body : publication.quoted) context.out << " --body " << body;
    context.out << "\n";
  }
  if (!preview) return;
  if (!publication.in_the_way.empty())
    context.out << (swedish ? "Det här stoppar publiceringen:\n" : "This stops the publication:\n")
                << FindingsAsTable(publication.in_the_way, context.language, FindingKeys::kShown);
  context.out << (swedish ? "Förhandsvisning: ingenting är publicerat.\n"
                          : "Preview: nothing is published.\n");
}

void Tell(CommandContext& context, const Publication& publication) {
  if (context.format == Format::kJson) return TellAsJson(context, publication);
  const bool swedish = context.language == Language::kSwedish;
  if (publication.bodies.empty()) {
    context.out << (swedish ? "Ingenting har ändrats sedan senaste utgåvan.\n"
                            : "Nothing has changed since the last edition.\n");
    if (!publication.feeds.empty())
      context.out << (swedish ? "Kalenderflöden som ändå ändrats, i namn eller adresser: "
                              : "Calendar feeds changed all the same, in names or addresses: ")
                  << publication.feeds.size() << "\n";
    return;
  }
  for (const PublishedBody& body : publication.bodies) {
    context.out << body.name.In(context.language) << (swedish ? ", utgåva " : ", edition ")
                << body.number << ": " << Changes(body.differences.size()).In(context.language)
                << "\n";
    if (body.number == 1) continue;  // everything is new
    for (std::size_t i = 0; i < body.differences.size() && i < kDifferencesShown; ++i)
      context.out << "  " << InWords(body.differences[i], body.name, context.language) << "\n";
    if (body.differences.size() > kDifferencesShown)
      context.out << "  … " << (swedish ? "och " : "and ")
                  << body.differences.size() - kDifferencesShown
                  << (swedish ? " till\n" : " more\n");
  }
}

Error UntilMissing() {
  return Refuse(ErrorCode::kBadInput,
                Text("--until saknas: den dag som datumen är bestämda till, 2027-12-31.",
                     "--until is missing: the day the dates are decided to, 2027-12-31."));
}

Result<Publication> PublishPlan(const Options& options, Database& database, const Planned& planned,
                                Instant now) {
  if (options.until.empty()) return UntilMissing();
  const Result<Day> until = DayOption("--until", options.until);
  if (!until.ok()) return until.error();
  Result<std::vector<Adoption>> adopted = ReadAdoptions(options.adopted);
  if (!adopted.ok()) return adopted.error();
  const PublishRequest request{
      .bodies = options.bodies,
      .until = until.value(),
      .note = Text(options.note),
      .undecided = options.withhold ? Undecided::kWithheld : Undecided::kTentative,
      .adoptions = std::move(adopted).value(),
      .tell = !options.no_mail};
  return options.preview ? PreviewPublication(database, planned, request, now)
                         : Publish(database, planned, request, now);
}

Result<Publication> PublishAgain(const Options& options, Database& database, const Planned& planned,
                                 Instant now) {
  if (options.bodies.size() != 1)
    return Refuse(ErrorCode::kBadInput,
                  Text("--return-to gäller ett organ i taget: ange det med --body.",
                       "--return-to is about one body at a time: name it with --body."));
  return Publish(
      database, planned,
      ReturnToEdition{
          .body = options.bodies[0], .number = *options.return_to, .note = Text(options.note)},
      now);
}

// Who would get which mail, and how the first one reads.
Result<Done> TellLetters(CommandContext& context, Database& database,
                         const Publication& publication, Instant now) {
  const auto readership = LoadReadership(database);
  if (!readership.ok()) return readership.error();
  const Result<std::vector<LetterPreview>> letters =
      PreviewNotices(database, *readership.value(), publication, now);
  if (!letters.ok()) return letters.error();
  const bool swedish = context.language == Language::kSwedish;
  const std::size_t count = letters.value().size();
  if (count == 0) return Done{};
  context.out << (swedish ? "Mejl till " : "Mail to ") << count
              << (swedish ? (count == 1 ? " person" : " personer")
                          : (count == 1 ? " person" : " people"))
              << ":\n";
  for (std::size_t i = 0; i < count && i < kDifferencesShown; ++i)
    context.out << "  " << letters.value()[i].name.In(context.language) << ": "
                << letters.value()[i].letter.subject << "\n";
  if (count > kDifferencesShown)
    context.out << "  … " << (swedish ? "och " : "and ") << count - kDifferencesShown
                << (swedish ? " till\n" : " more\n");
  context.out << "\n" << letters.value()[0].letter.text << "\n";
  return Done{};
}

void RunPublish(CommandContext& context, const Options& options) {
  const Instant now = context.clock.Now();
  const Result<OpenedPlan> opened = OpenPlan(options.data, now);
  if (!opened.ok()) return Refuse(context, opened.error());
  const auto& [database, planned] = opened.value();
  const Result<Publication> publication = options.return_to
                                              ? PublishAgain(options, *database, planned, now)
                                              : PublishPlan(options, *database, planned, now);
  if (!publication.ok()) return Refuse(context, publication.error());
  Tell(context, publication.value());
  if (context.format != Format::kTable) return;
  if (options.preview && !options.no_mail) {
    const Result<Done> told = TellLetters(context, *database, publication.value(), now);
    if (!told.ok()) return Refuse(context, told.error());
  }
  TellBeside(context, publication.value(), options.preview);
}

}  // namespace

void AddPublish(Command program, CommandContext& context) {
  const Command command = program.AddSubcommand("publish", "publicera planen / publish the plan");
  auto options = std::make_shared<Options>();
  AddDataFolder(command, options->data);
  const Option until = command.AddOption("--until", options->until,
                                         "bestämd till och med / decided to and including");
  command.AddOption("--body", options->bodies, "bara dessa organ / only these bodies");
  command.AddOption("--note", options->note, "anteckning till utgåvan / a note with the edition");
  const Option adopted = command.AddOption(
      "--adopted", options->adopted,
      "beslut att anteckna / a decision to record: \"ks:2027: Kommunstyrelsen 2026-11-17 § 131\"");
  const Option withhold =
      command.AddFlag("--withhold-rest", options->withhold,
                      "visa inget som inte är bestämt / tell nothing that is not decided");
  const Option preview =
      command.AddFlag("--preview", options->preview, "visa bara / show, publish nothing");
  command.AddFlag("--no-mail", options->no_mail,
                  "en liten ändring, mejla ingen / a small change, mail nobody");
  command
      .AddOption("--return-to", options->return_to,
                 "publicera en tidigare utgåva av --body igen / an earlier edition again")
      .Excludes(until)
      .Excludes(adopted)
      .Excludes(withhold)
      .Excludes(preview);
  AddFormat(command, context, {Format::kTable, Format::kJson});
  command.Runs([&context, options] { RunPublish(context, *options); });
}

}  // namespace rytm
