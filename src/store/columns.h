// Values as columns of a row, and back. Private to this room.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace rytm {

// A value read from a row, which we wrote and so can read.
template <class T>
T Stored(const std::optional<T>& value) {
  if (!value) throw std::runtime_error("the store holds a value it could not have written");
  return *value;
}

// Bytes as a BLOB; BindBytesOrNull: NULL where there are none.
void BindBytes(SQLite::Statement& statement, int index, const std::string& bytes);
void BindBytesOrNull(SQLite::Statement& statement, int index, const std::string& bytes);

// Ids in one column, a space between.
std::string JoinIds(const std::vector<std::string>& ids);
std::vector<std::string> SplitIds(const std::string& joined);

}  // namespace rytm
