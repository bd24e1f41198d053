// A data folder with rules in it, and their plan as it stands.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

#include "app/data_folder.h"
#include "app/import.h"
#include "app/planned.h"
#include "tests/temporary_folder.h"

namespace rytm {

class PlannedTest : public testing::Test {
 protected:
  void Init(const std::string& rules) {
    Result<std::unique_ptr<Database>> database = MakeDataFolder(Data());
    ASSERT_TRUE(database.ok());
    database_ = std::move(database).value();
    const Result<ImportReport> imported = ImportFirst(*database_, "alby.json", rules, now_);
    ASSERT_TRUE(imported.ok()) << imported.error().message.sv
                               << (imported.error().problems.empty()
                                       ? ""
                                       : imported.error().problems[0].what.sv);
  }
  std::string Data() const { return (folder_ / "data").string(); }
  Planned Load() {
    Result<Planned> planned = LoadPlanned(*database_, now_);
    EXPECT_TRUE(planned.ok());
    return std::move(planned).value();
  }

  TemporaryFolder folder_;
  std::unique_ptr<Database> database_;
  Instant now_ = *ParseInstant("2026-11-23T14:02:00Z");
};

}  // namespace rytm
