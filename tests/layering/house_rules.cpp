#include "tests/layering/house_rules.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <utility>

namespace rytm {
namespace {

constexpr std::size_t kSourceLinesMax = 500;
constexpr std::size_t kTestLinesMax = 800;

using Names = std::set<std::string, std::less<>>;

// The rooms, and those each may include besides itself.
const std::map<std::string, Names, std::less<>> kMayInclude = {
    {"base", {}},
    {"dates", {"base"}},
    {"organisation", {"base", "dates"}},
    {"cycle", {"base", "dates", "organisation"}},
    {"plan", {"base", "dates", "organisation", "cycle"}},
    {"edition", {"base", "dates", "organisation"}},
    {"feeds", {"base", "dates", "organisation", "edition"}},
    {"reminders", {"base", "dates", "organisation", "edition"}},
    {"pages", {"base", "dates", "organisation", "cycle", "plan", "edition"}},
    {"store", {"base", "dates", "organisation", "plan", "edition", "reminders"}},
    {"mail", {"base", "reminders"}},
    {"app",
     {"base", "dates", "organisation", "cycle", "plan", "edition", "feeds", "reminders", "pages",
      "store", "mail"}},
    {"server", {"base", "organisation", "plan", "edition", "feeds", "pages", "app"}},
    {"commands", {"base", "organisation", "feeds", "pages", "app", "server"}},
};

// Where one file may see a room that its own room may not: the door between plan and edition.
const std::vector<std::pair<std::string, std::string>> kDoors = {
    {"src/edition/freeze", "plan"},
};

// Headers from outside by the beginning of their name, the longest beginning first, and the rooms
// they live in.
const std::vector<std::pair<std::string, Names>> kLibraries = {
    {"date/date.h", {"*"}},
    {"date/tz.h", {"dates"}},
    {"libical/", {"cycle", "feeds"}},
    {"boost/json", {"base"}},
    {"utf8proc.h", {"base"}},
    {"valijson/", {"base"}},
    {"SQLiteCpp/", {"store"}},
    {"sqlite3.h", {"store"}},
    {"boost/asio", {"server"}},
    {"boost/beast", {"server"}},
    {"boost/url", {"server"}},
    {"boost/system", {"server"}},
    {"CLI/", {"commands"}},
    {"kainjow/", {"pages", "reminders"}},
    {"cairo", {"pages"}},
    {"pango/", {"pages"}},
    {"xlsxwriter", {"app"}},
    {"zip.h", {"app"}},
    {"qrencode.h", {"pages"}},
    {"sodium", {"app"}},
    {"curl/", {"mail"}},
    {"gmime/", {"mail"}},
    {"openssl/", {"mail", "server"}},
    {"spdlog/", {"server", "commands"}},
    {"toml++/", {"commands"}},
    {"prometheus/", {"server"}},
    // The operating system.
    {"fcntl.h", {"store", "app", "commands"}},
    {"signal.h", {"server", "commands"}},
    {"spawn.h", {"app"}},
    {"sys/", {"store", "app", "server", "commands"}},
    {"termios.h", {"commands"}},
    {"unistd.h", {"store", "app", "server", "commands"}},
};

// Libraries that take so long to compile that these files alone include them, behind a header of
// our own.
struct HeavyLibrary {
  std::string beginning;  // of the header's name
  Names files;
  std::string behind;
};
const std::vector<HeavyLibrary> kHeavyLibraries = {
    {"CLI/", {"src/commands/command_line.cpp"}, "commands/command_line.h"},
};

// The rooms without I/O, clock and threads, and the standard headers that would bring them in. A
// mutex may stand around libical, which is not proven thread-safe.
const Names kPureRooms = {"dates",   "organisation", "cycle",     "plan",
                          "edition", "feeds",        "reminders", "pages"};
const Names kImpureHeaders = {"fstream", "iostream", "filesystem", "thread",
                              "future",  "random",   "cstdio",     "condition_variable"};

// Calls f(line, number from 1).
void ForEachLine(std::string_view text,
                 const std::function<void(const std::string&, std::size_t)>& f) {
  std::istringstream lines{std::string(text)};
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) f(line, ++number);
}

// The folder below src/; empty for main.cpp, which wires and may see everything.
std::string RoomOf(std::string_view path) {
  const std::string_view below = path.substr(std::string_view("src/").size());
  const std::size_t slash = below.find('/');
  return slash == std::string_view::npos ? "" : std::string(below.substr(0, slash));
}

struct Include {
  bool quoted = false;
  std::string header;
};

std::optional<Include> IncludeOf(const std::string& line) {
  static const std::regex kInclude(R"re(^\s*#\s*include\s*(["<])([^">]+)[">])re");
  std::smatch match;
  if (!std::regex_search(line, match, kInclude)) return std::nullopt;
  return Include{match[1] == "\"", match[2]};
}

