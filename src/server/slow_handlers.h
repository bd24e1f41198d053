// Several slow handlers as one: each request goes to the first that takes its target.
#pragma once

#include <cassert>
#include <utility>
#include <vector>

#include "server/server.h"

namespace rytm {

class SlowHandlers final : public SlowHandler {
 public:
  // They must outlive this.
  explicit SlowHandlers(std::vector<SlowHandler*> handlers) : handlers_(std::move(handlers)) {}

  bool Takes(std::string_view target) const override { return Find(target) != nullptr; }
  std::size_t BodyBytesMax(std::string_view method, std::string_view target) const override {
    return Of(target).BodyBytesMax(method, target);
  }
  void Answer(ApiRequest request, Answered answered) override {
    SlowHandler& handler = Of(request.target);
    handler.Answer(std::move(request), std::move(answered));
  }
  HttpAnswer Refuse(int status, const ApiRequest& request) const override {
    return Of(request.target).Refuse(status, request);
  }

 private:
  SlowHandler* Find(std::string_view target) const {
    for (SlowHandler* handler : handlers_)
      if (handler->Takes(target)) return handler;
    return nullptr;
  }
  // Asked only for targets that one of them takes.
  SlowHandler& Of(std::string_view target) const {
    SlowHandler* handler = Find(target);
    assert(handler != nullptr);
    return *handler;
  }

  std::vector<SlowHandler*> handlers_;
};

}  // namespace rytm
