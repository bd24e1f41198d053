// The document that describes all of this.
#include "app/embedded.h"
#include "server/api/handlers.h"

namespace rytm {

Result<Reply> GetOpenApi(Call&) {
  return Reply{.text = std::string(EmbeddedFile("schemas/openapi.yaml").value_or("")),
               .type = "application/yaml; charset=utf-8"};
}

}  // namespace rytm
