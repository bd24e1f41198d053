// What the subcommands of `rytm people` share.
#pragma once

#include <memory>
#include <string>

#include "app/data_folder.h"
#include "app/people.h"
#include "commands/command.h"

namespace rytm {

// Whoever has the data folder in hand may do everything with its people.
class PeopleUse {
 public:
  PeopleUse(std::unique_ptr<Database> database, const Clock& clock)
      : database_(std::move(database)), people_(*database_, clock, randomness_) {}

  People& people() { return people_; }
  Database& database() { return *database_; }

 private:
  std::unique_ptr<Database> database_;
  SystemRandomness randomness_;
  People people_;
};

Result<std::unique_ptr<PeopleUse>> OpenPeople(const CommandContext& context,
                                              const std::string& folder);

// The person with their assignments, as text or JSON.
void TellPerson(CommandContext& context, const Person& person);

// A post as somebody types it: "chair", "1:e vice ordförande".
Result<Post> PostOption(const std::string& words);

void AddPeopleImport(Command people, CommandContext& context);  // people_import.cpp
void AddPeopleSet(Command people, CommandContext& context);     // people_set.cpp

}  // namespace rytm
