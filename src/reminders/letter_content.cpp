#include "reminders/letter_content.h"

#include <cassert>
#include <kainjow/mustache.hpp>

namespace rytm {
namespace {

using Data = kainjow::mustache::data;

void AppendParagraph(std::string& text, const std::string& paragraph) {
  text += paragraph + "\n\n";
}

void AppendLink(std::string& text, const LetterLink& link, std::string_view indent) {
  text.append(indent).append(link.words).append(":\n");
  text.append(indent).append(link.address).append("\n");
}

Data LinkData(const LetterLink& link) {
  Data data;
  data["words"] = link.words;
  data["address"] = link.address;
  return data;
}

Data LinksData(const std::vector<LetterLink>& links) {
  Data list{Data::type::list};
  for (const LetterLink& link : links) list << LinkData(link);
  return list;
}

Data WordsData(const std::vector<std::string>& lines) {
  Data list{Data::type::list};
  for (const std::string& line : lines) {
    Data data;
    data["words"] = line;
    list << data;
  }
  return list;
}

Data BlockData(const LetterBlock& block) {
  Data data;
  data["heading"] = block.heading;
  Data lines{Data::type::list};
  for (const LetterLine& line : block.lines) {
    Data one;
    one["words"] = line.words;
    one["strong"] = line.weight == LetterLine::Weight::kStrong;
    one["gone"] = line.weight == LetterLine::Weight::kGone;
    lines << one;
  }
  data["lines"] = std::move(lines);
  data["links"] = LinksData(block.links);
  return data;
}

}  // namespace

std::string AsPlainText(const LetterContent& content) {
  constexpr std::string_view kIndent = "  ";
  std::string text;
  if (!content.greeting.empty()) AppendParagraph(text, content.greeting);
  for (const std::string& paragraph : content.paragraphs) AppendParagraph(text, paragraph);
  for (const LetterBlock& block : content.blocks) {
    text += block.heading + "\n";
    for (const LetterLine& line : block.lines) {
      std::string words = line.words;
      for (std::size_t at = 0; (at = words.find('\n', at)) != std::string::npos; ++at)
        if (words.compare(at + 1, 1, "\n") != 0) words.insert(at + 1, kIndent);
      text.append(kIndent).append(words).append("\n");
    }
    for (const LetterLink& link : block.links) AppendLink(text, link, kIndent);
    text += "\n";
  }
  for (const std::string& paragraph : content.closing) AppendParagraph(text, paragraph);
  text += "-- \n";  // what follows is a signature to mail programs
  for (const std::string& line : content.small) text += line + "\n";
  for (const LetterLink& link : content.foot_links) AppendLink(text, link, "");
  return text;
}

std::string AsHtml(const LetterContent& content, const LetterTemplates& templates) {
  Data data;
  data["language"] = std::string(content.language == Language::kSwedish ? "sv" : "en");
  data["subject"] = content.subject;
  data["greeting"] = content.greeting;
  data["paragraphs"] = WordsData(content.paragraphs);
  Data blocks{Data::type::list};
  for (const LetterBlock& block : content.blocks) blocks << BlockData(block);
  data["blocks"] = std::move(blocks);
  data["closing"] = WordsData(content.closing);
  data["small"] = WordsData(content.small);
  data["foot_links"] = LinksData(content.foot_links);
  const auto found = templates.find("letter");
  assert(found != templates.end());
  kainjow::mustache::mustache page{std::string(found->second)};
  assert(page.is_valid());
  return page.render(data);
}

}  // namespace rytm