bool HasDoor(std::string_view path, std::string_view room) {
  return std::ranges::any_of(kDoors, [&](const auto& door) {
    return path.starts_with(door.first) && door.second == room;
  });
}

// Empty when the include is allowed.
std::string WrongWithOurs(std::string_view path, const std::string& room,
                          const std::string& header) {
  const std::string target = header.substr(0, header.find('/'));
  if (!kMayInclude.contains(target) || target == header) {
    return "\"" + header + "\" names no room: write \"room/file.h\"";
  }
  if (room.empty() || target == room || HasDoor(path, target)) return "";
  if (kMayInclude.find(room)->second.contains(target)) return "";
  return room + " may not include " + target;
}

std::string WrongWithHeavy(std::string_view path, const std::string& header) {
  for (const HeavyLibrary& library : kHeavyLibraries)
    if (header.starts_with(library.beginning) && !library.files.contains(path))
      return "<" + header + "> takes long to compile: include \"" + library.behind + "\"";
  return "";
}

std::string WrongWithForeign(std::string_view path, const std::string& room,
                             const std::string& header) {
  if (kMayInclude.contains(header.substr(0, header.find('/'))) &&
      header.find('/') != std::string::npos) {
    return "<" + header + "> is our own: use quotes";
  }
  for (const auto& [beginning, rooms] : kLibraries) {
    if (!header.starts_with(beginning)) continue;
    if (room.empty() || rooms.contains("*") || rooms.contains(room))
      return WrongWithHeavy(path, header);
    return room + " may not include <" + header + ">: it stands in " + *rooms.begin();
  }
  const bool standard = header.find('/') == std::string::npos && !header.ends_with(".h");
  if (!standard) return "<" + header + ">: place the library in the table of house_rules.cpp";
  if (kPureRooms.contains(room) && kImpureHeaders.contains(header)) {
    return room + " is pure and may not include <" + header + ">";
  }
  return "";
}

struct BannedWord {
  std::regex pattern;
  std::string why;
  std::string allowed_in;  // the one file where it may stand
};

const std::vector<BannedWord>& BannedWords() {
  static const std::vector<BannedWord> kWords = [] {
    std::vector<BannedWord> words;
    const auto ban = [&](const char* pattern, const char* why, const char* allowed_in) {
      words.push_back({std::regex(pattern), why, allowed_in});
    };
    ban(R"(\b(system_clock|utc_clock|high_resolution_clock)::now|\bgettimeofday\b|\bCLOCK_REALTIME\b)",
        "time enters through Clock", "src/base/system_clock.cpp");
    ban(R"(\btime\((nullptr|NULL|0)\))", "time enters through Clock", "");
    ban(R"(\bCURRENT_(TIMESTAMP|DATE|TIME)\b|'now'|\bunixepoch\(\))",
        "time enters through Clock, not through SQL", "");
    ban(R"(\bviews::|\bstd::views\b|#\s*include\s*<ranges>)", "clang 14 cannot compile views", "");
    ban(R"(#\s*include\s*<(format|expected)>)", "g++ 12 does not have it", "");
    return words;
  }();
  return kWords;
}

bool IsCode(std::string_view path) {
  return path.ends_with(".cpp") || path.ends_with(".h") || path.ends_with(".sql");
}

std::string WithoutComment(std::string_view line) {
  return std::string(line.substr(0, std::min(line.find("//"), line.find("-- "))));
}

std::string_view FolderOf(std::string_view path) { return path.substr(0, path.rfind('/')); }
std::string_view NameOf(std::string_view path) { return path.substr(path.rfind('/') + 1); }

}  // namespace

std::string Tell(const Offence& offence) {
  const std::string line = offence.line == 0 ? "" : ":" + std::to_string(offence.line);
  return offence.path + line + ": " + offence.what;
}

