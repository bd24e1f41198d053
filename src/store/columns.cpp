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

std::string Join(const std::vector<std::string>& parts, char between) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined += between;
    joined += part;
  }
  return joined;
}

std::vector<std::string> Split(const std::string& joined, char between) {
  std::vector<std::string> parts;
  std::istringstream text(joined);
  for (std::string part; std::getline(text, part, between);)
    if (!part.empty()) parts.push_back(part);
  return parts;
}

}  // namespace rytm
