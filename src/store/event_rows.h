// An event as a row of the table `event`, and back. Private to this room.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

#include "edition/edition.h"

namespace rytm {

// "INSERT INTO event (…) VALUES (?, …)".
const std::string& InsertEventSql();
// The columns ReadEvent reads, in its order.
const std::string& EventColumns();

void BindEvent(SQLite::Statement& insert, const Edition& edition, const Event& event);
Event ReadEvent(SQLite::Statement& row);

}  // namespace rytm
