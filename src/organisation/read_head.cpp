// The file's own particulars, its calendars and places.
#include <utility>

#include "base/address.h"
#include "base/json_words.h"
#include "organisation/read_parts.h"
#include "organisation/rule_words.h"

namespace rytm {
namespace {

YearlyDay ReadYearlyDay(const JsonReader& entry, std::string_view key) {
  const std::optional<JsonReader> member = entry.Find(key);
  const auto* text = member ? member->json().if_string() : nullptr;
  if (text != nullptr && text->starts_with("--")) return {std::nullopt, entry.ReadMonthDay(key)};
  const auto civil = CivilOf(entry.ReadDay(key));
  return {static_cast<int>(civil.year()), {civil.month(), civil.day()}};
}

CalendarEntry::FromUntil ReadFromUntil(const JsonReader& entry) {
  const CalendarEntry::FromUntil span{ReadYearlyDay(entry, "from"), ReadYearlyDay(entry, "until")};
  if (span.from.year.has_value() != span.until.year.has_value()) {
    entry.Add({"Den ena dagen gäller varje år, den andra ett visst år.",
               "One of the days is of every year, the other of a certain year."},
              {"Skriv båda som \"--06-23\" eller båda som \"2027-06-23\".",
               "Write both as \"--06-23\" or both as \"2027-06-23\"."});
  } else if (span.from.year && std::pair(*span.from.year, span.from.day) >
                                   std::pair(*span.until.year, span.until.day)) {
    entry.AddAt("until",
                {"Perioden slutar innan den börjar.", "The period ends before it begins."});
  }
  return span;
}

std::vector<CalendarEntry> ReadEntries(const JsonReader& calendars, std::string_view key) {
  std::vector<CalendarEntry> entries;
  for (const JsonReader& reader : calendars.OptionalArray(key, {0, kListItemsMax})) {
    CalendarEntry entry;
    entry.pointer = reader.pointer();
    if (reader.ExpectObject()) {
      entry.name = reader.ReadText("name");
      HasOneOf(reader, {"iso-week", "from", "easter-week"},
               {"Skriv \"iso-week\", eller \"from\" och \"until\", eller \"easter-week\".",
                "Write \"iso-week\", or \"from\" and \"until\", or \"easter-week\"."});
      if (reader.Has("iso-week")) {
        entry.days = static_cast<unsigned>(reader.ReadInt("iso-week", 1, 53));
      } else if (reader.Has("easter-week")) {
        entry.days = reader.ReadWord("easter-week", kEasterWeekWords);
      } else if (reader.Has("from")) {
        entry.days = ReadFromUntil(reader);
      }
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

// A file is read into days before the rule file comes here.
void TellNoDates(const JsonReader& reader) {
  if (!reader.Has("file")) {
    reader.ReadArray("dates");
    return;
  }
  reader.AddAt("file", {"Kalenderfilen är inte inläst.", "The calendar file has not been read."},
               {"Läs in regelfilen med rytm, där kalenderfilen ligger bredvid den, eller skriv "
                "dagarna som \"dates\".",
                "Read the rule file with rytm where the calendar file lies beside it, or write the "
                "days as \"dates\"."});
}

ExternalCalendar ReadExternal(const JsonReader& reader) {
  ExternalCalendar external;
  if (!reader.ExpectObject()) return external;
  external.id = reader.ReadId("id");
  external.name = reader.ReadText("name");
  external.dates = reader.OptionalDays("dates", {0, kListItemsMax});
  if (!reader.Has("dates")) TellNoDates(reader);
  external.shares_members_with = ReadIds(reader, "shares-members-with");
  external.place = reader.OptionalId("place").value_or("");
  return external;
}

std::vector<Text> ReadTexts(const JsonReader& reader, std::string_view key) {
  std::vector<Text> texts;
  for (const JsonReader& text : reader.OptionalArray(key, {0, kListItemsMax}))
    texts.push_back(text.AsText().value_or(Text{}));
  return texts;
}

Accessibility ReadAccessibility(const JsonReader& reader) {
  Accessibility told;
  told.conforms = reader.OptionalWord("conforms", kConformsWords);
  told.shortcomings = ReadTexts(reader, "shortcomings");
  told.burdens = ReadTexts(reader, "burdens");
  told.outside_law = ReadTexts(reader, "outside-law");
  told.assessed = reader.OptionalDay("assessed");
  told.method = reader.OptionalText("method").value_or(Text{});
  told.updated = reader.OptionalDay("updated");
  told.email = reader.OptionalString("email").value_or("");
  constexpr std::size_t kDomainLabelsMin = 2;
  if (!told.email.empty() && !IsAddress(told.email, kDomainLabelsMin)) {
    reader.AddAt("email",
                 {Quoted(told.email) + " är ingen e-postadress.",
                  Quoted(told.email) + " is no e-mail address."},
                 {"Till exempel \"tillganglighet@ekeby.example\": bokstäver utan å, ä och ö.",
                  "For example \"accessibility@ekeby.example\": plain letters."});
    told.email.clear();
  }
  told.phone = reader.OptionalString("phone").value_or("");
  return told;
}

void ReadWindow(const JsonReader& file, Organisation& organisation) {
  const std::optional<JsonReader> window = file.ReadObject("window");
  if (!window) return;
  organisation.window = {window->ReadDay("from"), window->ReadDay("until")};
  const auto days = (organisation.window.last - organisation.window.first).count() + 1;
  const bool both_read = organisation.window.first != Day{} && organisation.window.last != Day{};
  if (both_read && days < 1) {
    window->AddAt("until",
                  {"Fönstret slutar innan det börjar.", "The window ends before it begins."},
                  {"Skriv en dag efter " + FormatDay(organisation.window.first) + ".",
                   "Write a day after " + FormatDay(organisation.window.first) + "."});
  } else if (both_read && days > kWindowDaysMax) {
    const std::string years = std::to_string(kWindowDaysMax / 366);
    window->AddAt("until",
                  {"Fönstret är längre än " + years + " år.",
                   "The window is longer than " + years + " years."},
                  {"Planera högst tre mandatperioder i taget.",
                   "Plan three terms of office at most at a time."});
  }
}

}  // namespace

void ReadHead(const JsonReader& file, Organisation& organisation) {
  if (const std::optional<JsonReader> head = file.ReadObject("organisation")) {
    organisation.id = head->ReadId("id");
    organisation.name = head->ReadText("name");
    organisation.host = head->ReadString("host");
    organisation.address = head->OptionalString("address").value_or("");
    if (organisation.address.ends_with('/')) organisation.address.pop_back();
    organisation.zone = head->OptionalString("zone").value_or("Europe/Stockholm");
    organisation.contact = head->OptionalText("contact", Lines::kMany).value_or(Text{});
    if (const std::optional<JsonReader> told = head->OptionalObject("accessibility"))
      organisation.accessibility = ReadAccessibility(*told);
  }
  organisation.template_name = file.OptionalString("template").value_or("");
  ReadWindow(file, organisation);
  if (const std::optional<JsonReader> settings = file.OptionalObject("settings")) {
    Settings& chosen = organisation.settings;
    chosen.load_per_week =
        settings->OptionalInt("load-per-week", 1, 1000).value_or(chosen.load_per_week);
    chosen.findings_block_publication =
        settings->OptionalBool("findings-block-publication").value_or(false);
  }
}

Calendars ReadCalendars(const JsonReader& file) {
  Calendars calendars;
  const std::optional<JsonReader> reader = file.OptionalObject("calendars");
  if (!reader) return calendars;
  calendars.school_breaks = ReadEntries(*reader, "school-break");
  calendars.recesses = ReadEntries(*reader, "recess");
  for (const JsonReader& external : reader->OptionalArray("external", {0, kListItemsMax})) {
    calendars.external.push_back(ReadExternal(external));
  }
  return calendars;
}

std::vector<Place> ReadPlaces(const JsonReader& file) {
  std::vector<Place> places;
  for (const JsonReader& reader : file.OptionalArray("places", {0, kListItemsMax})) {
    Place place;
    if (reader.ExpectObject()) {
      place.id = reader.ReadId("id");
      place.name = reader.ReadText("name");
      place.access = reader.OptionalText("access").value_or(Text{});
      place.address = reader.OptionalText("address").value_or(Text{});
    }
    places.push_back(std::move(place));
  }
  return places;
}

}  // namespace rytm
