#include "plan/route_in_words.h"

#include "base/words.h"

namespace rytm {

Text RouteInWords(const std::vector<RouteStop>& route,
                  const std::function<std::optional<Day>(const RouteStop&)>& day_of) {
  Text words;
  for (const Language language : {Language::kSwedish, Language::kEnglish}) {
    std::string& text = language == Language::kSwedish ? words.sv : words.en;
    const RouteStop* before = nullptr;
    for (const RouteStop& stop : route) {
      if (before != nullptr) text += before->hop == stop.hop ? ", " : " → ";
      text += stop.name.In(language);
      if (const std::optional<Day> day = day_of(stop))
        text += " " + ShortDayWithYear(*day, language);
      before = &stop;
    }
  }
  return words;
}

}  // namespace rytm
