#include "app/guesses.h"

#include <algorithm>
#include <array>
#include <vector>

#include "app/tokens.h"
#include "base/limits.h"
#include "store/login_store.h"

namespace rytm {
namespace {

// So many at once, then one each time this long has passed.
struct Rate {
  int at_once;
  std::chrono::seconds each;
};

enum Counter : std::size_t { kBrowser, kPair, kAccount, kSource, kCounters };

constexpr Rate kPairRate{kGuessesMax, kGuessForgiven};
constexpr Rate kSourceRate{kSourceGuessesMax, kSourceGuessForgiven};

Rate RateOf(Guess guess, std::size_t counter) {
  if (counter == kSource) return kSourceRate;
  if (counter != kAccount) return kPairRate;
  return guess == Guess::kPassword ? Rate{kAccountGuessesMax, kAccountGuessForgiven}
                                   : Rate{kCodeGuessesMax, kCodeGuessForgiven};
}

std::vector<std::string> Keys(Guess guess, const std::string& account, const Visitor& visitor) {
  const std::string kind = guess == Guess::kPassword ? "password" : "code";
  const auto key = [&](const std::string& name, const std::string& who, const std::string& where) {
    std::string text;
    for (const std::string& part : {kind, name, HashOf(who), where}) text += part + '\0';
    return HashOf(text);
  };
  return {key("browser", account, visitor.browser), key("pair", account, visitor.source),
          key("account", account, ""), key("source", "", visitor.source)};
}

// A count is the moment when all its guesses are forgiven; each guess puts it one step further off.
Instant After(const Throttle& throttle, Rate rate, Instant now) {
  return std::max(throttle.clear_at, now) + rate.each;
}

// When the next guess may be made.
Instant Open(const Throttle& throttle, Rate rate, Instant now) {
  return std::max(now, After(throttle, rate, now) - rate.at_once * rate.each);
}

Error TooOften(std::chrono::seconds wait) {
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait).count();
  const std::string number = std::to_string(minutes);
  return Refuse(ErrorCode::kTooOften,
                Text("För många försök. Vänta " + number + (minutes == 1 ? " minut" : " minuter") +
                         " och försök igen.",
                     "Too many attempts. Wait " + number + (minutes == 1 ? " minute" : " minutes") +
                         " and try again."));
}

bool IsKnown(const Visitor& visitor, const Throttle& browser, Instant now) {
  return !visitor.browser.empty() && browser.known_good > now;
}

}  // namespace

Result<Done> Guesses::Count(Guess guess, const std::string& account, const Visitor& visitor,
                            Instant now) {
  return database_.AllOrNothing([&]() -> Result<Done> {
    Result<std::vector<Throttle>> read =
        database_.logins().Throttles(Keys(guess, account, visitor));
    if (!read.ok()) return read.error();
    std::vector<Throttle>& counts = read.value();
    const bool known = IsKnown(visitor, counts[kBrowser], now);
    const std::size_t first = known ? kBrowser : kPair;
    const std::size_t end = known ? kPair : kCounters;
    Instant open = now;
    for (std::size_t i = first; i < end; ++i)
      open = std::max(open, Open(counts[i], RateOf(guess, i), now));
    if (open > now) return TooOften(open - now);
    std::vector<Throttle> changed;
    for (std::size_t i = first; i < end; ++i) {
      counts[i].clear_at = After(counts[i], RateOf(guess, i), now);
      changed.push_back(counts[i]);
    }
    return database_.logins().PutThrottles(changed, now);
  });
}

Result<Done> Guesses::Forgive(Guess guess, const std::string& account, const Visitor& visitor,
                              Instant now) {
  return database_.AllOrNothing([&]() -> Result<Done> {
    Result<std::vector<Throttle>> read =
        database_.logins().Throttles(Keys(guess, account, visitor));
    if (!read.ok()) return read.error();
    std::vector<Throttle>& counts = read.value();
    if (!IsKnown(visitor, counts[kBrowser], now)) {
      counts[kPair].clear_at = now;
      for (const std::size_t i : {kAccount, kSource}) counts[i].clear_at -= RateOf(guess, i).each;
    }
    counts[kBrowser].clear_at = now;
    if (!visitor.browser.empty()) counts[kBrowser].known_good = now + kKnownBrowser;
    return database_.logins().PutThrottles(counts, now);
  });
}

}  // namespace rytm
