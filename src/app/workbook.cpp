#include "app/workbook.h"

#include <xlsxwriter.h>

#include <array>
#include <utility>

#include "app/memory_file.h"

namespace rytm {

Result<std::string> AsWorkbook(const MeetingTable& table) {
  const MemoryFile file("workbook");  // the library of this Debian writes to files only
  lxw_workbook* book = workbook_new(file.Path().c_str());
  lxw_worksheet* sheet = workbook_add_worksheet(book, table.name.c_str());
  lxw_format* bold = workbook_add_format(book);
  format_set_bold(bold);
  lxw_row_t at = 0;
  const auto write = [&](const std::vector<std::string>& cells, lxw_format* format) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      worksheet_write_string(sheet, at, static_cast<lxw_col_t>(i), cells[i].c_str(), format);
    ++at;
  };
  write(table.columns, bold);
  for (const std::vector<std::string>& row : table.rows) write(row, nullptr);
  constexpr std::array<double, 8> kWidths{11, 10, 7, 16, 30, 24, 24, 50};  // in letters
  for (std::size_t i = 0; i < kWidths.size(); ++i)
    worksheet_set_column(sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), kWidths[i],
                         nullptr);
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_autofilter(sheet, 0, 0, at - 1, static_cast<lxw_col_t>(table.columns.size() - 1));
  if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
    return Refuse(ErrorCode::kUnavailable, Text("Arbetsboken gick inte att skriva: ",
                                                "The workbook could not be written: ") +
                                               Text(lxw_strerror(error)));
  return file.Read();
}

Result<Done> WriteWorkbook(PublicFile& file) {
  if (!file.workbook) return Done{};
  Result<std::string> bytes = AsWorkbook(*file.workbook);
  if (!bytes.ok()) return bytes.error();
  file.bytes = std::move(bytes).value();
  return Done{};
}

}  // namespace rytm
