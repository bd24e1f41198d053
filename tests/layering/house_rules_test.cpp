// Each rule of the house is shown to refuse what it should, and to let the rest be.
#include "tests/layering/house_rules.h"

#include <gtest/gtest.h>

namespace rytm {
namespace {

struct Case {
  std::string path;
  std::string text;
  std::string told;  // the one offence; empty: none
};

std::string TellAll(const std::vector<Offence>& offences) {
  std::string told;
  for (const Offence& offence : offences) told += (told.empty() ? "" : "\n") + Tell(offence);
  return told;
}

TEST(HouseRules, RoomsIncludeDownTheDataFlow) {
  const Case cases[] = {
      {"src/plan/build.cpp", "#include \"cycle/expand.h\"\n#include \"plan/plan.h\"\n", ""},
      {"src/base/text.cpp", "\n#include \"dates/zone.h\"\n",
       "src/base/text.cpp:2: base may not include dates"},
      {"src/feeds/writer.cpp", "#include \"plan/plan.h\"",
       "src/feeds/writer.cpp:1: feeds may not include plan"},
      {"src/edition/freeze.cpp", "#include \"plan/plan.h\"", ""},
      {"src/edition/differences.cpp", "#include \"plan/plan.h\"",
       "src/edition/differences.cpp:1: edition may not include plan"},
      {"src/store/store.cpp", "#  include \"app/app.h\"",
       "src/store/store.cpp:1: store may not include app"},
      {"src/plan/build.cpp", "#include \"build.h\"",
       "src/plan/build.cpp:1: \"build.h\" names no room: write \"room/file.h\""},
      {"src/plan/build.cpp", "#include \"attic/box.h\"",
       "src/plan/build.cpp:1: \"attic/box.h\" names no room: write \"room/file.h\""},
      {"src/plan/build.cpp", "#include <cycle/expand.h>",
       "src/plan/build.cpp:1: <cycle/expand.h> is our own: use quotes"},
      {"src/attic/box.cpp", "",
       "src/attic/box.cpp: new room attic: place it in the table of house_rules.cpp"},
      {"src/main.cpp", "#include \"commands/commands.h\"\n#include <iostream>", ""},
      {"src/plan/build.cpp", "// see #include \"pages/page.h\"", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(c.told, TellAll(CheckIncludes(c.path, c.text))) << c.path << "\n" << c.text;
  }
}

TEST(HouseRules, LibrariesStandInTheirRoom) {
  const Case cases[] = {
      {"src/dates/zone.cpp", "#include <date/tz.h>", ""},
      {"src/cycle/expand.cpp", "#include <date/tz.h>",
       "src/cycle/expand.cpp:1: cycle may not include <date/tz.h>: it stands in dates"},
      {"src/plan/plan.h", "#include <date/date.h>\n#include <vector>", ""},
      {"src/feeds/reader.cpp", "#include <libical/ical.h>", ""},
      {"src/app/publish.cpp", "#include <SQLiteCpp/SQLiteCpp.h>",
       "src/app/publish.cpp:1: app may not include <SQLiteCpp/SQLiteCpp.h>: it stands in store"},
      {"src/server/json.cpp", "#include <boost/json/value.hpp>",
       "src/server/json.cpp:1: server may not include <boost/json/value.hpp>: it stands in base"},
      {"src/app/tick.cpp", "#include <boost/asio.hpp>",
       "src/app/tick.cpp:1: app may not include <boost/asio.hpp>: it stands in server"},
      {"src/base/words.cpp", "#include <boost/algorithm/string.hpp>",
       "src/base/words.cpp:1: <boost/algorithm/string.hpp>: place the library in the table of "
       "house_rules.cpp"},
      {"src/base/words.cpp", "#include <nlohmann.h>",
       "src/base/words.cpp:1: <nlohmann.h>: place the library in the table of house_rules.cpp"},
      {"src/plan/build.cpp", "#include <fstream>",
       "src/plan/build.cpp:1: plan is pure and may not include <fstream>"},
      {"src/feeds/reader.cpp", "#include <mutex>", ""},
      {"src/store/store.cpp", "#include <filesystem>", ""},
      {"src/commands/command_line.cpp", "#include <CLI/CLI.hpp>", ""},
      {"src/commands/feed.cpp", "#include <CLI/CLI.hpp>",
       "src/commands/feed.cpp:1: <CLI/CLI.hpp> takes long to compile: include "
       "\"commands/command_line.h\""},
      {"src/commands/command.h", "#include <CLI/App.hpp>",
       "src/commands/command.h:1: <CLI/App.hpp> takes long to compile: include "
       "\"commands/command_line.h\""},
      {"src/main.cpp", "#include <CLI/CLI.hpp>",
       "src/main.cpp:1: <CLI/CLI.hpp> takes long to compile: include "
       "\"commands/command_line.h\""},
      {"src/app/publish.cpp", "#include <CLI/CLI.hpp>",
       "src/app/publish.cpp:1: app may not include <CLI/CLI.hpp>: it stands in commands"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(c.told, TellAll(CheckIncludes(c.path, c.text))) << c.path << "\n" << c.text;
  }
}

TEST(HouseRules, OneClockAndNothingLeftForLater) {
  const std::string later = "work left for later: do it, or let it be";
  const Case cases[] = {
      {"src/base/system_clock.cpp", "std::chrono::system_clock::now()", ""},
      {"src/app/tick.cpp", "auto t = std::chrono::system_clock::now();",
       "src/app/tick.cpp:1: time enters through Clock"},
      {"src/app/tick.cpp", "// never system_clock::now here", ""},
      {"src/app/tick.cpp", "auto t = time(nullptr);",
       "src/app/tick.cpp:1: time enters through Clock"},
      {"src/app/tick.cpp", "auto t = std::chrono::steady_clock::now();", ""},
      {"schemas/sql/0001-first.sql", "made TEXT DEFAULT CURRENT_TIMESTAMP",
       "schemas/sql/0001-first.sql:1: time enters through Clock, not through SQL"},
      {"src/plan/build.cpp", "for (x : v | std::views::filter(f))",
       "src/plan/build.cpp:1: clang 14 cannot compile views"},
      {"src/pages/pages.cpp", "#include \"pages/views.h\"\nreviews = 1;", ""},
      {"src/plan/build.cpp", "#include <format>", "src/plan/build.cpp:1: g++ 12 does not have it"},
      {"src/plan/build.cpp",
       "\n// TO"
       "DO: the rest",
       "src/plan/build.cpp:2: " + later},
      {"deploy/run",
       "# FIX"
       "ME",
       "deploy/run:1: " + later},
      {"src/plan/build.cpp", "kTodoList", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(c.told, TellAll(CheckWords(c.path, c.text))) << c.path << "\n" << c.text;
  }
}

TEST(HouseRules, NamesSaySomethingAndFilesStaySmall) {
  const std::string nothing = "the name says nothing: use the field's own word";
  const Case cases[] = {
      {"src/base/words.cpp", std::string(500, '\n'), ""},
      {"src/base/words.cpp", std::string(501, '\n'),
       "src/base/words.cpp:501: 501 lines, at most 500: does it hold one thing?"},
      {"tests/plan/build_test.cpp", std::string(801, '\n'),
       "tests/plan/build_test.cpp:801: 801 lines, at most 800: does it hold one thing?"},
      {"src/base/string_utils.h", "", "src/base/string_utils.h: " + nothing},
      {"src/common/day.h", "", "src/common/day.h: " + nothing},
      {"src/app/plan-manager.cpp", "", "src/app/plan-manager.cpp: " + nothing},
      {"src/base/commonwealth.h", "", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(c.told, TellAll(CheckNameAndLength(c.path, c.text))) << c.path;
  }
}

TEST(HouseRules, EverySourceIsBuilt) {
  const Tree tree = {
      {"src/plan/CMakeLists.txt", "rytm_room(plan SOURCES\n  rebuild.cpp align.cpp)\n"},
      {"src/plan/align.cpp", ""},
      {"src/plan/build.cpp", ""},
      {"src/plan/rebuild.cpp", ""},
      {"src/plan/plan.h", ""},
      {"src/main.cpp", ""},
  };
  EXPECT_EQ("src/plan/build.cpp: is not named in src/plan/CMakeLists.txt, so nothing builds it",
            TellAll(CheckSourcesAreBuilt(tree)));
}

TEST(HouseRules, DraftsAreHiddenHoweverFarAway) {
  const Tree tree = {
      {"src/feeds/writer.cpp", "#include \"feeds/writer.h\"\n"},
      {"src/feeds/writer.h", "#include <string>\n#include \"edition/freeze.h\"\n"},
      {"src/edition/freeze.h", "#include \"base/day.h\"\n#include \"plan/plan.h\"\n"},
      {"src/reminders/due.cpp", "#include \"edition/edition.h\"\n"},
      {"src/edition/edition.h", "#include \"edition/edition.h\"\n"},
  };
  EXPECT_EQ(
      "src/edition/freeze.h:2: feeds sees src/plan/plan.h through src/feeds/writer.cpp > "
      "feeds/writer.h > edition/freeze.h",
      TellAll(CheckNeverSees(tree, "feeds", "plan")));
  EXPECT_EQ("", TellAll(CheckNeverSees(tree, "reminders", "plan")));
}

}  // namespace
}  // namespace rytm
