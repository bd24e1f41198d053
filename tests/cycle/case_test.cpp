// The tables in tests/cycle/cases: a rule as in a rule file, a window, the days it gives.
//
//   case      what it shows
//   when      as in a rule file; several parts in a list
//   window    first and last day
//   days      the days; after policies where `on` is given: "2027-01-06 stays" gave up,
//             "2027-05-07 warned" was answered by warn; "-" none
//   bases     which meeting each day hangs on, by its day
//   words     the rule in Swedish (words-en: English)
//   meetings  the meetings it hangs on: "2027-01-20", or with "cancelled", "extra", "reserve"
//   body      kind, first day of the term, and perhaps from and until: "council --10-15"
//   deadline  id | day | valid from | valid until | kinds | "election years" or nothing
//   calendars as in a rule file
//   on        as in a rule file; meeting-days: how many days a meeting lasts; avoid: days of others
//   why       what the policies say in Swedish, " / " between (why-en: English)
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "base/json.h"
#include "base/json_reader.h"
#include "cycle/expand.h"
#include "organisation/read_parts.h"
#include "organisation/rule_words.h"
#include "tests/cycle/case_file.h"
#include "tests/cycle/rules.h"

namespace rytm {
namespace {

Day D(const std::string& text) {
  const std::optional<Day> day = ParseDay(text);
  EXPECT_TRUE(day) << "no day: " << text;
  return day.value_or(Day{});
}

date::month_day MonthDay(const std::string& text) {
  const date::year_month_day day = CivilOf(D("2028" + text.substr(1)));
  return day.month() / day.day();
}

// One case, read and worked out.
class Worked {
 public:
  explicit Worked(const Case& one) : case_(one) {
    window_ = {D(Words("window").at(0)), D(Words("window").at(1))};
    ReadBody();
    ReadMeetings();
    for (const std::string& row : SplitAt(case_.Value("deadline"), ';')) ReadDeadline(row);
    const Json calendars = JsonOf("{\"calendars\": " + Or("calendars", "{}") + "}");
    calendars_ = ReadCalendars(JsonReader(calendars, case_.file, problems_));
    when_ = WhensFrom(case_.Value("when"));
    if (case_.Has("on")) ReadPolicies();
    for (const Problem& problem : problems_) ADD_FAILURE() << problem.pointer << problem.what.sv;
    Expand();
  }

  std::vector<std::string> days() const { return days_; }
  std::vector<std::string> bases() const { return bases_; }
  std::string Why(Language language) const {
    std::string text;
    for (const Reason& reason : why_) {
      text += (text.empty() ? "" : " / ") + InWords(reason, language);
    }
    return text;
  }
  Text words() const { return WhenInWords(when_.at(0)); }

 private:
  std::vector<std::string> Words(const std::string& word) const {
    return SplitAt(case_.Value(word), ' ');
  }
  std::string Or(const std::string& word, const std::string& otherwise) const {
    return case_.Has(word) ? case_.Value(word) : otherwise;
  }
  Json JsonOf(const std::string& text) const {
    const Result<Json> json = ParseJson(text, case_.file);
    EXPECT_TRUE(json.ok()) << text;
    return json.ok() ? json.value() : Json();
  }

