// A rule file that people or programs have edited badly: it is refused with reasons, or gives a
// plan that keeps its promises. The input says which published rule file, and which values in it
// become what.
#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "plan/build.h"
#include "tests/organisation/rule_files.h"

namespace rytm {
namespace {

constexpr int kEditsMax = 4;
constexpr std::size_t kTextBytes = 24;

// Words that lie near a border of the rules.
constexpr std::string_view kWords[] = {"",
                                       "a",
                                       "kf",
                                       "kf/meeting",
                                       "Ö",
                                       "2027-02-29",
                                       "2028-02-29",
                                       "1995-12-31",
                                       "1996-01-01",
                                       "2037-12-31",
                                       "2038-01-01",
                                       "2027-03-28",
                                       "02:30",
                                       "23:59",
                                       "24:00",
                                       "PT24H",
                                       "PT1M",
                                       "FREQ=DAILY",
                                       "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU",
                                       "FREQ=WEEKLY;INTERVAL=1000;BYDAY=MO",
                                       "FREQ=MONTHLY;BYDAY=5FR;BYMONTH=2",
                                       "FREQ=MONTHLY;BYDAY=-1SU",
                                       "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
                                       "skip",
                                       "week-later",
                                       "previous-working-day"};

struct World {
  testing::RuleFilesFromDisk files;
  std::vector<Json> organisations;
};

const World& TheWorld() {
  static const World* const world = [] {
    auto* made = new World;
    const auto calendar = testing::SourceDir() / "calendar";
    for (const auto& file : std::filesystem::directory_iterator(calendar / "templates")) {
      made->files.AddTemplateFile(file.path());
    }
    std::set<std::filesystem::path> paths;  // sorted: the input means the same on every disk
    for (const char* folder : {"published", "demo"}) {
      for (const auto& file : std::filesystem::directory_iterator(calendar / folder)) {
        if (file.path().extension() == ".json") paths.insert(file.path());
      }
    }
    for (const auto& path : paths) {
      made->organisations.push_back(ParseJson(testing::ReadText(path), path.string()).value());
    }
    return made;
  }();
  return *world;
}

// Every value of the document, itself first.
void List(Json& value, std::vector<Json*>& values) {
  values.push_back(&value);
  if (value.is_object()) {
    for (auto& member : value.get_object()) List(member.value(), values);
  } else if (value.is_array()) {
    for (Json& element : value.get_array()) List(element, values);
  }
}

Json AnyText(FuzzedDataProvider& input) {
  if (input.ConsumeBool()) return Json(input.PickValueInArray(kWords));
  return Json(input.ConsumeRandomLengthString(kTextBytes));
}

void Edit(Json& document, FuzzedDataProvider& input) {
  std::vector<Json*> values;
  List(document, values);
  Json& value = *values[input.ConsumeIntegralInRange<std::size_t>(0, values.size() - 1)];
  const Json other = *values[input.ConsumeIntegralInRange<std::size_t>(0, values.size() - 1)];
  switch (input.ConsumeIntegralInRange(0, 5)) {
    case 0:
      value = other;
      break;
    case 1:
      value = input.ConsumeIntegralInRange<std::int64_t>(-100, 5000);
      break;
    case 2:
      value = AnyText(input);
      break;
    case 3:
      if (value.is_array()) value.get_array().push_back(other);
      break;
    case 4:
      if (value.is_array() && !value.get_array().empty()) value.get_array().pop_back();
      break;
    default:
      if (value.is_object() && !value.get_object().empty()) {
        JsonObject& members = value.get_object();
        const auto which = input.ConsumeIntegralInRange<std::size_t>(0, members.size() - 1);
        members.erase(std::next(members.begin(), static_cast<std::ptrdiff_t>(which)));
      }
  }
}

[[noreturn]] void Broken(std::string_view promise, std::string_view text) {
  std::cerr << "broken promise: " << promise << "\nin the rule file\n" << text << "\n";
  std::abort();
}

void CheckRefusal(const Error& error, std::string_view text) {
  if (error.message.sv.empty() && error.problems.empty()) Broken("a refusal says why", text);
  for (const Problem& problem : error.problems) {
    if (problem.what.sv.empty() || problem.what.en.empty()) Broken("both languages", text);
    if (problem.file.empty()) Broken("a problem names its file", text);
  }
}

void CheckPlan(const Plan& plan, std::string_view text) {
  std::set<std::string_view> ids;
  for (const Item& item : plan.items) {
    if (!ids.insert(item.id).second) Broken("no id twice: " + item.id, text);
    if (item.days < 1) Broken("an item has a day: " + item.id, text);
    if (item.day > kLastDay || item.day < kFirstDay)
      Broken("days within 1996-2037: " + item.id, text);
  }
  const bool sorted = std::ranges::is_sorted(plan.items, {}, &Item::day);
  if (!sorted) Broken("items are sorted by day", text);
}

void TryOrganisation(FuzzedDataProvider& input) {
  const World& world = TheWorld();
  const auto which = input.ConsumeIntegralInRange<std::size_t>(0, world.organisations.size() - 1);
  Json document = world.organisations[which];
  for (int edits = input.ConsumeIntegralInRange(0, kEditsMax); edits > 0; --edits) {
    Edit(document, input);
  }
  const std::string text = WriteJson(document);
  const Result<Organisation> organisation = world.files.Read("any.json", text);
  if (!organisation.ok()) return CheckRefusal(organisation.error(), text);
  const Result<Plan> plan = Build(organisation.value());
  if (!plan.ok()) return CheckRefusal(plan.error(), text);
  CheckPlan(plan.value(), text);
}

}  // namespace
}  // namespace rytm

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider input(data, size);
  rytm::TryOrganisation(input);
  return 0;
}
