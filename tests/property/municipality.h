// A municipality's data folder that edits fall upon.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/planned.h"
#include "store/database.h"
#include "tests/property/edits.h"
#include "tests/property/promises.h"
#include "tests/property/random_rules.h"
#include "tests/temporary_folder.h"

namespace rytm {

class Municipality {
 public:
  Municipality();
  Municipality(const Municipality&) = delete;
  Municipality& operator=(const Municipality&) = delete;

  enum class Happened { kChange, kNothing, kRefusal };
  Happened Do(const Edit& edit);

  // Publishes what there is, and has everything that is stored looked at.
  void Finish();

  const std::optional<std::string>& broken() const { return promises_.broken(); }

 private:
  // What there was before a batch, to be compared with what there is after it was undone.
  struct Before {
    RandomRules rules;
    std::vector<std::string> plan;
    Day today{};
    Revision publication = 0;
  };
  struct Copy {
    std::string file;
    RandomRules rules;
    std::map<std::int64_t, Before> before;
  };

  bool EditRules(const Edit& edit, RandomRules& rules) const;
  bool EditBodies(const Edit& edit, RandomRules& rules) const;
  Happened ChangeRules(const Edit& edit);
  Happened ChangePlan(const Edit& edit);
  Happened Undo();
  Happened PublishNow(const Edit& edit);
  Happened Reopen();
  Happened BackUpNow();
  Happened RestoreNow();
  Happened Wait(const Edit& edit);

  void Load();  // the plan as it is now
  Day Today() const { return planned_->today; }
  Before AsItIs() const;
  // A meeting still to come, or a cancelled one of any day; nothing when there is none.
  const Item* Meeting(std::uint32_t what, bool cancelled) const;
  std::string Folder() const { return (folder_ / "data").string(); }

  TemporaryFolder folder_;
  Instant now_;
  std::unique_ptr<Database> database_;
  RandomRules rules_;
  std::optional<Planned> planned_;
  std::map<std::int64_t, Before> before_;  // by batch
  std::optional<Copy> copy_;
  int copies_ = 0;
  Promises promises_;
};

}  // namespace rytm
