#include "pages/qr_code.h"

#include <qrencode.h>

#include <memory>

#include "pages/page_data.h"

namespace rytm {
namespace {

struct Free {
  void operator()(QRcode* code) const { QRcode_free(code); }
};
using Code = std::unique_ptr<QRcode, Free>;

constexpr int kQuietModules = 4;  // ISO/IEC 18004: nothing else so near the code

Code Encode(std::string_view text) {
  constexpr int kSmallestThatFits = 0;
  return Code(QRcode_encodeData(static_cast<int>(text.size()),
                                reinterpret_cast<const unsigned char*>(text.data()),
                                kSmallestThatFits, QR_ECLEVEL_M));
}

// A rectangle for each run of dark modules in a row.
std::string DarkPath(const QRcode& code) {
  std::string path;
  for (int row = 0; row < code.width; ++row) {
    const unsigned char* modules = code.data + static_cast<std::ptrdiff_t>(row) * code.width;
    const auto dark = [&](int column) { return (modules[column] & 1U) != 0; };
    for (int column = 0; column < code.width; ++column) {
      if (!dark(column)) continue;
      const int first = column;
      while (column < code.width && dark(column)) ++column;
      const std::string length = std::to_string(column - first);
      path.append("M")
          .append(std::to_string(first + kQuietModules))
          .append(" ")
          .append(std::to_string(row + kQuietModules))
          .append("h")
          .append(length)
          .append("v1h-")
          .append(length)
          .append("z");
    }
  }
  return path;
}

}  // namespace

std::optional<std::string> QrCodeAsSvg(std::string_view text, std::string_view title) {
  const Code code = Encode(text);
  if (!code) return std::nullopt;
  const std::string side = std::to_string(code->width + 2 * kQuietModules);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qr\" role=\"img\" "
         "aria-labelledby=\"qr-title\" viewBox=\"0 0 " +
         side + " " + side + "\" shape-rendering=\"crispEdges\"><title id=\"qr-title\">" +
         HtmlEscaped(title) + "</title><path fill=\"#ffffff\" d=\"M0 0h" + side + "v" + side +
         "h-" + side + "z\"/><path fill=\"#000000\" d=\"" + DarkPath(*code) + "\"/></svg>";
}

}  // namespace rytm
