#include "app/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace rytm {
namespace {

TEST(WorkerPool, RunsSoManyAtOnceLetsSoManyWaitAndRefusesTheRest) {
  constexpr std::size_t kThreads = 2;
  constexpr std::size_t kQueue = 3;
  std::promise<void> go;
  const std::shared_future<void> gone = go.get_future().share();
  std::atomic<std::size_t> begun = 0;
  std::atomic<std::size_t> done = 0;
  {
    WorkerPool pool(kThreads, kQueue);
    const auto job = [&] {
      ++begun;
      begun.notify_all();
      gone.wait();
      ++done;
    };
    for (std::size_t i = 0; i < kThreads; ++i) {
      ASSERT_TRUE(pool.Run(job).ok());
      begun.wait(i);  // until a thread has taken it: the queue is empty again
    }
    for (std::size_t i = 0; i < kQueue; ++i) EXPECT_TRUE(pool.Run(job).ok());
    const Result<Done> refused = pool.Run(job);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(ErrorCode::kUnavailable, refused.error().code);
    EXPECT_EQ(kThreads, begun);
    go.set_value();
  }
  EXPECT_EQ(kThreads + kQueue, done) << "what was taken on is done before the pool is gone";
}

TEST(WorkerPool, TakesJobsFromManyThreads) {
  constexpr int kCallers = 8;
  constexpr int kJobs = 200;
  std::atomic<int> taken = 0;
  std::atomic<int> done = 0;
  {
    WorkerPool pool(3, 16);
    std::vector<std::thread> callers;
    for (int caller = 0; caller < kCallers; ++caller)
      callers.emplace_back([&] {
        for (int i = 0; i < kJobs; ++i)
          if (pool.Run([&] { ++done; }).ok()) ++taken;
      });
    for (std::thread& caller : callers) caller.join();
  }
  EXPECT_EQ(taken, done);
  EXPECT_GT(taken, 0);
}

}  // namespace
}  // namespace rytm
