// Rules for tests, written as in a rule file.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/json.h"
#include "base/json_reader.h"
#include "organisation/read_parts.h"

namespace rytm {

// The parts of a "when"; what the reader would refuse fails the test.
inline std::vector<When> WhensFrom(const std::string& json) {
  const Result<Json> read = ParseJson("{\"when\": " + json + "}", "when.json");
  if (!read.ok()) {
    ADD_FAILURE() << "no JSON: " << json;
    return {};
  }
  std::vector<Problem> problems;
  std::vector<When> parts = ReadWhen(JsonReader(read.value(), "when.json", problems));
  for (const Problem& problem : problems) ADD_FAILURE() << json << ": " << problem.what.sv;
  return parts;
}

inline When WhenFrom(const std::string& json) { return WhensFrom(json).at(0); }

}  // namespace rytm
