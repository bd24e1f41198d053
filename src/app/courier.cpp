#include "app/courier.h"

namespace rytm {

Courier::Courier(MailTransport& transport) : transport_(transport), thread_([this] { Work(); }) {}

Courier::~Courier() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    while (waiting_.size() > 1) waiting_.pop_back();
  }
  changed_.notify_all();
  thread_.join();
}

void Courier::Give(OutboxLetter letter, RenderedMail mail) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return waiting_.size() < kLettersAhead || no_relay_; });
  if (no_relay_) return;
  waiting_.emplace_back(std::move(letter), std::move(mail));
  changed_.notify_all();
}

bool Courier::IsFull() {
  const std::lock_guard lock(mutex_);
  return waiting_.size() >= kLettersAhead || no_relay_;
}

std::vector<DeliveredLetter> Courier::Take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(delivered_, {});
}

std::vector<DeliveredLetter> Courier::TakeAll() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return waiting_.empty(); });
  return std::exchange(delivered_, {});
}

void Courier::Work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [&] { return !waiting_.empty() || ending_; });
    if (waiting_.empty()) return;
    const RenderedMail& mail = waiting_.front().second;  // stays where it is while others come
    lock.unlock();
    Delivered delivered = transport_.Send(mail);
    lock.lock();
    no_relay_ = delivered.delivery == Delivery::kNoRelay;
    delivered_.push_back({std::move(waiting_.front().first), std::move(delivered)});
    if (no_relay_)
      waiting_.clear();
    else
      waiting_.pop_front();
    changed_.notify_all();
  }
}

}  // namespace rytm
