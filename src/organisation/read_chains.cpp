// Chains: what hangs on each meeting.
#include "base/json_words.h"
#include "organisation/read_parts.h"
#include "organisation/rule_words.h"

namespace rytm {
namespace {

constexpr int kStepDaysMax = 400;

void ReadMeetingOf(const JsonReader& reader, ChainStep& step) {
  const JsonReader meeting_of = *reader.Find("meeting-of");
  if (meeting_of.IsObject()) {
    step.meeting_of_own = meeting_of.ReadWord("of-this-body", kBodyKindWords);
  } else {
    step.meeting_of = meeting_of.AsId().value_or("");
  }
  step.before_days = reader.OptionalInt("before-days", 0, kStepDaysMax).value_or(0);
  for (const std::string_view key : {"days", "working-days", "from", "at", "lasts", "latest"}) {
    if (!reader.Has(key)) continue;
    reader.AddAt(key,
                 {"Steget är ett möte i ett annat organ: dagen följer av det.",
                  "The step is a meeting of another body: its day follows from that."},
                 {"Ta bort " + Quoted(key) + ".", "Take " + Quoted(key) + " away."});
  }
}

void ReadLatest(const JsonReader& reader, ChainStep& step) {
  const std::optional<JsonReader> latest = reader.OptionalObject("latest");
  if (!latest) return;
  step.latest = AsSpan(*latest, -kStepDaysMax, kStepDaysMax);
  const std::string law = latest->OptionalString("law").value_or("");
  if (!law.empty() && !step.law.empty() && law != step.law) {
    latest->AddAt("law", {"Steget nämner två olika lagregler.", "The step names two rules of law."},
                  {"Behåll den som gäller dagen.", "Keep the one that sets the day."});
  }
  if (step.law.empty()) step.law = law;
}

void ReadOffset(const JsonReader& reader, ChainStep& step) {
  step.offset = AsSpan(reader, -kStepDaysMax, kStepDaysMax).value_or(ChainStep::Span{});
  step.from = reader.OptionalId("from").value_or("");
  step.at = reader.OptionalTimeOfDay("at");
  step.lasts = reader.OptionalLength("lasts").value_or(Minutes{0});
  if (reader.Has("lasts") && !reader.Has("at")) {
    reader.AddAt(
        "lasts",
        {"Steget har en längd men inget klockslag.", "The step has a length but no time of day."},
        {"Skriv \"at\" också, eller ta bort \"lasts\".",
         "Write \"at\" too, or take \"lasts\" away."});
  }
  ReadLatest(reader, step);
  if (reader.Has("before-days")) {
    reader.AddAt(
        "before-days",
        {"\"before-days\" hör till \"meeting-of\".", "\"before-days\" belongs to \"meeting-of\"."},
        {"Skriv \"days\" med minus framför.", "Write \"days\" with a minus."});
  }
}

// Reports find their way by these two, before anybody knows which meetings deal with them.
void ReadReports(const JsonReader& reader, ChainStep& step) {
  step.reports = ReadIds(reader, "reports");
  if (step.reports.empty() || (step.id != "item-deadline" && step.id != "minutes")) return;
  reader.AddAt("reports",
               {"Rapporternas väg räknas med steget " + Quoted(step.id) +
                    ": det måste finnas vid alla möten.",
                "Reports are routed by the step " + Quoted(step.id) +
                    ": it has to be there at all meetings."},
               {"Ta bort \"reports\".", "Take \"reports\" away."});
}

ChainStep ReadStep(const JsonReader& reader) {
  ChainStep step;
  step.pointer = reader.pointer();
  if (!reader.ExpectObject()) return step;
  step.id = reader.ReadId("id");
  step.name = reader.ReadText("name");
  step.law = reader.OptionalString("law").value_or("");
  step.place = reader.OptionalId("place").value_or("");
  ReadReports(reader, step);
  if (reader.Has("meeting-of")) {
    ReadMeetingOf(reader, step);
  } else {
    ReadOffset(reader, step);
  }
  step.levels = SeenBy(reader.Has("for") ? ReadLevels(reader) : Levels{Level::kOfficial});
  return step;
}

}  // namespace

std::vector<Chain> ReadChains(const JsonReader& file) {
  std::vector<Chain> chains;
  const std::optional<JsonReader> all = file.OptionalObject("chains");
  if (!all) return chains;
  const auto members = all->Members();
  if (members.size() > kChainsMax) {
    const std::string most = std::to_string(kChainsMax);
    all->Add({"Det är fler än " + most + " kedjor.", "There are more than " + most + " chains."});
  }
  for (const auto& [id, steps] : members) {
    Chain chain;
    chain.id = id;
    for (const JsonReader& step : steps.Elements({0, kStepsPerChainMax})) {
      chain.steps.push_back(ReadStep(step));
    }
    chains.push_back(std::move(chain));
  }
  return chains;
}

}  // namespace rytm
