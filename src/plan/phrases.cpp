#include "plan/phrases.h"

#include <string>

#include "base/words.h"

namespace rytm {

Text DayWithYear(Day day) {
  return {ShortDayWithYear(day, Language::kSwedish), ShortDayWithYear(day, Language::kEnglish)};
}

Text NameOfMeeting(const Body& body, Day day) { return body.name + Text(" ") + DayWithYear(day); }

Text CountedDays(Days days) {
  const std::string count = std::to_string(days.count());
  return {count + (days == Days{1} ? " dag" : " dagar"),
          count + (days == Days{1} ? " day" : " days")};
}

}  // namespace rytm
