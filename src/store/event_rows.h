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

// The texts are bound where they lie: edition and event must stay until the row is in.
void BindEvent(SQLite::Statement& insert, const Edition& edition, const Event& event);
Event ReadEvent(SQLite::Statement& row);

// The rows of `event_step`: one for each step of the event's chain, in order. Bound as the event
// is.
const std::string& InsertStepSql();
void BindStep(SQLite::Statement& insert, const Edition& edition, const Event& event,
              std::size_t position);
// "SELECT uid, … FROM event_step …" of one edition, in the order of events and steps.
const std::string& SelectStepsSql();
ChainDay ReadStep(SQLite::Statement& row);  // the uid is the row's first column

}  // namespace rytm
