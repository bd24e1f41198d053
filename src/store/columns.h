// Values as columns of a row, and back. Private to this room.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/day.h"
#include "base/text.h"

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

// Several in one column. None of them is empty or has `between` in it.
std::string Join(const std::vector<std::string>& parts, char between);
std::vector<std::string> Split(const std::string& joined, char between);
// Ids, a space between.
inline std::string JoinIds(const std::vector<std::string>& ids) { return Join(ids, ' '); }
inline std::vector<std::string> SplitIds(const std::string& joined) { return Split(joined, ' '); }

// Binds the next parameter each time; in the order of the columns.
class Binder {
 public:
  explicit Binder(SQLite::Statement& statement, int bound = 0)
      : statement_(statement), index_(bound) {}
  // What lies in a value stays there until the row is in: no copy is needed.
  void Put(const std::string& text) { statement_.bindNoCopy(++index_, text); }
  void Put(std::string&& text) { statement_.bind(++index_, text); }
  void Put(const Text& text) {
    Put(text.sv);
    Put(text.en);
  }
  void Put(Text&& text) {
    Put(std::move(text.sv));
    Put(std::move(text.en));
  }
  void Put(int number) { statement_.bind(++index_, number); }
  void Put(Day day) { Put(FormatDay(day)); }
  void Put(Instant instant) {
    if (instant_ != instant) instant_text_ = FormatInstant(instant);
    instant_ = instant;
    statement_.bind(++index_, instant_text_);
  }
  void Put(Minutes minutes) { Put(static_cast<int>(minutes.count())); }
  template <class T>
  void Put(const std::optional<T>& value) {
    if (value)
      Put(*value);
    else
      statement_.bind(++index_);
  }
  template <class Enum>
  void PutWord(Enum value) {
    Put(static_cast<int>(value));
  }

 private:
  SQLite::Statement& statement_;
  int index_;
  std::optional<Instant> instant_;  // most of a value's are one
  std::string instant_text_;
};

// Reads the next column each time. What the store wrote it can read: anything else is a damaged
// file.
class Row {
 public:
  explicit Row(SQLite::Statement& statement, int first = 0)
      : statement_(statement), index_(first) {}
  std::string String() { return statement_.getColumn(index_++).getString(); }
  Text TwoTexts() {
    std::string sv = String();
    return {std::move(sv), String()};
  }
  int Number() { return statement_.getColumn(index_++).getInt(); }
  bool Null() { return statement_.getColumn(index_).isNull(); }
  template <class Enum>
  Enum Word() {
    return static_cast<Enum>(Number());
  }
  Day DayValue() { return Stored(ParseDay(String())); }
  Instant InstantValue() { return Stored(ParseInstant(String())); }
  std::optional<Day> DayOrNone() { return Null() ? Skip<Day>() : std::optional(DayValue()); }
  std::optional<TimeOfDay> TimeOrNone() {
    return Null() ? Skip<TimeOfDay>() : std::optional(TimeOfDay{Number()});
  }

 private:
  template <class T>
  std::optional<T> Skip() {
    ++index_;
    return std::nullopt;
  }
  SQLite::Statement& statement_;
  int index_;
};

}  // namespace rytm
