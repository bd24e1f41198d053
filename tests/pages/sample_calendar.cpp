#include "tests/pages/sample_calendar.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

namespace rytm {
namespace {

Body Listed(const std::string& id, BodyKind kind, Text name, std::string short_name) {
  Body body;
  body.id = id;
  body.kind = kind;
  body.name = std::move(name);
  body.short_name = std::move(short_name);
  body.listed = true;
  return body;
}

CalendarEntry Week(Text name, unsigned week) {
  return {.name = std::move(name), .days = week, .pointer = ""};
}

Organisation EkebyWithBreaks() {
  Organisation ekeby = Ekeby();
  ekeby.places.push_back({.id = "kulturhuset",
                          .name = Text("Kulturhuset Kvarnen", "Kvarnen Arts Centre"),
                          .access = Text("Ingång i markplan", "Level entrance"),
                          .address = Text("Kvarngatan 4, Ekeby")});
  ekeby.contact = Text("Kansliet, kansliet@ekeby.example, svarar vardagar",
                       "The secretariat, kansliet@ekeby.example, answers on weekdays");
  ekeby.bodies[0].short_name = "KF";
  ekeby.bodies[1].short_name = "KS";
  ekeby.bodies[2].short_name = "SON";
  Body culture =
      Listed("kun", BodyKind::kCommittee, Text("Kulturnämnden", "Culture Committee"), "");
  culture.until = On("2027-12-31");
  Body leisure = Listed("kfn", BodyKind::kCommittee,
                        Text("Kultur- och fritidsnämnden", "Culture and Leisure Committee"), "KFN");
  leisure.from = On("2028-01-01");
  leisure.succeeds = {"kun"};
  ekeby.bodies.push_back(culture);
  ekeby.bodies.push_back(leisure);
  ekeby.calendars.school_breaks = {Week(Text("Sportlov", "Winter break"), 8),
                                   {.name = Text("Påsklov", "Easter break"),
                                    .days = CalendarEntry::EasterWeek::kAfter,
                                    .pointer = ""},
                                   Week(Text("Höstlov", "Autumn break"), 44)};
  ekeby.calendars.recesses = {{.name = Text("Sommaruppehåll", "Summer recess"),
                               .days = CalendarEntry::FromUntil{{std::nullopt, date::June / 28},
                                                                {std::nullopt, date::August / 13}},
                               .pointer = ""}};
  return ekeby;
}

Item Council(std::string_view day) {
  Item item = Meeting("kf", day, "18:30");
  item.open = Openness::kPublic;
  item.webcast = true;
  item.link = "https://video.example/kf?key=secret";
  return item;
}

Item Board(std::string_view day) {
  Item item = Meeting("ks", day, "13:30");
  item.place = "rum-2";
  item.link = "https://video.example/ks?key=secret";
  item.description = Text("Förbered frågan om lokaler.", "Prepare the question of premises.");
  return item;
}

Item Committee(std::string_view day) { return Meeting("son", day, "13:00", Minutes{240}); }

Business Decides(Text name) {
  return {
      .report = "report", .period = "2027", .name = std::move(name), .does = {}, .decides = true};
}

std::vector<Item> CouncilYear() {
  Item budget = Council("2027-11-22");
  budget.at = Clock("09:00");
  budget.lasts = Minutes{480};
  budget.title = Text("Budgetfullmäktige", "Budget council");
  budget.business = {Decides(Text("Budget 2028", "Budget 2028")),
                     Decides(Text("Delårsrapport augusti", "Interim report, August"))};
  const Item first = Council("2027-02-22");
  const Item tuesday = Council("2027-03-30");
  const Item notice =
      Step(budget, "notice", Text("Kallelse och handlingar publiceras", "Notice and papers"),
           "2027-11-11", kEverybody);
  const Item deadline =
      Step(budget, "item-deadline", Text("Ärendestopp", "Item deadline"), "2027-10-25", kInside);
  const Item minutes = Step(budget, "minutes", Text("Protokollet justeras", "Minutes approved"),
                            "2027-12-02", kEverybody);
  Item hearing = Council("2027-10-05");
  hearing.id = "ekeby.kf.hearing.2027-10-05";
  hearing.kind = ItemKind::kDialogue;
  hearing.origin = "hearing";
  hearing.place = "kulturhuset";
  hearing.title = Text("Medborgardialog", "Talk with citizens");
  return {first,    tuesday, Council("2027-06-14"), Council("2027-09-27"), hearing, budget, notice,
          deadline, minutes, Council("2028-02-21")};
}

std::vector<Item> OtherBodies() {
  Item reserve = Board("2027-12-01");
  reserve.status = MeetingStatus::kReserve;
  Item joint = Board("2027-11-17");
  joint.with = {"son", "son-presidium"};
  joint.title = Text("Gemensam överläggning", "Joint deliberation");
  Item reflection = Board("2027-11-24");
  reflection.id = "ekeby.ks.reflection.2027-11-24";
  reflection.kind = ItemKind::kDialogue;
  reflection.origin = "reflection";
  reflection.title = Text("Gemensam reflektion", "Reflecting together");
  reflection.levels = kInside;
  Item company = Meeting("bolag", "2027-10-06", "09:00");
  company.levels = kInside;
  Item culture = Meeting("kun", "2027-10-04", "17:00", Minutes{0});
  culture.open = Openness::kPartly;
  return {Board("2027-01-20"),
          Board("2027-02-17"),
          Board("2027-09-22"),
          joint,
          reserve,
          Board("2027-12-15"),
          Board("2028-01-19"),
          Committee("2027-02-16"),
          Committee("2027-09-21"),
          Committee("2027-11-16"),
          reflection,
          company,
          culture};
}

std::vector<Item> Everything(const std::vector<Item>& changed) {
  std::vector<Item> items = CouncilYear();
  for (const std::vector<Item>& more : {OtherBodies(), changed})
    items.insert(items.end(), more.begin(), more.end());
  return items;
}

std::string FileText(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The parts of a text between a letter.
std::vector<std::string_view> SplitAt(char letter, std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(letter), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// What an address asks for, as the server reads it.
struct Asked {
  PublicCalendar calendar;
  std::vector<std::string_view> parts;
  PageQuery query{};
};

Asked AskedAt(const SampleCalendar& sample, std::string_view address) {
  address = address.substr(0, address.find('#'));
  const std::size_t path = std::min(address.find('?'), address.size());
  Asked asked{.calendar = sample.In(Language::kSwedish),
              .parts = SplitAt('/', address.substr(0, path))};
  for (const std::string_view pair : SplitAt('&', address.substr(path))) {
    const std::string value(pair.substr(pair.find('=') + 1));
    if (pair.find("year=") != std::string_view::npos) asked.query.year = std::stoi(value);
    if (pair.find("quarter=") != std::string_view::npos) asked.query.quarter = std::stoi(value);
    if (pair.find("body=") != std::string_view::npos) asked.query.body = value;
  }
  if (!asked.parts.empty() && asked.parts.front() == "en") {
    asked.calendar.language = Language::kEnglish;
    asked.parts.erase(asked.parts.begin());
  }
  return asked;
}

}  // namespace

PublicCalendar SampleCalendar::In(Language language, std::string_view today) const {
  return {.organisation = organisation,
          .editions = editions,
          .today = On(today),
          .language = language,
          .base_url = base_url};
}

SampleCalendar Ekeby2027() {
  Publications publications(EkebyWithBreaks());
  Item october = Board("2027-10-20");
  Item cancelled = Committee("2027-10-19");
  publications.Publish(Everything({october, cancelled}), "2026-12-08T09:00:00Z");
  october.day = On("2027-10-21");
  october.moved_from = On("2027-10-20");
  october.reason = Text("Ordföranden är i Bryssel", "The chair is in Brussels");
  cancelled.cancelled = true;
  cancelled.public_reason = Text("få ärenden", "few items");
  publications.Publish(Everything({october, cancelled}), "2027-09-14T07:30:00Z");
  SampleCalendar sample{.organisation = publications.organisation(), .editions = {}};
  for (const Edition& edition : publications.latest())
    sample.editions.emplace(edition.body, edition);
  return sample;
}

SampleCalendar Unpublished() { return {.organisation = EkebyWithBreaks(), .editions = {}}; }

const PageTemplates& Templates() {
  static const std::map<std::string, std::string> kTexts = [] {
    std::map<std::string, std::string> texts;
    const std::string folder = std::string(RYTM_SOURCE_DIR) + "/src/pages/templates";
    for (const auto& file : std::filesystem::directory_iterator(folder))
      texts.emplace(file.path().stem(), FileText(file.path()));
    return texts;
  }();
  static const PageTemplates kTemplates(kTexts.begin(), kTexts.end());
  return kTemplates;
}

std::optional<std::string> PageAt(const SampleCalendar& sample, std::string_view address) {
  const Asked asked = AskedAt(sample, address);
  if (asked.parts.empty()) return std::nullopt;
  return PageAt(asked.calendar, Templates(), asked.parts, asked.query);
}

std::optional<PublicFile> FileAt(const SampleCalendar& sample, std::string_view address) {
  const Asked asked = AskedAt(sample, address);
  std::optional<Result<PublicFile>> file = PublicFileAt(asked.calendar, asked.parts, asked.query);
  if (!file || !file->ok()) return std::nullopt;
  return std::move(*file).value();
}

}  // namespace rytm
