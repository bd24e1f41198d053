// What `rytm user …` and `rytm user key …` share: the data folder opened with the use cases around
// accounts, and their tables.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/accounts.h"
#include "app/api_keys.h"
#include "app/data_folder.h"
#include "base/json.h"
#include "commands/command.h"

namespace rytm {

// Whoever has the data folder in hand may do everything with its accounts.
class AccountUse {
 public:
  AccountUse(std::unique_ptr<Database> database, const Clock& clock)
      : database_(std::move(database)),
        accounts_(*database_, clock, randomness_, passwords_),
        api_keys_(*database_, clock, randomness_) {}

  Accounts& accounts() { return accounts_; }
  ApiKeys& api_keys() { return api_keys_; }

 private:
  std::unique_ptr<Database> database_;
  SystemRandomness randomness_;
  Passwords passwords_;
  Accounts accounts_;
  ApiKeys api_keys_;
};

Result<std::unique_ptr<AccountUse>> OpenAccounts(const CommandContext& context,
                                                 const std::string& folder);

// Rows of equally many cells as columns, two blanks between.
std::string Columns(const std::vector<std::vector<std::string>>& rows);

// [{"role": "secretary", "body": "ks"}, {"role": "reader"}]
JsonArray GrantsJson(const std::vector<Grant>& grants);

}  // namespace rytm
