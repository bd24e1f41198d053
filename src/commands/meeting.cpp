// rytm meeting: papers that are out, who cannot come, which substitutes are called.
#include <iostream>
#include <memory>

#include "app/data_folder.h"
#include "app/meeting_marks.h"
#include "base/json.h"
#include "base/text_json.h"
#include "commands/command.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::string meeting;
  std::string person;
  bool undo = false;
};

enum class What { kShow, kPapers, kAbsent, kCalled };

Error NoSuch(const std::string& option, const std::string& value) {
  return Refuse(ErrorCode::kNotFound,
                Text(option + ": " + value + " finns inte bland det som är publicerat.",
                     option + ": " + value + " is not among what is published."));
}

JsonObject AsJson(const Person& person) {
  return {{"person", person.id}, {"name", InBothLanguages(NameForOthers(person))}};
}

void TellAsJson(CommandContext& context, const Event& event, const MeetingPeople& people) {
  JsonArray absent;
  for (const MarkedPerson& one : people.absent) {
    JsonObject json = AsJson(*one.person);
    JsonArray substitutes;
    for (const Person* next : one.substitutes) substitutes.push_back(AsJson(*next));
    json["substitutes"] = std::move(substitutes);
    absent.push_back(std::move(json));
  }
  JsonArray called;
  for (const MarkedPerson& one : people.called) called.push_back(AsJson(*one.person));
  JsonObject json{{"uid", event.uid}, {"absent", std::move(absent)}, {"called", std::move(called)}};
  if (people.papers_out) json["papers-out"] = FormatInstant(*people.papers_out);
  context.out << WriteJsonCompact(json) << "\n";
}

void Tell(CommandContext& context, const Event& event, const MeetingPeople& people) {
  if (context.format == Format::kJson) return TellAsJson(context, event, people);
  const Language language = context.language;
  const bool swedish = language == Language::kSwedish;
  context.out << event.title.In(language) << ", " << FormatDay(event.day) << "\n";
  context.out << (swedish ? "Handlingar: " : "Papers: ")
              << (people.papers_out
                      ? (swedish ? "ute " : "out ") + FormatInstant(*people.papers_out)
                      : (swedish ? "inte noterade" : "not noted"))
              << "\n";
  for (const MarkedPerson& one : people.absent) {
    context.out << (swedish ? "Kan inte komma: " : "Cannot come: ")
                << NameForOthers(*one.person).In(language) << "\n";
    int place = 0;
    for (const Person* next : one.substitutes)
      context.out << "  " << ++place << ". " << NameForOthers(*next).In(language) << " ("
                  << next->id << ")\n";
  }
  for (const MarkedPerson& one : people.called)
    context.out << (swedish ? "Kallad ersättare: " : "Called substitute: ")
                << NameForOthers(*one.person).In(language) << "\n";
}

Result<bool> Note(Database& database, const Readership& readership, const Event& event,
                  const Options& options, What what, Randomness& randomness, Instant now) {
  if (what == What::kShow) return false;
  if (what == What::kPapers)
    return NotePapersOut(database, readership, event, !options.undo, "", now);
  const Correspondent* who = readership.Find(options.person);
  if (who == nullptr) return NoSuch("--person", options.person);
  const MeetingNote note = what == What::kAbsent
                               ? (options.undo ? MeetingNote::kPresent : MeetingNote::kAbsent)
                               : (options.undo ? MeetingNote::kNotCalled : MeetingNote::kCalled);
  WaysIn ways_in(randomness, readership.organisation->address, now);
  return NoteMark(database, readership, {.event = &event, .person = &who->person, .note = note},
                  ways_in, now);
}

void Run(CommandContext& context, const Options& options, What what) {
  Result<std::unique_ptr<Database>> database = OpenDataFolder(options.data);
  if (!database.ok()) return Refuse(context, database.error());
  Result<std::shared_ptr<const Readership>> readership = LoadReadership(*database.value());
  if (!readership.ok()) return Refuse(context, readership.error());
  const std::string uid = options.meeting.find('@') == std::string::npos
                              ? options.meeting + "@" + readership.value()->organisation->host
                              : options.meeting;
  const Event* event = readership.value()->FindEvent(uid);
  if (event == nullptr) return Refuse(context, NoSuch("--meeting", options.meeting));
  SystemRandomness randomness;
  const Result<bool> noted = Note(*database.value(), *readership.value(), *event, options, what,
                                  randomness, context.clock.Now());
  if (!noted.ok()) return Refuse(context, noted.error());
  if (noted.value()) readership = LoadReadership(*database.value(), readership.value());
  if (!readership.ok()) return Refuse(context, readership.error());
  const Result<MeetingPeople> people = PeopleOf(*database.value(), *readership.value(), *event);
  if (!people.ok()) return Refuse(context, people.error());
  Tell(context, *event, people.value());
}

void AddOne(Command command, CommandContext& context, const char* name, const char* words,
            What what) {
  const Command one = command.AddSubcommand(name, words);
  auto options = std::make_shared<Options>();
  AddDataFolder(one, options->data);
  one.AddOption("--meeting", options->meeting,
                "mötets id / the meeting's id: alby.ks.meeting.2027-01-13")
      .Required();
  if (what == What::kAbsent || what == What::kCalled)
    one.AddOption("--person", options->person, "personens id / the person's id").Required();
  if (what != What::kShow) one.AddFlag("--undo", options->undo, "ta tillbaka / take it back");
  AddFormat(one, context, {Format::kTable, Format::kJson});
  one.Runs([&context, options, what] { Run(context, *options, what); });
}

}  // namespace

void AddMeeting(Command program, CommandContext& context) {
  const Command command = program.AddSubcommand(
      "meeting", "vad som noteras om ett möte / what is noted about a meeting");
  command.NeedsSubcommand();
  AddOne(command, context, "show", "visa / show", What::kShow);
  AddOne(command, context, "papers", "handlingarna är ute / the papers are out", What::kPapers);
  AddOne(command, context, "absent", "någon kan inte komma / somebody cannot come", What::kAbsent);
  AddOne(command, context, "call", "en ersättare är kallad / a substitute is called",
         What::kCalled);
}

}  // namespace rytm
