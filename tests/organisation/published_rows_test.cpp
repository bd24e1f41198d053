// The plans that real organisations published, written down in every way people write plans, are
// read as they were.
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>
#include <sstream>

#include "base/decode_text.h"
#include "base/words.h"
#include "organisation/decided_plan.h"
#include "tests/organisation/rule_files.h"

namespace rytm {
namespace {

constexpr Language kSv = Language::kSwedish;

using Days = std::map<std::string, std::set<Day>>;  // by body id

struct Published {
  std::string name;
  Organisation organisation;
  Days days;
};

const std::vector<Published>& Plans() {
  static const std::vector<Published>* const plans = [] {
    auto* read = new std::vector<Published>;
    const testing::RuleFilesFromDisk files;
    for (const char* name : {"bengtsfors-2022", "ljusdal-2021", "norrbotten-2024", "vannas-2025"}) {
      const std::string file = std::string(name) + ".json";
      Published plan{name, {}, {}};
      const std::string rules =
          testing::ReadText(testing::SourceDir() / "calendar/published" / file);
      plan.organisation = files.Read(file, rules).value();
      std::istringstream table(testing::ReadText(
          testing::SourceDir() / "tests/plan/cases/published" / (std::string(name) + ".txt")));
      std::string body;
      for (std::string line; std::getline(table, line);) {
        if (line.empty() || line.front() == '#') continue;
        if (line.front() != ' ') body = line.substr(0, line.find('/'));
        std::istringstream words(line);
        for (std::string word; words >> word;)
          if (const std::optional<Day> day = ParseDay(word)) plan.days[body].insert(*day);
      }
      read->push_back(std::move(plan));
    }
    return read;
  }();
  return *plans;
}

Days Read(const Published& plan, const std::string& bytes) {
  const Result<std::string> text = DecodeText(bytes);
  EXPECT_TRUE(text.ok()) << plan.name;
  if (!text.ok()) return {};
  const Result<DecidedPlan> read = ReadDecidedPlan(text.value(), plan.organisation, {});
  EXPECT_TRUE(read.ok()) << plan.name;
  Days days;
  if (!read.ok()) return days;
  for (const DecidedRow& row : read.value().rows) {
    for (const Problem& problem : row.problems)
      ADD_FAILURE() << plan.name << " " << row.text << ": " << problem.what.sv;
    for (const DecidedMeeting& meeting : row.meetings) days[meeting.body].insert(meeting.day);
  }
  return days;
}

void ExpectReadBack(const std::function<std::string(const Published&)>& write) {
  for (const Published& plan : Plans()) {
    const std::string text = write(plan);
    EXPECT_EQ(plan.days, Read(plan, text)) << plan.name << "\n" << text.substr(0, 600);
  }
}

std::string Number(unsigned number) { return std::to_string(number); }
std::string TwoDigits(unsigned number) { return (number < 10 ? "0" : "") + Number(number); }

struct Written {
  explicit Written(Day day)
      : civil(CivilOf(day)),
        y(std::to_string(static_cast<int>(civil.year()))),
        m(static_cast<unsigned>(civil.month())),
        d(static_cast<unsigned>(civil.day())) {}
  date::year_month_day civil;
  std::string y;
  unsigned m;
  unsigned d;
};

// Every way to write a day with its year.
const std::map<std::string, std::function<std::string(Day)>> kWays = {
    {"iso", [](Day day) { return FormatDay(day); }},
    {"six digits", [](Day day) { return FormatDay(day).substr(2); }},
    {"without hyphens",
     [](Day day) {
       const Written w(day);
       return w.y + TwoDigits(w.m) + TwoDigits(w.d);
     }},
    {"slash and year",
     [](Day day) {
       const Written w(day);
       return Number(w.d) + "/" + Number(w.m) + " " + w.y;
     }},
    {"slash and short year",
     [](Day day) {
       const Written w(day);
       return Number(w.d) + "/" + Number(w.m) + "-" + w.y.substr(2);
     }},
    {"dots",
     [](Day day) {
       const Written w(day);
       return Number(w.d) + "." + Number(w.m) + "." + w.y;
     }},
    {"month in letters",
     [](Day day) {
       const Written w(day);
       return Number(w.d) + " " + std::string(MonthName(w.civil.month(), kSv)) + " " + w.y;
     }},
    {"excel's short month",
     [](Day day) {
       const Written w(day);
       return Number(w.d) + "-" + std::string(MonthName(w.civil.month(), kSv)).substr(0, 3) + "-" +
              w.y.substr(2);
     }},
    {"short weekday", [](Day day) { return ShortDayWithYear(day, kSv); }},
    {"in full",
     [](Day day) {
       const std::string words = LongDay(day, kSv);
       const std::size_t blank = words.find(' ');
       return words.substr(0, blank) + " den" + words.substr(blank);
     }},
    {"in English", [](Day day) { return LongDay(day, Language::kEnglish); }},
};

const Body& BodyOf(const Published& plan, const std::string& id) {
  return *plan.organisation.FindBody(id);
}

std::string AsList(const Published& plan, const std::function<std::string(Day)>& way,
                   const std::string& separator) {
  std::string text = "Organ" + separator + "Datum\r\n";
  for (const auto& [body, days] : plan.days)
    for (const Day day : days)
      text += "\"" + BodyOf(plan, body).name.sv + "\"" + separator + way(day) + "\r\n";
  return text;
}

TEST(PublishedRows, AreReadInEveryWayToWriteADay) {
  for (const auto& [name, way] : kWays) {
    SCOPED_TRACE(name);
    ExpectReadBack([&way = way](const Published& plan) { return AsList(plan, way, ";"); });
  }
}

TEST(PublishedRows, AreReadWithEverySeparator) {
  for (const char* separator : {";", ",", "\t", "|"}) {
    SCOPED_TRACE(separator);
    ExpectReadBack([&](const Published& plan) { return AsList(plan, FormatDay, separator); });
  }
}

std::string AsWindows1252(const std::string& utf8) {
  std::string bytes;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto c = static_cast<unsigned char>(utf8[i]);
    if (c < 0x80) {
      bytes += utf8[i];
    } else {
      const auto next = static_cast<unsigned char>(utf8[++i]);
      bytes += static_cast<char>(((c & 0x03U) << 6U) | (next & 0x3FU));
    }
  }
  return bytes;
}

TEST(PublishedRows, AreReadInEveryEncoding) {
  const auto list = [](const Published& plan) { return AsList(plan, FormatDay, ";"); };
  ExpectReadBack([&](const Published& plan) { return "\xEF\xBB\xBF" + list(plan); });
  ExpectReadBack([&](const Published& plan) { return AsWindows1252(list(plan)); });
}

// As municipalities print it: bodies by months, day numbers in the cells.
TEST(PublishedRows, AreReadAsATableOfMonths) {
  ExpectReadBack([](const Published& plan) {
    const std::string year = plan.name.substr(plan.name.size() - 4);
    std::string text = "Sammanträdestider " + year + "\nNämnd";
    for (unsigned m = 1; m <= 12; ++m) text += ";" + std::string(MonthName(date::month{m}, kSv));
    text += "\n";
    for (const auto& [body, days] : plan.days) {
      text += BodyOf(plan, body).short_name;
      for (unsigned m = 1; m <= 12; ++m) {
        text += ";";
        bool first = true;
        for (const Day day : days) {
          if (Written(day).m != m) continue;
          text += (first ? "" : ", ") + Number(Written(day).d);
          first = false;
        }
      }
      text += "\n";
    }
    return text;
  });
}

TEST(PublishedRows, AreReadAsATableOfBodies) {
  ExpectReadBack([](const Published& plan) {
    const std::string year = plan.name.substr(plan.name.size() - 4);
    std::string text = "Månad";
    for (const auto& [body, days] : plan.days) text += "\t" + BodyOf(plan, body).name.sv;
    for (unsigned m = 1; m <= 12; ++m) {
      text += "\n" + std::string(MonthName(date::month{m}, kSv)) + " " + year;
      for (const auto& [body, days] : plan.days) {
        text += "\t";
        for (const Day day : days)
          if (Written(day).m == m) text += Number(Written(day).d) + "/" + Number(m) + " ";
      }
    }
    return text;
  });
}

TEST(PublishedRows, AreReadAsALineForEachBody) {
  ExpectReadBack([](const Published& plan) {
    const std::string year = plan.name.substr(plan.name.size() - 4);
    std::string text = "Sammanträdesdagar år " + year + "\n\n";
    for (const auto& [body, days] : plan.days) {
      text += BodyOf(plan, body).name.sv + ":";
      for (const Day day : days) {
        const Written w(day);
        text += (day == *days.begin() ? " " : ", ") + Number(w.d) + " " +
                std::string(MonthName(w.civil.month(), kSv));
      }
      text += "\n";
    }
    return text;
  });
}

TEST(PublishedRows, AreReadAsDaysUnderTheBodysName) {
  ExpectReadBack([](const Published& plan) {
    std::string text;
    for (const auto& [body, days] : plan.days) {
      text += BodyOf(plan, body).name.sv + "\n";
      for (const Day day : days) text += LongDay(day, kSv) + " kl. 13.00\n";
      text += "\n";
    }
    return text;
  });
}

}  // namespace
}  // namespace rytm
