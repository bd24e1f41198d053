#include "dates/zone.h"

#include <date/tz.h>

#include <array>
#include <cassert>
#include <exception>

#include "base/limits.h"
#include "base/words.h"

namespace rytm {
namespace {

constexpr std::chrono::hours kWinterOffset{1};
constexpr std::chrono::hours kSummerOffset{2};

// The two changes of a year in the time zone text of our feeds.
struct Changes {
  Instant summer_begins;
  Instant summer_ends;
};

Changes ChangesOfOurText(date::year year) {
  constexpr std::chrono::hours kChangeUtc{1};
  return {date::sys_days{year / date::March / date::Sunday[date::last]} + kChangeUtc,
          date::sys_days{year / date::October / date::Sunday[date::last]} + kChangeUtc};
}

std::chrono::seconds OffsetOfOurText(Instant instant) {
  const date::year_month_day civil{date::floor<Days>(instant)};
  const Changes changes = ChangesOfOurText(civil.year());
  const bool summer = changes.summer_begins <= instant && instant < changes.summer_ends;
  return summer ? kSummerOffset : kWinterOffset;
}

Error NoZoneData(std::string_view name) {
  return {ErrorCode::kUnavailable,
          {"Tidszonen " + std::string(name) +
               " kan inte läsas. Installera paketet tzdata på servern och starta om.",
           "The time zone " + std::string(name) +
               " cannot be read. Install the package tzdata on the server and start again."},
          {}};
}

Error NoSuchZone(std::string_view name) {
  return {
      ErrorCode::kBadInput,
      {"Tidszonen \"" + std::string(name) + "\" finns inte. Skriv ett namn som Europe/Stockholm.",
       "There is no time zone \"" + std::string(name) + "\". Write a name like Europe/Stockholm."},
      {}};
}

Error TooLate() {
  return {ErrorCode::kBadInput,
          {"Välj en dag senast " + LongDay(kLastDay, Language::kSwedish) +
               ". Längre fram är sommartiden inte känd.",
           "Choose a day no later than " + LongDay(kLastDay, Language::kEnglish) +
               ". Summer time is not known after that."},
          {}};
}

std::string TheTime(Day day, TimeOfDay time, Language language) {
  const std::string clock = ClockTime(time, language);
  const std::string date = LongDay(day, language);
  return language == Language::kSwedish ? "Klockan " + clock + " " + date : clock + " on " + date;
}

Error SkippedTime(Day day, TimeOfDay time) {
  return {ErrorCode::kBadInput,
          {TheTime(day, time, Language::kSwedish) +
               " finns inte: klockan ställs fram den natten. Välj en annan tid.",
           TheTime(day, time, Language::kEnglish) +
               " does not exist: the clocks go forward that night. Choose another time."},
          {}};
}

Error RepeatedTime(Day day, TimeOfDay time) {
  return {ErrorCode::kBadInput,
          {TheTime(day, time, Language::kSwedish) +
               " inträffar två gånger: klockan ställs tillbaka den natten. Välj en annan tid.",
           TheTime(day, time, Language::kEnglish) +
               " comes twice: the clocks go back that night. Choose another time."},
          {}};
}

}  // namespace

Result<Zone> Zone::Find(std::string_view name) {
  try {
    if (date::get_tzdb().zones.empty()) return NoZoneData(name);
  } catch (const std::exception&) {
    return NoZoneData(name);
  }
  const date::time_zone* zone = nullptr;
  try {
    zone = date::locate_zone(std::string(name));
  } catch (const std::exception&) {
    return NoSuchZone(name);
  }
  try {
    zone->get_info(Instant{});  // the library opens the zone's file at the first question
  } catch (const std::exception&) {
    return NoZoneData(name);
  }
  return Zone(std::string(name), zone);
}

Result<Instant> Zone::InstantOf(Day day, TimeOfDay time) const {
  assert(time >= TimeOfDay{0} && time < Days{1});
  if (day > kLastDay) return TooLate();
  const date::local_seconds local = day + time;
  const date::local_info info = zone_->get_info(local);
  if (info.result == date::local_info::nonexistent) return SkippedTime(day, time);
  if (info.result == date::local_info::ambiguous) return RepeatedTime(day, time);
  return Instant{local.time_since_epoch() - info.first.offset};
}

Instant Zone::StartOfDay(Day day) const {
  assert(day <= kLastDay);
  const date::local_seconds midnight{day};
  const date::local_info info = zone_->get_info(midnight);
  if (info.result == date::local_info::nonexistent) return info.second.begin;
  return Instant{midnight.time_since_epoch() - info.first.offset};
}

LocalTime Zone::LocalOf(Instant instant) const {
  const date::local_seconds local = zone_->to_local(instant);
  const Day day = date::floor<Days>(local);
  const auto time = date::floor<TimeOfDay>(local - day);
  return {day, time, local - day - time};
}

bool Zone::FitsOurTimeZoneText(DaySpan window) const {
  assert(window.first <= window.last);
  if (window.first < kFirstDay || window.last > kLastDay) return false;
  const auto fits = [this](Instant instant) {
    return zone_->get_info(instant).offset == OffsetOfOurText(instant);
  };
  const Instant begin = StartOfDay(window.first);
  const Instant end = Instant{(window.last + Days{1}).time_since_epoch() - kWinterOffset};
  // Alike where either changes, they are alike at every moment between.
  for (Instant instant = begin; instant < end;) {
    if (!fits(instant)) return false;
    instant = zone_->get_info(instant).end;
  }
  for (date::year year = CivilOf(window.first).year(); year <= CivilOf(window.last).year();
       ++year) {
    const Changes changes = ChangesOfOurText(year);
    for (const Instant change : {changes.summer_begins, changes.summer_ends})
      if (begin < change && change < end && !fits(change)) return false;
  }
  return true;
}

}  // namespace rytm
