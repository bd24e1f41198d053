// The API on a small municipality's data folder, asked without a socket.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/publish.h"
#include "base/json.h"
#include "server/api/api.h"
#include "tests/app/alby_test.h"

namespace rytm {

using Fields = std::vector<std::pair<std::string, std::string>>;

// What came back, taken apart.
struct Answered {
  int status = 0;
  std::multimap<std::string, std::string> fields{};
  std::string body{};

  std::string Field(const std::string& name) const {
    const auto found = fields.find(name);
    return found == fields.end() ? "" : found->second;
  }
  Json json() const {
    const Result<Json> parsed = ParseJson(body, "answer");
    EXPECT_TRUE(parsed.ok()) << body;
    return parsed.ok() ? parsed.value() : Json();
  }
  std::string Text(const char* pointer) const {
    boost::system::error_code missing;
    const Json whole = json();
    const Json* value = whole.find_pointer(pointer, missing);
    if (value == nullptr) return "";
    return value->is_string() ? std::string(value->as_string().c_str()) : WriteJsonCompact(*value);
  }
};

class ApiTest : public AlbyTest {
 protected:
  void SetUp() override {
    AlbyTest::SetUp();
    Open("");
  }
  void TearDown() override {
    api_.reset();
    AlbyTest::TearDown();
  }

  void Open(const std::string& public_url) {
    api_.reset();
    Result<std::unique_ptr<Api>> api =
        Api::Open({.folder = folder_.string(), .public_url = public_url, .hash_cost = {8192, 1}},
                  clock_, randomness_, [this] { changed_.fetch_add(1); });
    ASSERT_TRUE(api.ok());
    api_ = std::move(api).value();
  }

  Answered Ask(const std::string& method, const std::string& target, Fields fields = {},
               const std::string& body = "") {
    fields.emplace_back("host", "rytm.example");
    if (!body.empty()) fields.emplace_back("content-type", "application/json");
    std::promise<HttpAnswer> promise;
    api_->Answer({.method = method,
                  .target = target,
                  .fields = std::move(fields),
                  .body = body,
                  .peer = "192.0.2.1"},
                 [&](HttpAnswer answer) { promise.set_value(std::move(answer)); });
    const HttpAnswer answer = promise.get_future().get();
    Answered answered{.status = answer.status, .body = answer.body};
    for (std::string_view rest = answer.fields; !rest.empty();) {
      const std::string_view line = rest.substr(0, rest.find("\r\n"));
      rest.remove_prefix(line.size() + 2);
      const std::size_t colon = line.find(": ");
      answered.fields.emplace(line.substr(0, colon), line.substr(colon + 2));
    }
    stream_ = answer.stream;
    return answered;
  }

  // The fields of somebody with these roles, who uses a key.
  Fields Key(const std::vector<Grant>& grants) {
    const Result<MadeApiKey> made = api_keys_->Make(
        CommandLine(),
        {.label = "prov", .grants = grants, .expires = clock_.now + std::chrono::hours{48}});
    EXPECT_TRUE(made.ok());
    return {{"authorization", "Bearer " + std::string(made.value().key.bytes())}};
  }
  static Fields With(Fields fields, const Fields& more) {
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
  }

  static constexpr const char* kOrg = "/api/v1/organisations/alby";
  std::string Org(const std::string& rest) const { return kOrg + rest; }
  // If-Match for the plan as it is.
  std::pair<std::string, std::string> Match(const Fields& key) {
    return {"if-match", Ask("GET", Org(""), key).Field("ETag")};
  }

  std::atomic<int> changed_{0};
  std::unique_ptr<Api> api_;
  std::shared_ptr<EventStream> stream_;
};

}  // namespace rytm
