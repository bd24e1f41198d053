#include "commands/letter_making.h"

#include <memory>
#include <optional>

#include "app/mail_tick.h"

namespace rytm {

LetterMaker MakeLetters(const std::string& public_url, const MailConfiguration& configuration) {
  struct Maker {
    SystemRandomness randomness;
    std::optional<MailTick> tick;
  };
  const auto maker = std::make_shared<Maker>();
  const MailPlace place{.public_url = public_url,
                        .organizer_address = configuration.sending.from.address};
  return [maker, place](Database& database, Instant now) -> Result<Done> {
    if (!maker->tick) maker->tick.emplace(database, maker->randomness, place);
    const Result<MadeLetters> made = maker->tick->Run(now);
    if (!made.ok()) return made.error();
    return Done{};
  };
}

}  // namespace rytm
