// A report's way in words, with the days the reader may know.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "base/day.h"
#include "base/text.h"
#include "plan/plan.h"

namespace rytm {

// "Socialnämnden ons 24 feb 2027 → Revisorerna → Kommunfullmäktige". A meeting of which
// `day_of` knows no day is told by its body's name alone.
Text RouteInWords(const std::vector<RouteStop>& route,
                  const std::function<std::optional<Day>(const RouteStop&)>& day_of);

}  // namespace rytm
