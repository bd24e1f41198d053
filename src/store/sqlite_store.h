// How Database gets its stores. Private to this room.
#pragma once

#include <memory>

#include "store/connection.h"
#include "store/store.h"

namespace rytm {

// The connection must outlive the store.
std::unique_ptr<Store> MakeStore(Connection& connection);

}  // namespace rytm
