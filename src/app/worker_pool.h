// A few threads with a short queue, for work too long for the threads that serve: hashing
// passwords, the API.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "base/result.h"

namespace rytm {

class WorkerPool {
 public:
  // So many jobs at the same time, and so many that may wait for their turn (at least 1).
  WorkerPool(std::size_t threads, std::size_t queue_max);
  // Waits until what was taken on is done.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // Takes the job on and returns at once; kUnavailable where the queue is full, and the job is not
  // run. From any thread. The job must not throw.
  Result<Done> Run(std::function<void()> job);

 private:
  void Work();

  const std::size_t queue_max_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;  // last: they use all of the above
};

}  // namespace rytm
