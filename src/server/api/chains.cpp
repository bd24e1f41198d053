// A body's meetings of a year with what comes before and after each, as a file.
#include <charconv>
#include <utility>

#include "app/workbook.h"
#include "pages/chain_table.h"
#include "server/api/handlers.h"
#include "server/api/words.h"

namespace rytm {
namespace {

constexpr std::string_view kXlsx =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

struct FileAsked {
  int year = 0;
  std::string ending;  // ".pdf"
};

// "2027.pdf"; nullopt: it is no such name.
std::optional<FileAsked> FileNamed(std::string_view name) {
  FileAsked asked;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), asked.year);
  if (error != std::errc()) return std::nullopt;
  asked.ending.assign(end, name.data() + name.size());
  return asked;
}

}  // namespace

Result<Reply> GetChains(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Organisation& organisation = *planned.value()->organisation;
  const Body* body = organisation.FindBody(call.Part("body"));
  const std::optional<FileAsked> file = FileNamed(call.Part("file"));
  if (body == nullptr || !call.Sees(body->id) || !file) return NotHere();
  const Result<Language> language = call.ReadQuery([&](const JsonReader& query) {
    query.OnlyKeys({"language"});
    return query.OptionalWord("language", kLanguages).value_or(call.language);
  });
  if (!language.ok()) return language.error();
  const std::vector<ChainRow> chains =
      ChainsOf(planned.value()->plan, *body, file->year, language.value());
  if (chains.empty()) return NotHere();
  const std::string name =
      organisation.id + "-" + body->id + "-" + std::to_string(file->year) + "-chain" + file->ending;
  if (file->ending == ".pdf") {
    Result<std::string> pdf =
        ChainsAsPdf(chains, file->year,
                    {.paper = PdfDocument::Paper::kA4Lying,
                     .title = ChainTitle(*body, file->year, language.value()),
                     .footer = DraftFooter(organisation, planned.value()->today, language.value()),
                     .language = language.value(),
                     .made = planned.value()->today});
    if (!pdf.ok()) return pdf.error();
    return FileReply(std::move(pdf).value(), "application/pdf", name);
  }
  const MeetingTable table = ChainTable(chains, file->year, DaysAs::kNumbers, language.value());
  if (file->ending == ".csv") return FileReply(AsCsv(table), "text/csv; charset=utf-8", name);
  if (file->ending != ".xlsx") return NotHere();
  Result<std::string> workbook = AsWorkbook(table);
  if (!workbook.ok()) return workbook.error();
  return FileReply(std::move(workbook).value(), kXlsx, name);
}

}  // namespace rytm
