#include "app/worker_pool.h"

#include <utility>

namespace rytm {

WorkerPool::WorkerPool(std::size_t threads, std::size_t queue_max) : queue_max_(queue_max) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { Work(); });
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

Result<Done> WorkerPool::Run(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= queue_max_)
      return Refuse(ErrorCode::kUnavailable,
                    Text("Det är många som vill något just nu. Försök igen om en liten stund.",
                         "There is much to do right now. Try again in a moment."));
    waiting_.push_back(std::move(job));
  }
  changed_.notify_one();
  return Done{};
}

void WorkerPool::Work() {
  for (;;) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const std::function<void()> job = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    job();
  }
}

}  // namespace rytm
