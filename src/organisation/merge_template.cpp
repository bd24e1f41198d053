#include "organisation/merge_template.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/json_words.h"
#include "base/nearest_word.h"

namespace rytm {
namespace {

// A value on its way into the merged document: taken apart only as far as both files may have a
// say.
struct Node {
  enum class Shape { kValue, kObject, kList };
  Shape shape = Shape::kValue;
  Origin origin;
  const Json* value = nullptr;
  std::string key;             // of a member
  std::vector<Node> members;   // kObject
  std::vector<Node> elements;  // kList
  bool inherited = false;      // the template has it too

  const Node* Find(std::string_view name) const {
    for (const Node& member : members) {
      if (member.key == name) return &member;
    }
    return nullptr;
  }
  Node* Find(std::string_view name) {
    return const_cast<Node*>(static_cast<const Node*>(this)->Find(name));
  }
  std::optional<std::string_view> String(std::string_view name) const {
    const Node* member = Find(name);
    const auto* text = member == nullptr ? nullptr : member->value->if_string();
    if (text == nullptr) return std::nullopt;
    return std::string_view(*text);
  }
  std::string_view id() const { return String("id").value_or(""); }
  bool off() const {
    const Node* member = Find("off");
    return member != nullptr && member->value->is_bool() && member->value->get_bool();
  }
};

std::vector<std::string_view> IdsOf(const std::vector<Node>& things) {
  std::vector<std::string_view> ids;
  for (const Node& thing : things) ids.push_back(thing.id());
  return ids;
}

std::vector<Node>::iterator FindThing(std::vector<Node>& things, std::string_view id) {
  return std::find_if(things.begin(), things.end(),
                      [&](const Node& thing) { return thing.id() == id; });
}

// Objects merged key by key, besides things with an id. Any other object is one thing said: a text,
// a `when`, a limit.
bool MergesByKey(std::string_view key) {
  static constexpr std::string_view kKeys[] = {"calendars", "chains", "kinds",
                                               "settings",  "on",     "term"};
  return std::find(std::begin(kKeys), std::end(kKeys), key) != std::end(kKeys);
}

bool HasId(const Json& value) {
  const JsonObject* object = value.if_object();
  const Json* id = object == nullptr ? nullptr : object->if_contains("id");
  return id != nullptr && id->is_string();
}

bool IsListByName(std::string_view key) {
  static constexpr std::string_view kLists[] = {"bodies",  "series",    "places",
                                                "reports", "dialogues", "external"};
  return std::find(std::begin(kLists), std::end(kLists), key) != std::end(kLists);
}

// Another way of saying what the key says: whoever says it one way does not say it the other.
std::string_view OtherWayOf(std::string_view key) {
  static constexpr std::pair<std::string_view, std::string_view> kWays[] = {
      {"days", "working-days"}, {"body", "bodies"}};
  for (const auto& [one, other] : kWays) {
    if (key == one) return other;
    if (key == other) return one;
  }
  return "";
}

// A list by its name stays one though a thing in it has lost its id: that is told elsewhere, and
// the other things should not lose what they inherit.
bool IsListOfThings(const Json& value, std::string_view key) {
  const JsonArray* list = value.if_array();
  if (list == nullptr) return false;
  if (std::all_of(list->begin(), list->end(), HasId)) return true;
  return IsListByName(key) && std::any_of(list->begin(), list->end(), HasId);
}

Origin Under(const Origin& origin, std::string_view key) {
  return {origin.from_template, origin.pointer + (JsonPointer() / key).ToString()};
}

Origin Under(const Origin& origin, std::size_t index) {
  return {origin.from_template, origin.pointer + "/" + std::to_string(index)};
}

class Merger {
 public:
  Merger(std::string_view own_file, std::string_view template_file, std::vector<Problem>& problems)
      : own_file_(own_file), template_file_(template_file), problems_(&problems) {}

