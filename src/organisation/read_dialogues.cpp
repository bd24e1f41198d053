// Dialogues, and the guides to them.
#include <algorithm>

#include "base/json_words.h"
#include "organisation/read_parts.h"
#include "organisation/rule_words.h"

namespace rytm {
namespace {

constexpr std::size_t kPrepareLinesMax = 2;
constexpr int kGuideStepMinutesMax = 480;

bool HangsOnMeetings(const Dialogue& dialogue) {
  return std::all_of(dialogue.when.begin(), dialogue.when.end(), [](const When& when) {
    return std::holds_alternative<OnMeetings>(when.rule);
  });
}

// A check-in is visible to the two it is between, and no feed is theirs alone (DESIGN §3).
Levels DialogueLevels(const JsonReader& reader, DialogueKind kind) {
  const Levels named =
      reader.Has("for") ? ReadLevels(reader) : Levels{Level::kMember, Level::kManagement};
  return kind == DialogueKind::kCheckIn ? Levels{} : SeenBy(named);
}

// A dialogue has one time and one place, its own.
void TellFormsOfDates(const JsonReader& reader) {
  if (!reader.Has("when")) return;
  for (const JsonReader& part : reader.Find("when")->OneOrMany()) {
    for (const std::string_view key : {"at", "lasts", "place"}) {
      if (!part.Has("dates") || !part.Has(key)) continue;
      part.AddAt(key,
                 {"Nyckeln " + Quoted(key) + " hör till samtalet, inte till dess dagar.",
                  "The key " + Quoted(key) + " belongs to the dialogue, not to its days."},
                 {"Flytta den ut ur \"when\".", "Move it out of \"when\"."});
    }
  }
}

Dialogue ReadDialogue(const JsonReader& reader) {
  Dialogue dialogue;
  dialogue.pointer = reader.pointer();
  if (!reader.ExpectObject()) return dialogue;
  dialogue.id = reader.ReadId("id");
  dialogue.kind = reader.ReadWord("kind", kDialogueKindWords);
  dialogue.name = reader.ReadText("name");
  dialogue.bodies = ReadSelector(reader);
  if (!reader.Has("body") && !reader.Has("bodies")) {
    reader.Add({"Det framgår inte vilket organ dialogen är för.",
                "It does not say which body the dialogue is for."},
               {"Skriv till exempel \"bodies\": {\"kind\": \"committee\"}.",
                "Write, for example, \"bodies\": {\"kind\": \"committee\"}."});
  }
  dialogue.participants = reader.OptionalText("participants").value_or(Text{});
  dialogue.when = ReadWhen(reader);
  TellFormsOfDates(reader);
  dialogue.at = reader.OptionalTimeOfDay("at");
  if (!reader.Has("at") && !HangsOnMeetings(dialogue)) {
    reader.Add({"Dialogen har inget klockslag, och hänger inte på ett möte som ger det.",
                "The dialogue has no time of day, and hangs on no meeting that would give it."},
               {"Skriv till exempel \"at\": \"09:00\".", "Write, for example, \"at\": \"09:00\"."});
  }
  dialogue.lasts = reader.ReadLength("lasts");
  dialogue.place = reader.OptionalId("place").value_or("");
  dialogue.guide = reader.OptionalId("guide").value_or("");
  dialogue.is_protected = reader.OptionalBool("protected").value_or(true);
  dialogue.levels = DialogueLevels(reader, dialogue.kind);
  return dialogue;
}

}  // namespace

std::vector<Dialogue> ReadDialogues(const JsonReader& file) {
  std::vector<Dialogue> dialogues;
  for (const JsonReader& reader : file.OptionalArray("dialogues", {0, kDialoguesMax})) {
    dialogues.push_back(ReadDialogue(reader));
  }
  return dialogues;
}

Guide ReadGuide(const JsonReader& file) {
  Guide guide;
  if (!file.ExpectObject()) return guide;
  guide.id = file.ReadId("id");
  guide.title = file.ReadText("title");
  guide.purpose = file.ReadText("purpose", Lines::kMany);
  guide.leads = file.ReadText("leads");
  for (const JsonReader& line : file.OptionalOneOrMany("prepare", {0, kPrepareLinesMax})) {
    guide.prepare.push_back(line.AsText().value_or(Text{}));
  }
  for (const JsonReader& reader : file.ReadArray("steps", {1, kListItemsMax})) {
    if (!reader.ExpectObject()) continue;
    GuideStep step;
    step.lasts = Minutes{reader.ReadInt("minutes", 1, kGuideStepMinutesMax)};
    step.form = reader.ReadWord("form", kGuideFormWords);
    step.question = reader.ReadText("question", Lines::kMany);
    guide.steps.push_back(std::move(step));
  }
  guide.close = file.ReadText("close", Lines::kMany);
  return guide;
}

}  // namespace rytm
