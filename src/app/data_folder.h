// The data folder: one organisation's database, made by `rytm init`.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "store/database.h"
#include "store/store.h"

namespace rytm {

// The database file in the folder.
std::string DatabaseFile(const std::string& folder);

// kNotFound: no such folder or database.
Result<std::unique_ptr<Database>> OpenDataFolder(const std::string& folder);

// A database outside its folder: a backup, one being restored.
Result<std::unique_ptr<Database>> OpenDatabaseFile(const std::string& file);

// The folder, if it is missing.
Result<Done> MakeFolder(const std::string& folder);

// Makes the folder if it is missing, and the database. kConflict: there is one already.
Result<std::unique_ptr<Database>> MakeDataFolder(const std::string& folder);

// Takes away a database just made whose first import failed. Nothing of anybody's is in it yet.
void RemoveDatabase(const std::string& folder);

}  // namespace rytm
