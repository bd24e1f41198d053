// What a publication changes for each person: at most one mail each, of their own meetings alone
// (DESIGN §7).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/text.h"
#include "dates/zone.h"
#include "edition/differences.h"
#include "edition/seen_as.h"
#include "reminders/due.h"

namespace rytm {

// What a publication did to one body.
struct BodyNews {
  std::string body;
  Text name;
  std::span<const Difference> differences;
};

struct Notice {
  struct Item {
    const Difference* difference = nullptr;
    SeenAs seen_as;  // of what it is now, else of what it was
  };
  struct Part {
    const BodyNews* news = nullptr;
    std::vector<Item> items;    // by day and time; moved, cancelled, changed before what is new
    std::size_t confirmed = 0;  // dates that are decided now and were told as preliminary before
  };
  const Correspondent* to = nullptr;
  std::vector<Part> parts;  // never empty
  bool urgent = false;      // something begins within kUrgentBefore, or would have
  Instant due{};
};

// By person. What lies behind is told to nobody, nor a change that the person's level cannot see.
// Elected representatives are told of meetings and dialogues, officials of deadlines too; a joint
// meeting once. Those who want no notices get urgent ones alone.
//
// What is returned points into `news` and `correspondents`.
std::vector<Notice> NoticesOf(std::span<const BodyNews> news,
                              std::span<const Correspondent> correspondents, const Zone& zone,
                              Instant now);

// Where people would see a difference at the level, what of it they can see: day, time, status,
// title, place, link or text.
bool IsSeenAt(const Difference& difference, Level level);

}  // namespace rytm
