// Where the marks of the annual wheel stand: a band for each ring, from the rim inwards, with as
// many lanes as its marks need so that none covers another.
#pragma once

#include <vector>

#include "pages/wheel.h"

namespace rytm {

// In units of the drawing, from its middle.
inline constexpr double kWheelRim = 526;  // the rings begin, and go inwards

struct WheelMark {
  const WheelItem* item = nullptr;
  double angle = 0;  // degrees clockwise from the beginning of January
  double radius = 0;
};

struct WheelBand {
  const WheelRing* ring = nullptr;
  double outer = 0;
  double width = 0;
  double mark_size = 0;
  std::vector<WheelMark> marks;  // in the order of the ring's items

  double inner() const { return outer - width; }
};

// The wheel must outlive them. Where a ring has no room left a mark stands up to a week late.
std::vector<WheelBand> BandsOf(const Wheel& wheel);

// Of the day's beginning, and of its noon, where its marks stand.
double WheelAngleOf(Day day, int year);
double WheelAngleOfNoon(Day day, int year);

}  // namespace rytm
