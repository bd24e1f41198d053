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

}  // namespace rytm
