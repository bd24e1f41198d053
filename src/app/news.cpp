#include "app/news.h"

#include "base/text_json.h"
#include "store/store.h"

namespace rytm {
namespace {

std::string_view WordFor(RevisionNews::Kind kind) {
  switch (kind) {
    case RevisionNews::Kind::kRules:
      return "rules";
    case RevisionNews::Kind::kAdjustments:
      return "adjustments";
    case RevisionNews::Kind::kUndo:
      return "undo";
    case RevisionNews::Kind::kAdoption:
      return "adoption";
    case RevisionNews::Kind::kAcceptance:
      return "acceptance";
    case RevisionNews::Kind::kPublication:
      return "publication";
  }
  return "";
}

}  // namespace

Result<Revision> CurrentRevision(Database& database) {
  const Result<Revisions> revisions = database.store().Newest();
  if (!revisions.ok()) return revisions.error();
  return revisions.value().any;
}

Result<std::vector<RevisionNews>> NewsSince(Database& database, Revision seen, std::size_t count) {
  return database.revisions().Since(seen, count);
}

JsonObject AsJson(const RevisionNews& news) {
  JsonObject json{{"revision", news.revision},
                  {"kind", WordFor(news.kind)},
                  {"made", FormatInstant(news.made)}};
  if (news.batch) json["batch"] = *news.batch;
  if (!news.author.empty()) json["author"] = news.author;
  if (!news.what.empty()) json["what"] = InBothLanguages(news.what);
  if (!news.bodies.empty()) json["bodies"] = JsonArray(news.bodies.begin(), news.bodies.end());
  return json;
}

}  // namespace rytm
