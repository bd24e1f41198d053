// What is noted about meetings beside the plan: papers that are out, who cannot come, which
// substitutes are called. One of the stores of a Database.
#pragma once

#include <string>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "reminders/due.h"

namespace rytm {

enum class Mark { kPapersOut, kAbsence, kCalled };

class MarkStore {
 public:
  virtual ~MarkStore() = default;

  virtual Result<MeetingMarks> All() = 0;

  // The following give false where it was so already. `author`: a person; empty: the command line.
  virtual Result<bool> SetPapersOut(const std::string& uid, const std::string& author,
                                    Instant now) = 0;
  virtual Result<bool> TakeBackPapers(const std::string& uid) = 0;
  virtual Result<bool> SetAbsent(const std::string& uid, const std::string& person,
                                 Instant now) = 0;
  virtual Result<bool> SetPresent(const std::string& uid, const std::string& person) = 0;
  virtual Result<bool> SetCalled(const std::string& uid, const std::string& person,
                                 const std::string& author, Instant now) = 0;
  virtual Result<bool> SetNotCalled(const std::string& uid, const std::string& person) = 0;

  // The meetings' marks of one kind are gone.
  virtual Result<Done> Drop(Mark mark, const std::vector<std::string>& uids) = 0;
};

}  // namespace rytm
