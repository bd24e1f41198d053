// Which mails people want. One of the stores of a Database.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/result.h"
#include "reminders/choices.h"

namespace rytm {

struct StoredChoices {
  MailChoices elected = UsualForElected();  // as the organisation has it
  MailChoices officials = UsualForOfficials();
  std::map<std::string, MailChoices> own;  // of those who chose otherwise, by person
};

// Whose choices: a person's id, or one of these.
inline constexpr const char* kElected = "elected";
inline constexpr const char* kOfficials = "officials";

class ChoiceStore {
 public:
  virtual ~ChoiceStore() = default;

  virtual Result<StoredChoices> All() = 0;
  virtual Result<Done> Set(const std::string& whose, const MailChoices& choices) = 0;
  // Back to what is usual.
  virtual Result<Done> Forget(const std::string& whose) = 0;
};

}  // namespace rytm