  // Object members are taken apart for a `thing`, and where the key says so.
  Node TakeApart(const Json& value, Origin origin, std::string_view key, bool thing) {
    Node node;
    node.value = &value;
    node.origin = std::move(origin);
    if (const JsonObject* object = value.if_object(); object && (thing || MergesByKey(key))) {
      node.shape = Node::Shape::kObject;
      for (const auto& member : *object) {
        const std::string_view name = member.key();
        node.members.push_back(
            TakeApart(member.value(), Under(node.origin, name), name, key == "kinds"));
        node.members.back().key = name;
      }
    } else if (IsListOfThings(value, key) && HasRoom(node)) {
      node.shape = Node::Shape::kList;
      for (const Json& element : value.get_array()) {
        const Origin at = Under(node.origin, node.elements.size());
        node.elements.push_back(TakeApart(element, at, "", true));
      }
      TellSameIds(node);
    }
    return node;
  }

  void Merge(Node& base, Node own) {
    if (base.shape == Node::Shape::kObject && own.shape == Node::Shape::kObject) {
      base.origin = std::move(own.origin);
      for (const Node& member : own.members) {
        const std::string_view other = OtherWayOf(member.key);
        std::erase_if(base.members, [&](const Node& one) { return one.key == other; });
      }
      for (Node& member : own.members) {
        if (Node* found = base.Find(member.key)) {
          Merge(*found, std::move(member));
        } else {
          base.members.push_back(std::move(member));
        }
      }
    } else if (base.shape == Node::Shape::kList && own.shape == Node::Shape::kList) {
      base.origin = std::move(own.origin);
      std::vector<Node> added;
      for (Node& thing : own.elements) {
        const auto found = FindThing(base.elements, thing.id());
        if (thing.id().empty() || found == base.elements.end()) {
          added.push_back(std::move(thing));
        } else {
          found->inherited = found->origin.from_template;
          Merge(*found, std::move(thing));
        }
      }
      std::move(added.begin(), added.end(), std::back_inserter(base.elements));
    } else if (!OfTheWrongType(base, own)) {
      own.key = base.key;
      base = std::move(own);
    }
  }

  // What bodies of its kind have, then the template's body of that id, then the body itself.
  void InheritBody(Node& body, const Node& from_template) {
    Node base;
    base.shape = Node::Shape::kObject;
    const Node* known = from_template.Find("bodies");
    const Node* named = nullptr;
    if (known != nullptr) {
      for (const Node& thing : known->elements) {
        if (thing.id() == body.id()) named = &thing;
      }
    }
    auto kind = body.String("kind");
    if (!kind && named != nullptr) kind = named->String("kind");
    const Node* kinds = from_template.Find("kinds");
    const Node* common = kinds != nullptr && kind ? kinds->Find(*kind) : nullptr;
    if (common != nullptr && common->shape == Node::Shape::kObject) base = *common;
    if (named != nullptr) Merge(base, *named);
    Merge(base, std::move(body));
    base.inherited = named != nullptr;
    body = std::move(base);
    // A series that only the template speaks of and that has no rule: the body does not use it.
    if (Node* series = body.Find("series")) {
      std::erase_if(series->elements, [](const Node& one) {
        return one.origin.from_template && one.Find("when") == nullptr;
      });
    }
  }

  // The merged document from here on, `place` being where it stands there.
  Json Write(const Node& node, const std::string& place, Origins& origins) {
    origins.Record(place, node.origin);
    if (node.shape == Node::Shape::kValue) return *node.value;
    if (node.shape == Node::Shape::kObject) {
      JsonObject object;
      for (const Node& member : node.members) {
        const std::string at = place + (JsonPointer() / member.key).ToString();
        object.emplace(member.key, Write(member, at, origins));
      }
      return object;
    }
    JsonArray list;
    for (const Node& thing : InOrder(node.elements)) {
      list.push_back(Write(thing, place + "/" + std::to_string(list.size()), origins));
    }
    return list;
  }

 private:
  // The schema tells of it; the template's stays, so that what leans on it is not told as wrong
  // too.
  static bool OfTheWrongType(const Node& base, const Node& own) {
    if (base.shape == Node::Shape::kObject) return !own.value->is_object();
    if (base.shape != Node::Shape::kList) return false;
    return !own.value->is_array() || IsListByName(base.key);
  }

