#include "pages/public_files.h"

#include <charconv>
#include <utility>

#include "pages/wheel.h"
#include "pages/year_files.h"

namespace rytm {
namespace {

constexpr double kPngScale = 1.25;  // 1950 × 1500 pixels
constexpr std::string_view kSvg = "image/svg+xml";
constexpr std::string_view kPng = "image/png";
constexpr std::string_view kPdf = "application/pdf";
constexpr std::string_view kCsv = "text/csv";
constexpr std::string_view kXlsx =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

constexpr std::pair<std::string_view, MatrixForm> kMatrixForms[] = {
    {".pdf", MatrixForm::kA4},
    {"-a3.pdf", MatrixForm::kA3},
    {"-large-print.pdf", MatrixForm::kLargePrint}};

Result<PublicFile> Made(Result<std::string> bytes, std::string_view type, std::string name) {
  if (!bytes.ok()) return bytes.error();
  return PublicFile{
      .type = std::string(type), .name = std::move(name), .bytes = std::move(bytes).value()};
}

std::optional<Result<PublicFile>> WheelAt(const PublicCalendar& calendar, std::string_view name,
                                          const PageQuery& query) {
  const std::optional<Wheel> wheel =
      WheelAskedFor(calendar, {.year = query.year, .body = query.body});
  if (!wheel) return std::nullopt;
  const std::string kept = calendar.organisation.id + "-" +
                           (query.body.empty() ? "" : query.body + "-") +
                           (calendar.language == Language::kSwedish ? "arshjul-" : "wheel-") +
                           std::to_string(wheel->year);
  if (name == "wheel.svg")
    return Made(AsSvg(Draw(*wheel, WheelLegend::kBeside)), kSvg, kept + ".svg");
  if (name == "wheel.png")
    return Made(AsPng(Draw(*wheel, WheelLegend::kBeside), kPngScale), kPng, kept + ".png");
  return PdfFile(WheelAsPdf(*wheel), kept + ".pdf");
}

}  // namespace

Result<PublicFile> PdfFile(Result<std::string> bytes, std::string name) {
  return Made(std::move(bytes), kPdf, std::move(name));
}

std::optional<Result<PublicFile>> TableFile(MeetingTable table, std::string_view ending,
                                            std::string name) {
  if (ending == ".csv") return Made(AsCsv(table), kCsv, std::move(name));
  if (ending != ".xlsx") return std::nullopt;
  return PublicFile{.type = std::string(kXlsx),
                    .name = std::move(name),
                    .bytes = {},
                    .workbook = std::move(table)};
}

std::optional<YearFile> YearFileNamed(std::string_view name) {
  constexpr std::size_t kDigits = 4;
  int year = 0;
  const std::string_view digits = name.substr(0, name.find_first_not_of("0123456789"));
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), year);
  if (error != std::errc() || digits.size() != kDigits) return std::nullopt;
  return YearFile{year, name.substr(kDigits)};
}

std::optional<Result<PublicFile>> PublicFileAt(const PublicCalendar& calendar,
                                               const std::vector<std::string_view>& parts,
                                               const PageQuery& query) {
  if (parts.size() < 2 || parts.size() > 3 || parts[0] != calendar.organisation.id)
    return std::nullopt;
  const std::string_view name = parts.back();
  if (parts.size() == 2 && (name == "wheel.svg" || name == "wheel.png" || name == "wheel.pdf"))
    return WheelAt(calendar, name, query);
  const std::optional<YearFile> file = YearFileNamed(name);
  if (!file) return std::nullopt;
  const auto [year, ending] = *file;
  const Body* body = nullptr;
  if (parts.size() == 3) {
    body = ListedBody(calendar.organisation, parts[1]);
    if (body == nullptr) return std::nullopt;
  }
  const std::vector<const Event*> events = EventsInYear(PublicEvents(calendar, body), year);
  if (events.empty()) return std::nullopt;
  const std::string kept =
      std::string(parts[0]) + "-" + (body == nullptr ? "" : body->id + "-") + std::string(name);
  constexpr std::string_view kChain = "-chain";
  if (ending.starts_with(kChain) && body != nullptr)
    return ChainFile(PublicChains(events, *body, calendar.language), year,
                     ending.substr(kChain.size()), kept, ChainsAbout(calendar, *body, year));
  if (ending == ".csv" || ending == ".xlsx")
    return TableFile(MeetingsOf(calendar, events, year), ending, kept);
  if (ending == ".pdf" && body != nullptr)
    return PdfFile(MeetingsAsPdf(calendar, *body, MeetingsOf(calendar, events, year)), kept);
  if (body != nullptr) return std::nullopt;
  for (const auto& [of_form, form] : kMatrixForms)
    if (ending == of_form) return PdfFile(YearMatrixAsPdf(calendar, events, year, form), kept);
  return std::nullopt;
}

}  // namespace rytm
