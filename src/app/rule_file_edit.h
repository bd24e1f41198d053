// A rule file's text on its way to another: series, places and window are set, and every other byte
// stays.
#pragma once

#include <string>
#include <string_view>

#include "base/day.h"
#include "base/json.h"
#include "organisation/organisation.h"

namespace rytm {

class RuleFileEdit {
 public:
  // The text has been read as a rule file without a problem.
  RuleFileEdit(std::string name, std::string text);

  const std::string& text() const { return text_; }

  // What the series is with what its template gives, as it was at first.
  const JsonObject& Series(const SeriesRef& series) const;

  // `key` of the series; one that only the template speaks of gets a place in the file. A list that
  // only grows is added to.
  void SetSeries(const SeriesRef& series, std::string_view key, const Json& value);
  void AddPlace(const std::string& id, const std::string& name);
  void SetWindowUntil(Day day);

 private:
  void Set(const std::string& pointer, const Json& value);

  std::string name_;
  std::string text_;
  Json merged_;
};

}  // namespace rytm
