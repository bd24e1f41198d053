// A text as a QR code (ISO/IEC 18004): for a phone's camera instead of somebody's fingers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rytm {

// An <svg> to stand once in a page, under the class "qr". Black on white with its quiet zone,
// whatever the colours around it; `title` is for those who do not see it. As much damage or glare
// as 15 % of it does no harm. Nullopt: an empty text, or more than the 2,331 bytes that fit.
std::optional<std::string> QrCodeAsSvg(std::string_view text, std::string_view title);

}  // namespace rytm
