// SchemaExplainer where one of several shapes should fit: which was meant?
#include <algorithm>
#include <optional>
#include <utility>

#include "base/json_words.h"
#include "base/nearest_word.h"
#include "base/schema_explain.h"
#include "base/schema_words.h"

namespace rytm {
namespace {

constexpr int kRuledOut = 1000;
constexpr int kGoodMemberWeight = 2;

bool LiesBelow(std::string_view pointer, const std::string& above) {
  return pointer.substr(0, above.size()) == above &&
         (pointer.size() == above.size() || pointer[above.size()] == '/');
}

// One shape a value could have been meant as.
struct Branch {
  const JsonObject* schema;
  std::vector<Violation> wrong;
  bool type_fits;
  int against;  // the less, the nearer
};

int WeighAgainst(const Branch& branch, const Json& value, const JsonPointer& at) {
  if (!branch.type_fits) return kRuledOut;
  int against = 0;
  for (const Violation& violation : branch.wrong) against += violation.weight;
  const JsonObject* properties = ObjectOf(*branch.schema, "properties");
  if (properties == nullptr || !value.is_object()) return against;
  for (const auto& member : value.get_object()) {
    if (!properties->contains(member.key())) continue;
    const std::string below = (at / std::string_view(member.key())).ToString();
    const bool good = std::none_of(
        branch.wrong.begin(), branch.wrong.end(),
        [&](const Violation& violation) { return LiesBelow(violation.pointer, below); });
    if (good) against -= kGoodMemberWeight;
  }
  return against;
}

void KeepThose(std::vector<std::string_view>& keys, const std::vector<std::string_view>& others) {
  keys.erase(std::remove_if(keys.begin(), keys.end(),
                            [&](std::string_view key) {
                              return std::find(others.begin(), others.end(), key) == others.end();
                            }),
             keys.end());
}

// The keys that tell the shapes apart, if the value has none of them.
std::vector<std::string_view> MissingMarks(const std::vector<Branch>& shapes,
                                           const JsonObject& object) {
  std::optional<std::vector<std::string_view>> common;
  for (const Branch& shape : shapes) {
    if (!shape.type_fits) continue;
    const std::vector<std::string_view> required = StringsOf(*shape.schema, "required");
    if (!common) common = required;
    KeepThose(*common, required);
  }
  std::vector<std::string_view> marks;
  for (const Branch& shape : shapes) {
    if (!shape.type_fits) continue;
    std::vector<std::string_view> own;
    for (const std::string_view key : StringsOf(*shape.schema, "required")) {
      if (std::find(common->begin(), common->end(), key) != common->end()) continue;
      if (object.contains(key)) return {};
      own.push_back(key);
    }
    if (own.empty())
      return {};  // a shape that asks for nothing of its own: the nearest explains better
    for (const std::string_view key : own) {
      if (std::find(marks.begin(), marks.end(), key) == marks.end()) marks.push_back(key);
    }
  }
  return marks;
}

void TellMarks(const std::vector<Branch>& shapes, const std::vector<std::string_view>& marks,
               const JsonObject& object, const JsonPointer& at, std::vector<Violation>& out) {
  std::vector<std::string> quoted;
  for (const std::string_view mark : marks) quoted.push_back(Quoted(mark));
  const Text list = AnyOf(quoted);
  Tell(out, at,
       {"En av nycklarna " + list.sv + " saknas.", "One of the keys " + list.en + " is missing."},
       {}, kMissingWeight);
  std::vector<std::string_view> known;
  for (const Branch& shape : shapes) {
    for (const std::string_view key : KeysOf(ObjectOf(*shape.schema, "properties"))) {
      if (std::find(known.begin(), known.end(), key) == known.end()) known.push_back(key);
    }
  }
  for (const auto& member : object) {
    const std::string_view key(member.key());
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    Tell(out, at / key, UnknownKey(key), DidYouMean(key, known), kUnknownWeight);
  }
}

void TellTypes(const JsonObject& schema, const std::vector<Branch>& shapes, const Json& value,
               const JsonPointer& at, std::vector<Violation>& out) {
  std::vector<Text> expected;
  for (const Branch& shape : shapes) {
    const Text words = ExpectedWords(*shape.schema);
    if (std::find(expected.begin(), expected.end(), words) == expected.end()) {
      expected.push_back(words);
    }
  }
  const Text words = schema.contains("x-words") ? ExpectedWords(schema) : AnyOf(expected);
  Tell(out, at, ExpectedButFound(words, value), ExampleWords(schema), kTypeWeight);
}

}  // namespace

void SchemaExplainer::ExplainBranches(const JsonObject& schema, const JsonArray& branches,
                                      bool only_one, const Json& value, const JsonPointer& at,
                                      std::vector<Violation>& out) const {
  std::vector<const Json*> flat;
  if (only_one) {
    for (const Json& branch : branches) flat.push_back(&Resolve(branch));
  } else {
    Flatten(branches, flat);
  }
  std::vector<Branch> shapes;
  std::size_t fitting = 0;
  for (const Json* each : flat) {
    if (!each->is_object()) {
      fitting += Fits(*each, value) ? 1U : 0U;
      continue;
    }
    Branch branch{&each->get_object(), {}, HasTypeOf(value, each->get_object()), 0};
    Explain(*each, value, at, branch.wrong);
    fitting += branch.wrong.empty() ? 1U : 0U;
    branch.against = WeighAgainst(branch, value, at);
    shapes.push_back(std::move(branch));
  }
  if (fitting == 1 || (fitting > 1 && !only_one)) return;
  if (fitting > 1) {
    Tell(out, at,
         {"Detta går att läsa på mer än ett sätt.", "This can be read in more than one way."},
         {"Behåll bara det ena.", "Keep only one of them."});
    return;
  }
  const auto nearest =
      std::min_element(shapes.begin(), shapes.end(),
                       [](const Branch& a, const Branch& b) { return a.against < b.against; });
  if (nearest == shapes.end()) return;
  if (!nearest->type_fits) return TellTypes(schema, shapes, value, at, out);
  if (value.is_object()) {
    const std::vector<std::string_view> marks = MissingMarks(shapes, value.get_object());
    if (marks.size() > 1) return TellMarks(shapes, marks, value.get_object(), at, out);
  }
  for (Violation& violation : nearest->wrong) {
    if (out.size() < kProblemsMax) out.push_back(std::move(violation));
  }
}

void SchemaExplainer::Flatten(const JsonArray& branches, std::vector<const Json*>& flat) const {
  for (const Json& branch : branches) {
    const Json& resolved = Resolve(branch);
    const auto* object = resolved.if_object();
    const auto* nested = object != nullptr ? object->if_contains("anyOf") : nullptr;
    const bool only_branches = nested != nullptr && nested->is_array() &&
                               !object->contains("type") && !object->contains("properties") &&
                               !object->contains("required");
    if (only_branches && flat.size() < kProblemsMax) {
      Flatten(nested->get_array(), flat);
    } else {
      flat.push_back(&resolved);
    }
  }
}

}  // namespace rytm