  void ReadBody() {
    const std::vector<std::string> words = Words("body");
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i] == "from") {
        body_.from = D(words.at(++i));
      } else if (words[i] == "until") {
        body_.until = D(words.at(++i));
      } else if (words[i].starts_with("--")) {
        body_.term_start = MonthDay(words[i]);
      } else {
        const auto kind = std::find_if(std::begin(kBodyKindWords), std::end(kBodyKindWords),
                                       [&](const auto& one) { return one.word == words[i]; });
        ASSERT_NE(kind, std::end(kBodyKindWords)) << words[i];
        body_.kind = kind->value;
      }
    }
  }

  void ReadMeetings() {
    for (const std::string& meeting : SplitAt(case_.Value("meetings"), ',')) {
      const auto is = [&](const char* word) { return meeting.find(word) != std::string::npos; };
      meetings_.push_back({.index = meetings_.size(),
                           .day = D(meeting.substr(0, 10)),
                           .extra = is("extra"),
                           .cancelled = is("cancelled"),
                           .reserve = is("reserve")});
    }
  }

  void ReadDeadline(const std::string& row) {
    std::vector<std::string> cells;
    std::string rest = row;
    for (std::size_t bar = rest.find('|'); bar != std::string::npos; bar = rest.find('|')) {
      cells.push_back(rest.substr(0, bar));
      rest = rest.substr(bar + 1);
    }
    cells.push_back(rest);
    const auto cell = [&](std::size_t i) {
      const std::vector<std::string> trimmed =
          i < cells.size() ? SplitAt(cells[i], '|') : std::vector<std::string>{};
      return trimmed.empty() ? std::string() : trimmed[0];
    };
    Deadline deadline;
    deadline.id = cell(0);
    deadline.day = MonthDay(cell(1));
    deadline.valid_from = D(cell(2));
    if (!cell(3).empty()) deadline.valid_until = D(cell(3));
    for (const std::string& word : SplitAt(cell(4), ' ')) {
      for (const auto& kind : kBodyKindWords) {
        if (kind.word == word) deadline.kinds.push_back(kind.value);
      }
    }
    deadline.election_years_only = cell(5) == "election years";
    deadlines_.push_back(deadline);
  }

  void ReadPolicies() {
    const Json json = JsonOf(case_.Value("on"));
    const JsonReader reader(json, case_.file, problems_);
    for (const auto& condition : kConditionWords) {
      series_.on[static_cast<int>(condition.value)] =
          reader.OptionalWord(condition.word, kAnswerWords);
    }
    reader.OnlyKeys({"public-holiday", "eve", "bridge-day", "election-week", "recess",
                     "school-break", "other-body"});
    if (case_.Has("meeting-days")) series_.days = std::stoi(case_.Value("meeting-days"));
    for (const std::string& day : SplitAt(case_.Value("avoid"), ',')) avoided_.push_back(D(day));
  }

  void Expand() {
    const DayFacts facts(calendars_, window_);
    std::vector<NominalDay> nominal;
    for (std::size_t part = 0; part < when_.size(); ++part) {
      const Result<std::vector<NominalDay>> given =
          rytm::Expand(when_[part], part, body_, meetings_, deadlines_, facts, window_);
      ASSERT_TRUE(given.ok()) << given.error().message.sv;
      for (const NominalDay& day : given.value()) {
        EXPECT_EQ(part, day.part);
        nominal.push_back(day);
      }
    }
    std::stable_sort(nominal.begin(), nominal.end(),
                     [](const NominalDay& a, const NominalDay& b) { return a.day < b.day; });
    for (const NominalDay& day : nominal) AddDay(day, facts);
  }

  void AddDay(const NominalDay& nominal, const DayFacts& facts) {
    if (nominal.base) bases_.push_back(FormatDay(meetings_.at(*nominal.base).day));
    if (!case_.Has("on")) {
      days_.push_back(FormatDay(nominal.day));
      return;
    }
    const PolicyResult result = ApplyPolicies(series_, nominal, avoided_, facts);
    why_.insert(why_.end(), result.why.begin(), result.why.end());
    if (result.skipped) return;
    days_.push_back(FormatDay(result.day) + (result.gave_up ? " stays" : "") +
                    (result.warned ? " warned" : ""));
  }

  const Case& case_;
  std::vector<Problem> problems_;
  DaySpan window_{};
  Body body_;
  Series series_;
  std::vector<When> when_;
  Calendars calendars_;
  std::vector<BaseDay> meetings_;
  std::vector<Deadline> deadlines_;
  std::vector<Day> avoided_;
  std::vector<std::string> days_, bases_;
  std::vector<Reason> why_;
};

const std::string& CasesFolder() {
  static const std::string folder = RYTM_SOURCE_DIR "/tests/cycle/cases";
  return folder;
}

std::vector<std::string> CaseFiles() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(CasesFolder())) {
    names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string Joined(const std::vector<std::string>& days) {
  if (days.empty()) return "-";
  std::string text;
  for (const std::string& day : days) text += (text.empty() ? "" : ", ") + day;
  return text;
}

class CaseFile : public testing::TestWithParam<std::string> {};

TEST_P(CaseFile, GivesTheDaysItSays) {
  const std::string path = CasesFolder() + "/" + GetParam() + ".txt";
  const std::vector<Case> cases = ReadCases(path);
  ASSERT_FALSE(cases.empty());
  for (const Case& one : cases) {
    SCOPED_TRACE(path + ":" + std::to_string(one.line) + " " + one.Value("case"));
    for (const auto& [word, value] : one.values) {
      static const std::vector<std::string> kKnown = {
          "case", "when",     "window",    "days", "bases", "words",        "words-en", "meetings",
          "body", "deadline", "calendars", "on",   "avoid", "meeting-days", "why",      "why-en"};
      EXPECT_NE(std::find(kKnown.begin(), kKnown.end(), word), kKnown.end()) << word;
    }
    const Worked worked(one);
    EXPECT_EQ(one.Value("days"), Joined(worked.days()));
    const auto expect = [&](const char* word, const std::string& got) {
      if (one.Has(word)) {
        EXPECT_EQ(one.Value(word), got) << word;
      }
    };
    expect("bases", Joined(worked.bases()));
    expect("words", worked.words().sv);
    expect("words-en", worked.words().en);
    expect("why", worked.Why(Language::kSwedish));
    expect("why-en", worked.Why(Language::kEnglish));
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, CaseFile, testing::ValuesIn(CaseFiles()), [](const auto& file) {
  std::string name = file.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace rytm
