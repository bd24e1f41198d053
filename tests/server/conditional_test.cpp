// Conditional requests, row by row of the feed profile (P2-P4).
#include "server/conditional.h"

#include <gtest/gtest.h>

namespace rytm {
namespace {

constexpr std::string_view kTag = "\"abc\"";
const Instant kPublished = *ParseInstant("2026-11-23T14:02:00Z");

TEST(Conditional, IfNoneMatch) {
  struct Row {
    std::string_view sent;
    bool not_modified;
  };
  for (const Row& row :
       {Row{"\"abc\"", true}, Row{"W/\"abc\"", true}, Row{"*", true}, Row{" * ", true},
        Row{"\"x\", \"abc\"", true}, Row{"\"x\",W/\"abc\" , \"y\"", true}, Row{"\"x\"", false},
        Row{"abc", false}, Row{"\"abc", false}, Row{"\"ABC\"", false}, Row{"\"x\" \"abc", false},
        Row{"w/\"abc\"", false}, Row{",", false}, Row{"\"abcd\"", false}}) {
    HttpRequest request;
    request.if_none_match = row.sent;
    EXPECT_EQ(row.not_modified, NotModified(request, kTag, kPublished)) << row.sent;
  }
}

TEST(Conditional, IfModifiedSince) {
  struct Row {
    std::string_view sent;
    bool not_modified;
  };
  for (const Row& row : {Row{"Mon, 23 Nov 2026 14:02:00 GMT", true},    // the same second
                         Row{"Mon, 23 Nov 2026 14:02:01 GMT", true},    // newer
                         Row{"Fri, 01 Jan 2100 00:00:00 GMT", true},    // in the future
                         Row{"Mon, 23 Nov 2026 14:01:59 GMT", false},   // older
                         Row{"Monday, 23-Nov-26 14:02:00 GMT", true},   // RFC 850
                         Row{"Sunday, 06-Nov-94 08:49:37 GMT", false},  //
                         Row{"Mon Nov 23 14:02:00 2026", true},         // asctime
                         Row{"Sun Nov  6 08:49:37 1994", false},        //
                         Row{"Mon, 31 Feb 2026 14:02:00 GMT", false},   // no such day
                         Row{"Mon, 23 Nov 2026 25:02:00 GMT", false},   // no such hour
                         Row{"Mon, 23 Nov 2026 14:02:00 CET", false},   // not GMT
                         Row{"Mon, 23 Nov 2026 14:02:00 GMT junk", false}, Row{"yesterday", false},
                         Row{"-1", false}}) {
    HttpRequest request;
    request.if_modified_since = row.sent;
    EXPECT_EQ(row.not_modified, NotModified(request, kTag, kPublished)) << row.sent;
  }
}

TEST(Conditional, TheTagDecidesAloneWhereItIsSent) {
  HttpRequest request;
  request.if_none_match = "\"old\"";
  request.if_modified_since = "Fri, 01 Jan 2100 00:00:00 GMT";
  EXPECT_FALSE(NotModified(request, kTag, kPublished));
  request.if_none_match = kTag;
  request.if_modified_since = "Sat, 01 Jan 2000 00:00:00 GMT";
  EXPECT_TRUE(NotModified(request, kTag, kPublished));
}

TEST(Conditional, WithoutConditionsEverythingIsSent) {
  EXPECT_FALSE(NotModified({}, kTag, kPublished));
}

}  // namespace
}  // namespace rytm
