#include "pages/wheel_bands.h"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <numbers>

namespace rytm {
namespace {

constexpr double kHubMin = 132;  // room for the year
constexpr double kRingWidth = 52;
constexpr double kFurtherLane = 40;
constexpr double kMarkSize = 38;
constexpr double kWidestMark = 1.3;  // of its size: the triangle's side
constexpr double kRoomBetween = 4;   // of marks in the same lane
constexpr double kLateMax = 20;      // along the circle: a quarter's picture shows so much beyond
constexpr std::size_t kLanesMax = 6;

double DaysIn(int year) {
  return static_cast<double>((MakeDay(year + 1, 1, 1) - MakeDay(year, 1, 1)).count());
}

double Degrees(double length, double radius) { return length / radius * 180 / std::numbers::pi; }

// So many that no mark covers another, as far as can be told before the bands have their widths.
std::size_t LanesFor(const WheelRing& ring, int year) {
  const double taken = Degrees(kMarkSize + kRoomBetween, kWheelRim * 0.6);
  std::vector<double> ends;
  for (const WheelItem& item : ring.items) {
    const double angle = WheelAngleOfNoon(item.day, year);
    const auto free = std::ranges::find_if(ends, [&](double end) { return end <= angle; });
    if (free != ends.end())
      *free = angle + taken;
    else if (ends.size() < kLanesMax)
      ends.push_back(angle + taken);
  }
  return std::max<std::size_t>(1, ends.size());
}

// Where a mark would stand in a lane; the least is the best.
struct Place {
  double covered = 0;  // degrees of the mark before it
  double late = 0;     // degrees after its day
  std::size_t lane = 0;

  friend auto operator<=>(const Place&, const Place&) = default;
};

Place PlaceIn(std::size_t lane, double end, double angle, double radius) {
  const double latest = std::min(angle + Degrees(kLateMax, radius), std::max(angle, 360.0));
  const double stands = std::clamp(end, angle, latest);
  return {.covered = std::max(0.0, end - stands), .late = stands - angle, .lane = lane};
}

void PlaceMarks(WheelBand& band, std::size_t lanes, int year) {
  const double lane_width = band.width / static_cast<double>(lanes);
  const auto radius_of = [&](std::size_t lane) {
    return band.outer - lane_width * (static_cast<double>(lane) + 0.5);
  };
  band.mark_size = std::min(kMarkSize, lane_width * 0.9);
  std::vector<double> ends(lanes, -360.0);
  for (const WheelItem& item : band.ring->items) {
    const double angle = WheelAngleOfNoon(item.day, year);
    Place best = PlaceIn(0, ends[0], angle, radius_of(0));
    for (std::size_t lane = 1; lane < lanes; ++lane)
      best = std::min(best, PlaceIn(lane, ends[lane], angle, radius_of(lane)));
    const WheelMark mark{.item = &item, .angle = angle + best.late, .radius = radius_of(best.lane)};
    ends[best.lane] =
        mark.angle + Degrees(band.mark_size * kWidestMark + kRoomBetween, mark.radius);
    band.marks.push_back(mark);
  }
}

}  // namespace

double WheelAngleOf(Day day, int year) {
  return static_cast<double>((day - MakeDay(year, 1, 1)).count()) / DaysIn(year) * 360;
}

double WheelAngleOfNoon(Day day, int year) { return WheelAngleOf(day, year) + 180 / DaysIn(year); }

std::vector<WheelBand> BandsOf(const Wheel& wheel) {
  std::vector<WheelBand> bands;
  std::vector<std::size_t> lanes;
  double wanted = 0;
  for (const WheelRing& ring : wheel.rings) {
    lanes.push_back(LanesFor(ring, wheel.year));
    const double width = kRingWidth + static_cast<double>(lanes.back() - 1) * kFurtherLane;
    bands.push_back({.ring = &ring, .width = width, .marks = {}});
    wanted += width;
  }
  const double scale = std::min(1.0, (kWheelRim - kHubMin) / std::max(wanted, 1.0));
  double outer = kWheelRim;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    bands[i].outer = outer;
    bands[i].width *= scale;
    PlaceMarks(bands[i], lanes[i], wheel.year);
    outer = bands[i].inner();
  }
  return bands;
}

}  // namespace rytm
