#include "tests/pages/html_reader.h"

#include <algorithm>
#include <array>
#include <set>

namespace rytm {
namespace {

constexpr std::array<std::string_view, 6> kVoid = {"meta", "link", "input", "br", "path", "base"};

class Reader {
 public:
  explicit Reader(std::string_view page) : rest_(page) {}

  Html Read() {
    while (!rest_.empty()) {
      if (rest_.starts_with("<!doctype html>"))
        rest_.remove_prefix(15);
      else if (rest_.starts_with("</"))
        End();
      else if (rest_.starts_with("<"))
        Begin();
      else
        TakeText();
    }
    for (const std::size_t open : open_) Wrong("not closed: " + html_.tags[open].name);
    return std::move(html_);
  }

 private:
  void Wrong(const std::string& what) { html_.problems.push_back(what); }

  std::string_view Take(std::size_t count) {
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  std::string Unescaped(std::string_view text) {
    static const std::map<std::string_view, std::string_view> kNames = {
        {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}};
    std::string plain;
    while (!text.empty()) {
      const std::size_t and_sign = text.find('&');
      plain += text.substr(0, and_sign);
      if (and_sign == std::string_view::npos) break;
      text.remove_prefix(and_sign + 1);
      const auto name = kNames.find(text.substr(0, text.find(';')));
      if (name == kNames.end()) {
        Wrong("a & that stands for nothing, before: " + std::string(text.substr(0, 20)));
        continue;
      }
      plain += name->second;
      text.remove_prefix(name->first.size() + 1);
    }
    return plain;
  }

  void TakeText() {
    const std::string text = Unescaped(Take(std::min(rest_.find('<'), rest_.size())));
    for (const std::size_t open : open_) html_.tags[open].text += text;
  }

  void End() {
    const std::size_t end = rest_.find('>');
    const std::string name(rest_.substr(2, end - 2));
    Take(end + 1);
    if (open_.empty() || html_.tags[open_.back()].name != name)
      return Wrong("closed but not open: " + name);
    open_.pop_back();
  }

  void SkipSpaces() { Take(std::min(rest_.find_first_not_of(" \n"), rest_.size())); }

  void Begin() {
    Take(1);
    Tag tag;
    tag.name = Take(std::min(rest_.find_first_of(" />\n"), rest_.size()));
    for (const std::size_t open : open_) tag.inside.push_back(html_.tags[open].name);
    for (SkipSpaces(); !rest_.empty() && rest_[0] != '>' && rest_[0] != '/'; SkipSpaces())
      Attribute(tag);
    const bool closed = rest_.starts_with("/>");
    Take(closed ? 2 : 1);
    const bool is_void = std::find(kVoid.begin(), kVoid.end(), tag.name) != kVoid.end();
    html_.tags.push_back(std::move(tag));
    if (!closed && !is_void) open_.push_back(html_.tags.size() - 1);
    // The text of a script is no HTML, and ends at the first "</script".
    if (html_.tags.back().name == "script")
      html_.tags.back().text = Take(std::min(rest_.find("</script"), rest_.size()));
  }

  void Attribute(Tag& tag) {
    const std::string name(Take(std::min(rest_.find_first_of("= />\n"), rest_.size())));
    std::string value;
    if (rest_.starts_with("=\"")) {
      Take(2);
      value = Unescaped(Take(std::min(rest_.find('"'), rest_.size())));
      Take(1);
    } else if (rest_.starts_with("=")) {
      Wrong("value without quotes: " + name);
      Take(1);
    }
    if (!tag.attributes.emplace(name, value).second) Wrong("twice in " + tag.name + ": " + name);
  }

  std::string_view rest_;
  Html html_;
  std::vector<std::size_t> open_;  // places in html_.tags
};

}  // namespace

std::string Tag::At(const std::string& attribute) const {
  const auto found = attributes.find(attribute);
  return found == attributes.end() ? "" : found->second;
}

bool Tag::IsInside(std::string_view other) const {
  return std::find(inside.begin(), inside.end(), other) != inside.end();
}

std::vector<const Tag*> Html::All(std::string_view name) const {
  std::vector<const Tag*> found;
  for (const Tag& tag : tags)
    if (tag.name == name) found.push_back(&tag);
  return found;
}

std::string Html::Text() const { return tags.empty() ? "" : tags.front().text; }

Html ReadHtml(std::string_view page) {
  Html html = Reader(page).Read();
  std::set<std::string> ids;
  for (const Tag& tag : html.tags)
    if (tag.Has("id") && !ids.insert(tag.At("id")).second)
      html.problems.push_back("id twice: " + tag.At("id"));
  return html;
}

}  // namespace rytm
