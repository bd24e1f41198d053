// Reads our own HTML strictly, so that tests can ask what stands in a page. Not for HTML of others.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rytm {

struct Tag {
  std::string name;
  std::map<std::string, std::string> attributes;  // values unescaped
  std::string text;                               // all text inside, unescaped
  std::vector<std::string> inside;                // names of the tags around it, outermost first

  bool Has(const std::string& attribute) const { return attributes.contains(attribute); }
  std::string At(const std::string& attribute) const;
  bool IsInside(std::string_view name) const;
};

struct Html {
  std::vector<Tag> tags;              // in order of their beginning
  std::vector<std::string> problems;  // what is wrong: unbalanced, unquoted, unescaped, twice

  std::vector<const Tag*> All(std::string_view name) const;
  std::string Text() const;  // of the whole page
};
Html ReadHtml(std::string_view page);

}  // namespace rytm
