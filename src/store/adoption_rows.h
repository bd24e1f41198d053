// A decision as a row of the table `adoption`, and back. Private to this room.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

#include "edition/adoption.h"

namespace rytm {

// "adoption.number, adoption.body, …": those ReadAdoption reads, in its order.
const std::string& AdoptionColumns();
Adoption ReadAdoption(SQLite::Statement& row);

}  // namespace rytm
