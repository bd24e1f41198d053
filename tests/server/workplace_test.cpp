// What /app answers: the workplace's files, packed for who takes them so, and its one document.
#include "server/workplace.h"

#include <gtest/gtest.h>

namespace rytm {
namespace {

const Workplace& Built() {
  static const Workplace workplace({{"index.html", "document"},
                                    {"index.html.gz", "packed document"},
                                    {"workplace.js", "script"},
                                    {"workplace.js.gz", "packed script"},
                                    {"workplace.css", "style"},
                                    {"source-sans-3.woff2", "letters"}});
  return workplace;
}

HttpAnswer Get(std::string_view path, std::string_view accept_encoding = {},
               std::string_view known = {}) {
  HttpRequest request;
  request.target = path;
  request.accept_encoding = accept_encoding;
  request.if_none_match = known;
  return Built().Answer(request, path);
}

std::string Field(const HttpAnswer& answer, const std::string& name) {
  const std::size_t begin = answer.fields.find(name + ": ");
  if (begin == std::string::npos) return "";
  const std::size_t value = begin + name.size() + 2;
  return answer.fields.substr(value, answer.fields.find("\r\n", value) - value);
}

TEST(Workplace, APathGivesAFileOrTheOneDocument) {
  struct Row {
    std::string_view path;
    int status;
    std::string_view type;
    std::string_view body;
  };
  for (const Row& row : {Row{"/app/", 200, "text/html; charset=utf-8", "document"},
                         Row{"/app/ar/2027", 200, "text/html; charset=utf-8", "document"},
                         Row{"/app/index.html", 200, "text/html; charset=utf-8", "document"},
                         Row{"/app/workplace.js", 200, "text/javascript; charset=utf-8", "script"},
                         Row{"/app/workplace.css", 200, "text/css; charset=utf-8", "style"},
                         Row{"/app/source-sans-3.woff2", 200, "font/woff2", "letters"}}) {
    const HttpAnswer answer = Get(row.path);
    EXPECT_EQ(row.status, answer.status) << row.path;
    EXPECT_EQ(row.type, Field(answer, "Content-Type")) << row.path;
    EXPECT_EQ(row.body, answer.body) << row.path;
    EXPECT_NE("", Field(answer, "Content-Security-Policy")) << row.path;
  }
  for (const std::string_view path :
       {"/app/missing.js", "/app/workplace.js.gz", "/app/../style.css", "/app/.env"})
    EXPECT_EQ(404, Get(path).status) << path;
  EXPECT_EQ(308, Get("/app").status);
  EXPECT_EQ("/app/", Field(Get("/app"), "Location"));
}

TEST(Workplace, IsPackedForWhoTakesItSo) {
  struct Row {
    std::string_view accept_encoding;
    bool packed;
  };
  for (const Row& row : {Row{"gzip, deflate, br, zstd", true}, Row{"br;q=1.0, gzip;q=0.8", true},
                         Row{"*", true}, Row{"GZIP", true}, Row{"", false}, Row{"br", false},
                         Row{"gzip;q=0", false}, Row{"gzip; q=0.0, *", false}, Row{"*;q=0", false},
                         Row{"gzipped", false}, Row{"gzip;", false}, Row{",,", false}}) {
    const HttpAnswer answer = Get("/app/workplace.js", row.accept_encoding);
    EXPECT_EQ(row.packed ? "packed script" : "script", answer.body) << row.accept_encoding;
    EXPECT_EQ(row.packed ? "gzip" : "", Field(answer, "Content-Encoding")) << row.accept_encoding;
    EXPECT_EQ("Accept-Encoding", Field(answer, "Vary"));
  }
  EXPECT_EQ("letters", Get("/app/source-sans-3.woff2", "gzip").body) << "there is none packed";
}

TEST(Workplace, WhoHasItGetsItNotAgain) {
  const std::string plain = Field(Get("/app/workplace.js"), "ETag");
  const std::string packed = Field(Get("/app/workplace.js", "gzip"), "ETag");
  EXPECT_NE(plain, packed) << "other bytes, another tag";
  EXPECT_EQ(304, Get("/app/workplace.js", "gzip", packed).status);
  EXPECT_EQ(200, Get("/app/workplace.js", "", packed).status);
  EXPECT_EQ("", Get("/app/workplace.js", "gzip", packed).body);
}

TEST(Workplace, HeadIsGetWithoutTheBody) {
  HttpRequest request;
  request.method = HttpRequest::Method::kHead;
  const HttpAnswer head = Built().Answer(request, "/app/workplace.js");
  EXPECT_EQ(Get("/app/workplace.js").fields, head.fields);
  EXPECT_EQ("", head.body);
}

TEST(Workplace, ABuildWithoutItSaysSo) { EXPECT_EQ(404, Workplace({}).Answer({}, "/app/").status); }

}  // namespace
}  // namespace rytm
