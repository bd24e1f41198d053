#include "server/api/page.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "server/target.h"

namespace rytm {

Page::Page(const JsonReader& query)
    : limit_(static_cast<std::size_t>(query.OptionalInt("limit", 1, static_cast<int>(kPageItemsMax))
                                          .value_or(static_cast<int>(kPageItemsUsual)))) {
  const std::optional<std::string> after = query.OptionalString("after");
  if (!after) return;
  const std::size_t mark = after->find('~');
  const char* end = after->data() + std::min(mark, after->size());
  const auto [stopped, error] = std::from_chars(after->data(), end, after_position_);
  if (error == std::errc() && stopped == end && mark != std::string::npos) {
    after_id_ = after->substr(mark + 1);
    return;
  }
  query.AddAt(
      "after",
      Text("Det är ingen fortsättning som vi har gett.", "That is no continuation that we gave."),
      Text("Ta den ur next i förra svaret.", "Take it from next in the last answer."));
}

Result<Page> Page::Asked(const Call& call) {
  return call.ReadQuery([](const JsonReader& query) {
    query.OnlyKeys({"limit", "after"});
    return Page(query);
  });
}

std::size_t Page::Begin(std::size_t size, const std::function<bool(std::size_t)>& is_last) const {
  if (after_position_ == 0) return 0;
  if (after_position_ <= size && is_last(after_position_ - 1)) return after_position_;
  for (std::size_t i = 0; i < size; ++i)
    if (is_last(i)) return i + 1;
  return std::min(after_position_, size);
}

Reply PartReply(const Call& call, JsonArray items, std::string_view key, const std::string& next) {
  JsonObject json{{"items", std::move(items)}};
  Reply reply;
  if (!next.empty()) {
    json["next"] = key == "before" ? Json(std::stoll(next)) : Json(next);
    std::string target(PathOf(call.request.target));
    std::string mark = "?";
    const auto query = QueryOf(call.request.target);
    for (const auto& [name, value] : *query) {
      if (name == key) continue;
      target += mark + PercentEncoded(name) + "=" + PercentEncoded(value);
      mark = "&";
    }
    target += mark + std::string(key) + "=" + PercentEncoded(next);
    reply.fields = "Link: <" + target + ">; rel=\"next\"\r\n";
  }
  reply.json = std::move(json);
  return reply;
}

Result<NewestFirst> NewestFirst::Asked(const Call& call) {
  return call.ReadQuery([](const JsonReader& query) {
    query.OnlyKeys({"limit", "before"});
    NewestFirst asked{.limit = Page(query).limit(), .before = std::nullopt};
    asked.before = query.OptionalInt("before", 1, std::numeric_limits<int>::max());
    return asked;
  });
}

}  // namespace rytm
