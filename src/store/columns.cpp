#include "store/columns.h"

#include <sstream>

namespace rytm {

void BindBytes(SQLite::Statement& statement, int index, const std::string& bytes) {
  statement.bind(index, bytes.data(), static_cast<int>(bytes.size()));
}

void BindBytesOrNull(SQLite::Statement& statement, int index, const std::string& bytes) {
  if (bytes.empty())
    statement.bind(index);
  else
    BindBytes(statement, index, bytes);
}

std::string JoinIds(const std::vector<std::string>& ids) {
  std::string joined;
  for (const std::string& id : ids) joined += (joined.empty() ? "" : " ") + id;
  return joined;
}

std::vector<std::string> SplitIds(const std::string& joined) {
  std::vector<std::string> ids;
  std::istringstream words(joined);
  for (std::string id; words >> id;) ids.push_back(id);
  return ids;
}

}  // namespace rytm
