#include "pages/cairo_pointers.h"

namespace rytm {

cairo_status_t AppendTo(void* out, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

Result<Done> Drawn(cairo_t* context, cairo_surface_t* surface) {
  if (cairo_status(context) == CAIRO_STATUS_SUCCESS &&
      cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
    return Done{};
  return Refuse(ErrorCode::kUnavailable,
                Text("Det gick inte att rita: saknas ett typsnitt på servern?",
                     "It could not be drawn: does the server lack a font?"));
}

}  // namespace rytm
