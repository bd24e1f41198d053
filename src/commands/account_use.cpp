#include "commands/account_use.h"

#include <algorithm>

namespace rytm {
namespace {

std::size_t Characters(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

}  // namespace

Result<std::unique_ptr<AccountUse>> OpenAccounts(const CommandContext& context,
                                                 const std::string& folder) {
  Result<std::unique_ptr<Database>> database = OpenDataFolder(folder);
  if (!database.ok()) return database.error();
  return std::make_unique<AccountUse>(std::move(database).value(), context.clock);
}

std::string Columns(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const std::vector<std::string>& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], Characters(row[i]));
  }
  std::string table;
  for (const std::vector<std::string>& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i)
      line += row[i] + std::string(widths[i] + 2 - Characters(row[i]), ' ');
    line.erase(line.find_last_not_of(' ') + 1);
    table += line + "\n";
  }
  return table;
}

JsonArray GrantsJson(const std::vector<Grant>& grants) {
  JsonArray array;
  for (const Grant& grant : grants) {
    JsonObject object{{"role", RoleWord(grant.role)}};
    if (!grant.body.empty()) object["body"] = grant.body;
    array.push_back(std::move(object));
  }
  return array;
}

}  // namespace rytm
