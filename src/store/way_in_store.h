// Links in mails that let their reader in without a password. One of the stores of a Database.
// Tokens come here as hashes only.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"
#include "base/result.h"

namespace rytm {

struct WayIn {
  enum class Kind {
    kEvent,      // one event and one's choices
    kChoices,    // one's choices
    kEverything  // one's own page: meetings, calendar, address, choices
  };
  std::string person;
  Kind kind = Kind::kEvent;
  std::string uid{};
  Instant expires{};

  friend bool operator==(const WayIn&, const WayIn&) = default;
};

inline constexpr std::array<std::string_view, 3> kWayInWords{"event", "choices", "everything"};

class WayInStore {
 public:
  virtual ~WayInStore() = default;

  virtual Result<Done> Add(const std::string& hash, const WayIn& way_in) = 0;
  // None that has expired.
  virtual Result<std::optional<WayIn>> Find(const std::string& hash, Instant now) = 0;
  virtual Result<Done> DropExpired(Instant now) = 0;
  virtual Result<Done> DropOf(const std::string& person) = 0;
};

}  // namespace rytm