std::vector<Offence> CheckIncludes(std::string_view path, std::string_view text) {
  const std::string room = RoomOf(path);
  if (!room.empty() && !kMayInclude.contains(room)) {
    return {
        {std::string(path), 0, "new room " + room + ": place it in the table of house_rules.cpp"}};
  }
  std::vector<Offence> offences;
  ForEachLine(text, [&](const std::string& line, std::size_t number) {
    const auto include = IncludeOf(line);
    if (!include) return;
    const std::string wrong = include->quoted ? WrongWithOurs(path, room, include->header)
                                              : WrongWithForeign(path, room, include->header);
    if (!wrong.empty()) offences.push_back({std::string(path), number, wrong});
  });
  return offences;
}

std::vector<Offence> CheckWords(std::string_view path, std::string_view text) {
  static const std::regex kLater(
      "\\b(TO"
      "DO|FIX"
      "ME|XX"
      "X|HA"
      "CK)\\b");
  std::vector<Offence> offences;
  ForEachLine(text, [&](const std::string& line, std::size_t number) {
    if (std::regex_search(line, kLater)) {
      offences.push_back({std::string(path), number, "work left for later: do it, or let it be"});
    }
    if (!IsCode(path)) return;
    const std::string code = WithoutComment(line);
    for (const BannedWord& word : BannedWords()) {
      if (path != word.allowed_in && std::regex_search(code, word.pattern)) {
        offences.push_back({std::string(path), number, word.why});
      }
    }
  });
  return offences;
}

std::vector<Offence> CheckNameAndLength(std::string_view path, std::string_view text) {
  static const std::regex kEmptyName(R"((^|[/_.-])(utils?|common|helpers?|managers?)([/_.-]|$))");
  std::vector<Offence> offences;
  if (std::regex_search(std::string(path), kEmptyName)) {
    offences.push_back({std::string(path), 0, "the name says nothing: use the field's own word"});
  }
  const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  const std::size_t most = path.starts_with("src/") ? kSourceLinesMax : kTestLinesMax;
  if (lines > most) {
    offences.push_back({std::string(path), lines,
                        std::to_string(lines) + " lines, at most " + std::to_string(most) +
                            ": does it hold one thing?"});
  }
  return offences;
}

std::vector<Offence> CheckSourcesAreBuilt(const Tree& tree) {
  std::vector<Offence> offences;
  for (const auto& [path, text] : tree) {
    if (!path.starts_with("src/") || !path.ends_with(".cpp") || path == "src/main.cpp") continue;
    const std::string list = std::string(FolderOf(path)) + "/CMakeLists.txt";
    const auto found = tree.find(list);
    static const std::string kBefore = R"((^|[\s(]))";
    static const std::string kAfter = R"(([\s)]|$))";
    std::string name(NameOf(path));
    name = std::regex_replace(name, std::regex(R"(\.)"), R"(\.)");
    if (found == tree.end() ||
        !std::regex_search(found->second, std::regex(kBefore + name + kAfter))) {
      offences.push_back({path, 0, "is not named in " + list + ", so nothing builds it"});
    }
  }
  return offences;
}

std::vector<Offence> CheckNeverSees(const Tree& tree, std::string_view from,
                                    std::string_view hidden) {
  const std::string hidden_folder = "src/" + std::string(hidden) + "/";
  std::vector<Offence> offences;
  std::set<std::string> seen;
  // Depth first over the includes; `way` tells how the hidden room was reached.
  const std::function<void(const std::string&, const std::string&, const std::string&)> visit =
      [&](const std::string& start, const std::string& path, const std::string& way) {
        const auto file = tree.find(path);
        if (file == tree.end() || !seen.insert(path).second) return;
        ForEachLine(file->second, [&](const std::string& line, std::size_t number) {
          const auto include = IncludeOf(line);
          if (!include || !include->quoted) return;
          const std::string next = "src/" + include->header;
          if (next.starts_with(hidden_folder)) {
            offences.push_back(
                {path, number, std::string(from) + " sees " + next + " through " + way});
          } else {
            visit(start, next, way + " > " + include->header);
          }
        });
      };
  for (const auto& [path, text] : tree) {
    if (path.starts_with("src/" + std::string(from) + "/")) visit(path, path, path);
  }
  return offences;
}

}  // namespace rytm
