// Part of a list: as many as asked for, and where the next part begins.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "server/api/call.h"

namespace rytm {

// {"items": […], "next": …}, and a Link to the next part, where `key` of the query is `next`.
// Empty: this is the last.
Reply PartReply(const Call& call, JsonArray items, std::string_view key, const std::string& next);

class Page {
 public:
  // Reads `limit` and `after` of a query.
  explicit Page(const JsonReader& query);
  // Of a query that has nothing else.
  static Result<Page> Asked(const Call& call);

  std::size_t limit() const { return limit_; }

  // {"items": […], "next": "…"}, and a Link to the next part. `id` is how an element is known when
  // the list is another by then; `write` makes JSON of one that is asked for.
  template <class T, class Id, class Write>
  Reply Of(const Call& call, const std::vector<T>& all, const Id& id, const Write& write) const {
    return OfParts<T>(call, all, id, [&](const std::vector<T>& part) {
      JsonArray items;
      for (const T& one : part) items.push_back(write(one));
      return items;
    });
  }
  // The same, where JSON is made of all that are asked for at once.
  template <class T, class Id>
  Reply OfParts(const Call& call, const std::vector<T>& all, const Id& id,
                const std::function<JsonArray(const std::vector<T>&)>& write) const {
    std::size_t begin = Begin(all.size(), [&](std::size_t i) { return id(all[i]) == after_id_; });
    const std::size_t end = std::min(all.size(), begin + limit_);
    const std::vector<T> part(all.begin() + static_cast<std::ptrdiff_t>(begin),
                              all.begin() + static_cast<std::ptrdiff_t>(end));
    std::string next;
    if (end < all.size()) next = std::to_string(end) + "~" + std::string(id(all[end - 1]));
    return PartReply(call, write(part), "after", next);
  }

 private:
  // After the element that the last part ended with, or, if that is gone, where it stood.
  std::size_t Begin(std::size_t size, const std::function<bool(std::size_t)>& is_last) const;

  std::size_t limit_;
  std::size_t after_position_ = 0;
  std::string after_id_;
};

// Part of a log, from its end: `limit` of those numbered below `before`.
struct NewestFirst {
  std::size_t limit = kPageItemsUsual;
  std::optional<std::int64_t> before;

  static Result<NewestFirst> Asked(const Call& call);

  // Of a list one longer than `limit`, where there is more.
  template <class T, class Number, class Write>
  Reply Of(const Call& call, const std::vector<T>& some, const Number& number,
           const Write& write) const {
    JsonArray items;
    for (std::size_t i = 0; i < std::min(limit, some.size()); ++i) items.push_back(write(some[i]));
    const bool more = some.size() > limit;
    return PartReply(call, std::move(items), "before",
                     more ? std::to_string(number(some[limit - 1])) : "");
  }
};

}  // namespace rytm
