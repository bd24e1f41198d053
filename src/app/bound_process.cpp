#include "app/bound_process.h"

#include <sys/resource.h>
#include <unistd.h>

#include "base/sanitized.h"

namespace rytm {
namespace {

#if RYTM_SANITIZED
constexpr bool kMemoryIsBounded = false;
constexpr int kSlowness = 20;
#else
constexpr bool kMemoryIsBounded = true;
constexpr int kSlowness = 1;
#endif

constexpr int kWaiting = 10;  // a machine may have other things to do

}  // namespace

void BoundResource(int resource, std::size_t most) {
  const rlimit limit{most, most};
  setrlimit(static_cast<decltype(RLIMIT_CPU)>(resource), &limit);
}

void BoundThisProcess(std::chrono::seconds seconds, std::size_t memory_bytes) {
  const auto most = static_cast<unsigned>((kSlowness * seconds).count());
  BoundResource(RLIMIT_CPU, most);
  BoundResource(RLIMIT_CORE, 0);
  if (kMemoryIsBounded) BoundResource(RLIMIT_DATA, memory_bytes);
  alarm(kWaiting * most);
}

}  // namespace rytm
