#include "server/http.h"

namespace rytm {

std::string ApiRequest::Field(std::string_view name) const {
  std::string value;
  for (const auto& [field, text] : fields) {
    if (field != name) continue;
    if (!value.empty()) value += ", ";
    value += text;
  }
  return value;
}

std::string ContentTypeOf(std::string_view type) {
  return std::string(type) + (type.starts_with("text/") ? "; charset=utf-8" : "");
}

HttpAnswer TextAnswer(int status, std::string words, std::string_view more_fields) {
  HttpAnswer answer{.status = status};
  answer.fields = "Content-Type: " + ContentTypeOf("text/plain") +
                  "\r\nContent-Length: " + std::to_string(words.size()) + "\r\n" +
                  std::string(more_fields);
  answer.body = std::move(words);
  return answer;
}

}  // namespace rytm
