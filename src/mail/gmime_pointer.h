// Objects of GMime, let go of by themselves. Private to this room.
#pragma once

#include <gmime/gmime.h>

#include <memory>

namespace rytm {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using GMimePointer = std::unique_ptr<T, Unref>;

// Before anything else of GMime; from any thread, any number of times.
void StartGMime();

}  // namespace rytm
