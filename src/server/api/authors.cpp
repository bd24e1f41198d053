// Who may have made a change, for those who read its history.
#include <algorithm>

#include "server/api/handlers.h"
#include "server/api/page.h"

namespace rytm {

Result<Reply> ListAuthors(Call& call) {
  struct Known {
    std::string id;
    std::string name;
  };
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<Page> page = Page::Asked(call);
  if (!page.ok()) return page.error();
  const Result<std::vector<Account>> accounts = call.database().accounts().All();
  if (!accounts.ok()) return accounts.error();
  const Result<std::vector<ApiKey>> keys = call.database().api_keys().All();
  if (!keys.ok()) return keys.error();
  std::vector<Known> authors;
  for (const Account& account : accounts.value()) authors.push_back({account.person, account.name});
  for (const ApiKey& key : keys.value()) authors.push_back({"key:" + key.id, key.label});
  std::sort(authors.begin(), authors.end(),
            [](const Known& a, const Known& b) { return a.id < b.id; });
  return page.value().Of<Known>(
      call, authors, [](const Known& author) { return author.id; },
      [](const Known& author) {
        return JsonObject{{"id", author.id}, {"name", author.name}};
      });
}

}  // namespace rytm