  void Tell(const Origin& origin, Text what, Text instead) {
    if (problems_->size() >= kProblemsMax) return;
    problems_->push_back({origin.from_template ? template_file_ : own_file_, origin.pointer,
                          std::move(what), std::move(instead)});
  }

  bool HasRoom(const Node& list) {
    const std::size_t size = list.value->get_array().size();
    if (size <= kListItemsMax) return true;
    const Text had = Grouped(size);
    const Text most = Grouped(kListItemsMax);
    Tell(list.origin,
         {"Listan har " + had.sv + " saker. Gränsen är " + most.sv + ".",
          "The list has " + had.en + " items. The limit is " + most.en + "."},
         {});
    return false;
  }

  void TellSameIds(const Node& list) {
    std::map<std::string_view, const Node*> first;
    for (const Node& thing : list.elements) {
      if (thing.id().empty()) continue;
      const auto [seen, is_new] = first.emplace(thing.id(), &thing);
      if (is_new) continue;
      const std::string& place = seen->second->origin.pointer;
      Tell(Under(thing.origin, "id"),
           {"Id " + Quoted(thing.id()) + " finns redan, på " + place + ".",
            "The id " + Quoted(thing.id()) + " is already there, at " + place + "."},
           {"Ge det ett eget id.", "Give it an id of its own."});
    }
  }

  // Without what is taken away, and each step before the one it names.
  std::vector<Node> InOrder(const std::vector<Node>& things) {
    for (const Node& thing : things) {
      if (!thing.off() || thing.inherited || thing.origin.from_template) continue;
      Tell(Under(thing.origin, "off"),
           {"Mallen har inget " + Quoted(thing.id()) + " att ta bort.",
            "The template has no " + Quoted(thing.id()) + " to take away."},
           {"Ta bort raden.", "Take the line away."});
    }
    std::vector<Node> ordered = things;
    for (const Node& thing : things) {
      const auto before = thing.String("before");
      if (!before) continue;
      const auto from = FindThing(ordered, thing.id());
      Node moving = *from;
      const auto next = ordered.erase(from);
      const auto target = FindThing(ordered, *before);
      if (target == ordered.end()) {
        Tell(thing.Find("before")->origin,
             {"Det finns inget steg " + Quoted(*before) + " att stå före.",
              "There is no step " + Quoted(*before) + " to stand before."},
             DidYouMean(*before, IdsOf(ordered)));
      }
      ordered.insert(target == ordered.end() ? next : target, std::move(moving));
    }
    std::erase_if(ordered, [](const Node& thing) { return thing.off(); });
    return ordered;
  }

  std::string own_file_;
  std::string template_file_;
  std::vector<Problem>* problems_;
};

bool ComesIn(std::string_view key) {
  return key != "template" && key != "name" && key != "kinds" && key != "bodies";
}

}  // namespace

void Origins::Record(std::string merged, Origin origin) {
  recorded_.insert_or_assign(std::move(merged), std::move(origin));
}

Origin Origins::Of(std::string_view merged) const {
  std::string_view above = merged;
  while (true) {
    const auto found = recorded_.find(above);
    if (found != recorded_.end()) {
      const std::string_view below = merged.substr(above.size());
      return {found->second.from_template, found->second.pointer + std::string(below)};
    }
    if (above.empty()) return {false, std::string(merged)};
    above = above.substr(0, above.rfind('/'));
  }
}

Merged MergeTemplate(const Json& own, std::string_view own_file, const Json* from_template,
                     std::string_view template_file, std::vector<Problem>& problems) {
  Merger merger(own_file, template_file, problems);
  Node whole = merger.TakeApart(own, {}, "", true);
  if (from_template != nullptr && from_template->is_object()) {
    Node above = merger.TakeApart(*from_template, {true, ""}, "", true);
    if (Node* bodies = whole.Find("bodies")) {
      for (Node& body : bodies->elements) merger.InheritBody(body, above);
    }
    std::erase_if(above.members, [](const Node& member) { return !ComesIn(member.key); });
    merger.Merge(above, std::move(whole));
    whole = std::move(above);
  }
  Merged merged;
  merged.json = merger.Write(whole, "", merged.origins);
  return merged;
}

}  // namespace rytm
