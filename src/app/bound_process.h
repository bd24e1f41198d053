// A process that reads what strangers wrote bounds itself before it reads the first byte.
#pragma once

#include <chrono>
#include <cstddef>

namespace rytm {

// For good: so much time of the processor and ten times as much by the clock on the wall (it may
// have to wait for others), so much memory beyond what the program itself takes, no core file.
// Under a sanitizer, whose own tables take more than any limit, memory is free and time
// twentyfold.
void BoundThisProcess(std::chrono::seconds seconds, std::size_t memory_bytes);
// One more of its resources, as setrlimit(2) names it.
void BoundResource(int resource, std::size_t most);

}  // namespace rytm
