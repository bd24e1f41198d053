#include "base/text_json.h"

namespace rytm {

JsonObject AsWritten(const Text& text) {
  JsonObject json{{"sv", text.sv}};
  if (!text.en.empty()) json["en"] = text.en;
  return json;
}

JsonObject InBothLanguages(const Text& text) {
  return {{"sv", text.sv}, {"en", text.In(Language::kEnglish)}};
}

}  // namespace rytm
