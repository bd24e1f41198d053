// Bringing a database forward, migration by migration, each checked against the text that made it.
// Private to this room.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <vector>

#include "base/result.h"
#include "store/database.h"

namespace rytm {

// Applies what is missing, all in one transaction. Refuses (kConflict) a database with a migration
// of another text or one we do not know.
Result<Done> Migrate(SQLite::Database& database, const std::vector<Migration>& migrations);

}  // namespace rytm
