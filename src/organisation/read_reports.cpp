// Reports and the routes they take.
#include "organisation/read_parts.h"
#include "organisation/rule_words.h"

namespace rytm {
namespace {

constexpr int kSpanDaysMax = 400;
constexpr int kLimitDaysMax = 800;
constexpr int kTermMonthsMax = 47;

// Months count into the term from its first day: other periods have days of the year.
MonthsIntoTerm ReadMonths(const JsonReader& reader, const Report& report) {
  const MonthsIntoTerm into{reader.ReadInt("months", 0, kTermMonthsMax)};
  if (report.period != Report::Period::kTerm || report.before_period) {
    reader.AddAt("months",
                 {"Månader räknas från mandatperiodens första dag: det går bara för rapporter med "
                  "\"period\": \"term\" som blir klara under den.",
                  "Months count from the first day of the term: only reports with \"period\": "
                  "\"term\" that are due within it can."},
                 {"Skriv en dag på året: {\"day\": \"--04-15\"}.",
                  "Write a day of the year: {\"day\": \"--04-15\"}."});
  }
  return into;
}

std::optional<Limit> ReadLimit(const JsonReader& hop, std::string_view key, const Report& report) {
  const std::optional<JsonReader> reader = hop.OptionalObject(key);
  if (!reader) return std::nullopt;
  if (!HasOneOf(*reader, {"law", "day", "days", "months"},
                {"Skriv \"law\", \"day\", \"days\" eller \"months\".",
                 "Write \"law\", \"day\", \"days\" or \"months\"."})) {
    return std::nullopt;
  }
  if (reader->Has("law")) return Limit{LawDay{reader->ReadString("law")}};
  if (reader->Has("day")) return Limit{reader->ReadMonthDay("day")};
  if (reader->Has("months")) return Limit{ReadMonths(*reader, report)};
  const int days = reader->ReadInt("days", -kLimitDaysMax, kLimitDaysMax);
  if (report.before_period) {
    reader->AddAt(
        "days",
        {"Dagar räknas efter periodens slut, men den här rapporten ska bli klar före den.",
         "Days count after the period's end, but this report is due before it."},
        {"Skriv en dag på året: {\"day\": \"--11-30\"}.",
         "Write a day of the year: {\"day\": \"--11-30\"}."});
  }
  return Limit{days};
}

Hop ReadHop(const JsonReader& reader, std::size_t index, const Report& report) {
  Hop hop;
  hop.pointer = reader.pointer();
  hop.id = std::to_string(index + 1);
  if (!reader.ExpectObject()) return hop;
  hop.id = reader.OptionalId("id").value_or(hop.id);
  hop.bodies = ReadSelector(reader);
  hop.party = reader.OptionalText("party").value_or(Text{});
  HasOneOf(reader, {"body", "bodies", "party"},
           {"Skriv vem ledet är: \"body\", \"bodies\" eller \"party\".",
            "Write who the hop is: \"body\", \"bodies\" or \"party\"."});
  const bool has_bodies = reader.Has("body") || reader.Has("bodies");
  if (const auto takes = reader.Find("takes")) {
    hop.takes = AsSpan(*takes, 0, kSpanDaysMax).value_or(ChainStep::Span{});
    if (has_bodies && !reader.Has("party")) {
      takes->Add({"Ett organ tar den tid som går till dess möte.",
                  "A body takes the time until its meeting."},
                 {"Ta bort \"takes\".", "Take \"takes\" away."});
    }
  } else if (reader.Has("party")) {
    reader.Add({"Det framgår inte hur lång tid parten behöver.",
                "It does not say how much time the party needs."},
               {"Skriv till exempel \"takes\": {\"days\": 28}.",
                "Write, for example, \"takes\": {\"days\": 28}."});
  }
  hop.does = reader.OptionalText("does").value_or(Text{});
  hop.by = ReadLimit(reader, "by", report);
  hop.not_before = ReadLimit(reader, "not-before", report);
  if (const auto hand_over = reader.Find("hand-over")) {
    hop.hand_over = AsSpan(*hand_over, 0, kSpanDaysMax);
  }
  if (const auto feedback = reader.OptionalObject("feedback")) {
    hop.feedback_days = feedback->ReadInt("days", 1, kSpanDaysMax);
  }
  return hop;
}

void ReadPeriod(const JsonReader& reader, Report& report) {
  const std::optional<JsonReader> period = reader.Find("period");
  if (period && period->IsObject()) {
    report.period = Report::Period::kYearToDate;
    report.period_until = period->ReadMonthDay("until");
  } else {
    report.period = reader.ReadWord("period", kPeriodWords);
  }
}

void ReadReady(const JsonReader& reader, Report& report) {
  const std::optional<JsonReader> ready = reader.OptionalObject("ready");
  if (!ready) {
    if (report.before_period && !reader.Has("ready")) {
      reader.Add({"Det framgår inte när arbetet före perioden är klart att lämna vidare.",
                  "It does not say when the work before the period is ready to hand on."},
                 {"Skriv till exempel \"ready\": {\"day\": \"--09-15\"}.",
                  "Write, for example, \"ready\": {\"day\": \"--09-15\"}."});
    }
    return;
  }
  if (!HasOneOf(*ready, {"days", "day", "months"},
                {"Skriv \"days\", \"day\" eller \"months\".",
                 "Write \"days\", \"day\" or \"months\"."})) {
    return;
  }
  if (ready->Has("day")) {
    report.ready = ready->ReadMonthDay("day");
  } else if (ready->Has("months")) {
    report.ready = ReadMonths(*ready, report);
  } else {
    const int least = report.before_period ? -kLimitDaysMax : 0;
    report.ready = ready->ReadInt("days", least, report.before_period ? 0 : kLimitDaysMax);
  }
}

Report ReadReport(const JsonReader& reader) {
  Report report;
  report.pointer = reader.pointer();
  if (!reader.ExpectObject()) return report;
  report.id = reader.ReadId("id");
  report.name = reader.ReadText("name");
  report.unit = reader.OptionalText("unit").value_or(Text{});
  report.before_period = reader.OptionalBool("before-period").value_or(false);
  ReadPeriod(reader, report);
  ReadReady(reader, report);
  report.prefer = reader.OptionalWord("prefer", kPreferWords).value_or(Report::Prefer::kLatest);
  report.after = reader.OptionalId("after").value_or("");
  for (const JsonReader& hop : reader.ReadArray("route", {1, kHopsPerReportMax})) {
    report.route.push_back(ReadHop(hop, report.route.size(), report));
  }
  report.levels = SeenBy(reader.Has("for") ? ReadLevels(reader) : Levels{Level::kOfficial});
  return report;
}

}  // namespace

std::vector<Report> ReadReports(const JsonReader& file) {
  std::vector<Report> reports;
  for (const JsonReader& reader : file.OptionalArray("reports", {0, kReportsMax})) {
    reports.push_back(ReadReport(reader));
  }
  return reports;
}

}  // namespace rytm
