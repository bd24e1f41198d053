#include "app/external_files.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/json_edit.h"
#include "base/limits.h"
#include "base/system_reason.h"

namespace rytm {
namespace {

namespace fs = std::filesystem;

const Json* Member(const Json* object, std::string_view key) {
  return object == nullptr || !object->is_object() ? nullptr
                                                   : object->get_object().if_contains(key);
}

std::optional<std::string> TextAt(const Json* object, std::string_view key) {
  const Json* text = Member(object, key);
  if (text == nullptr || !text->is_string()) return std::nullopt;
  return std::string(text->get_string());
}

// What of the rule file matters here. What is wrong with it is told by whoever reads it whole.
struct Frame {
  std::string zone;
  DaySpan window{};
  std::vector<std::pair<std::string, std::string>> files;  // pointer of the calendar, file
};

std::optional<Frame> FrameOf(const Json& json) {
  Frame frame;
  frame.zone = TextAt(Member(&json, "organisation"), "zone").value_or("Europe/Stockholm");
  const Json* window = Member(&json, "window");
  const std::optional<Day> first = ParseDay(TextAt(window, "from").value_or(""));
  const std::optional<Day> last = ParseDay(TextAt(window, "until").value_or(""));
  const Json* externals = Member(Member(&json, "calendars"), "external");
  if (!first || !last || externals == nullptr || !externals->is_array()) return std::nullopt;
  frame.window = {*first, *last};
  const JsonArray& all = externals->get_array();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::optional<std::string> file = TextAt(&all[i], "file");
    if (file && Member(&all[i], "dates") == nullptr)
      frame.files.emplace_back("/calendars/external/" + std::to_string(i), *file);
  }
  return frame;
}

bool IsPlainName(const std::string& name) {
  return !name.empty() && name.front() != '.' &&
         name.find_first_of(std::string_view("/\\\0", 3)) == std::string::npos;
}

class ExternalFiles {
 public:
  ExternalFiles(std::string path, Frame frame, const CalendarGuard& guard)
      : path_(std::move(path)), frame_(std::move(frame)), guard_(guard) {}

  Result<std::string> Read(std::string text) {
    for (const auto& [pointer, file] : frame_.files) {
      JsonArray dates;
      for (const Day day : DaysOf(pointer + "/file", file)) dates.push_back(Json(FormatDay(day)));
      std::optional<std::string> edited = SetJson(text, pointer + "/dates", dates);
      if (edited) text = *std::move(edited);
    }
    if (problems_.empty()) return text;
    return Error{ErrorCode::kBadInput,
                 {"En kalender som regelfilen nämner går inte att läsa.",
                  "A calendar that the rule file names cannot be read."},
                 std::move(problems_)};
  }

 private:
  void Tell(const std::string& pointer, Text what, Text instead = {}) {
    if (problems_.size() < kProblemsMax)
      problems_.push_back({path_, pointer, std::move(what), std::move(instead)});
  }

  std::set<Day> DaysOf(const std::string& pointer, const std::string& file) {
    if (!IsPlainName(file)) {
      Tell(pointer, {"\"" + file + "\" är inget filnamn.", "\"" + file + "\" is no file name."},
           {"Lägg filen bredvid regelfilen och skriv bara dess namn, som \"regionen.ics\".",
            "Put the file beside the rule file and write its name alone, as \"region.ics\"."});
      return {};
    }
    const std::optional<std::string> bytes = BytesOf(pointer, file);
    if (!bytes) return {};
    const Result<CalendarTimes> times = guard_.Read(*bytes, {frame_.zone, frame_.window.last});
    if (!times.ok()) {
      Tell(pointer, Text(file + ": ") + times.error().message);
      return {};
    }
    for (const Problem& problem : times.value().problems)
      if (problems_.size() < kProblemsMax)
        problems_.push_back({FileBeside(file), problem.pointer, problem.what, problem.instead});
    return DaysOf(pointer, file, times.value());
  }

  std::set<Day> DaysOf(const std::string& pointer, const std::string& file,
                       const CalendarTimes& times) {
    std::set<Day> days;
    for (const CalendarTime& time : times.times) {
      if (time.cancelled || time.free) continue;
      for (int i = 0; i < time.days; ++i)
        if (time.day + Days{i} >= frame_.window.first) days.insert(time.day + Days{i});
    }
    const std::string first = FormatDay(frame_.window.first);
    if (days.empty()) {
      Tell(pointer,
           {file + " har inga dagar från " + first + " som tar tid och inte är inställda.",
            file + " has no days from " + first + " that take time and are not cancelled."});
    } else if (days.size() > kListItemsMax) {
      const std::string most = std::to_string(kListItemsMax);
      Tell(pointer, {file + " har fler än " + most + " dagar från " + first + ".",
                     file + " has more than " + most + " days from " + first + "."});
    }
    return days;
  }

  std::string FileBeside(const std::string& file) const {
    return (fs::path(path_).parent_path() / file).string();
  }

  // One byte more than may be, at most: the guard tells.
  std::optional<std::string> BytesOf(const std::string& pointer, const std::string& file) {
    const std::string path = FileBeside(file);
    std::error_code trouble;
    std::ifstream stream;
    if (fs::is_regular_file(path, trouble)) stream.open(path, std::ios::binary);
    if (!stream.is_open()) {
      if (!trouble) trouble = std::make_error_code(std::errc::no_such_file_or_directory);
      Tell(pointer, Text("Filen går inte att läsa: " + path + ". ",
                         "The file cannot be read: " + path + ". ") +
                        SystemReason(trouble));
      return std::nullopt;
    }
    std::string bytes(kCalendarBytesMax + 1, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
  }

  std::string path_;
  Frame frame_;
  const CalendarGuard& guard_;
  std::vector<Problem> problems_;
};

}  // namespace

Result<std::string> ReadExternalFiles(const std::string& path, std::string text,
                                      const CalendarGuard& guard) {
  const Result<Json> json = ParseJson(text, path);
  if (!json.ok()) return text;
  std::optional<Frame> frame = FrameOf(json.value());
  if (!frame || frame->files.empty()) return text;
  return ExternalFiles(path, *std::move(frame), guard).Read(std::move(text));
}

}  // namespace rytm
