// The table of endpoints and schemas/openapi.yaml say the same. That answers are as the document
// says is for tests/e2e/api.test.mjs.
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>
#include <string>

#include "server/api/endpoint.h"

namespace rytm {
namespace {

// "GET /api/v1/me getMe", by the layout of the file: a path, its methods below it, their ids below
// these.
std::set<std::string> Documented() {
  static const std::regex kPath(R"(^  (/api/[^:]*):$)");
  static const std::regex kMethod(R"(^    (get|put|post|patch|delete):$)");
  static const std::regex kOperation(R"(^      operationId: (\w+)$)");
  std::ifstream file(std::string(RYTM_SOURCE_DIR) + "/schemas/openapi.yaml");
  std::set<std::string> documented;
  std::string path;
  std::string method;
  std::smatch found;
  for (std::string line; std::getline(file, line);) {
    if (std::regex_match(line, found, kPath)) {
      path = found[1];
    } else if (std::regex_match(line, found, kMethod)) {
      method = found[1];
      for (char& c : method) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    } else if (std::regex_match(line, found, kOperation)) {
      documented.insert(method + " " + path + " " + found[1].str());
    }
  }
  return documented;
}

TEST(OpenApi, HoldsEveryEndpointAndNoOther) {
  std::set<std::string> served;
  for (const Endpoint& endpoint : Endpoints())
    EXPECT_TRUE(served
                    .insert(std::string(endpoint.method) + " " + std::string(endpoint.path) + " " +
                            std::string(endpoint.operation))
                    .second);
  EXPECT_EQ(served, Documented());
  EXPECT_GE(served.size(), 40U);
}

TEST(OpenApi, EveryEndpointIsFoundByItsPath) {
  for (const Endpoint& endpoint : Endpoints()) {
    const std::string path =
        std::regex_replace(std::string(endpoint.path), std::regex(R"(\{\w+\})"), "7");
    const Found found = FindEndpoint(endpoint.method, path);
    ASSERT_NE(nullptr, found.endpoint) << path;
    EXPECT_EQ(endpoint.operation, found.endpoint->operation);
  }
  EXPECT_EQ("getMe", FindEndpoint("HEAD", "/api/v1/me").endpoint->operation);
  EXPECT_EQ("previewBatch",
            FindEndpoint("POST", "/api/v1/organisations/x/batches/preview").endpoint->operation);
  EXPECT_EQ(nullptr, FindEndpoint("POST", "/api/v1/me").endpoint);
  EXPECT_EQ(1U, FindEndpoint("POST", "/api/v1/me").methods.size());
  for (const char* path : {"", "/", "/api/", "/api/v1", "/api/v1/me/x", "/api/v1//me", "/api/v1/%"})
    EXPECT_EQ(nullptr, FindEndpoint("GET", path).endpoint) << path;
}

}  // namespace
}  // namespace rytm
