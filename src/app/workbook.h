// A table as an Excel workbook (XLSX). Here, and not with the pages, since the library writes to
// files.
#pragma once

#include <string>

#include "base/result.h"
#include "pages/public_files.h"

namespace rytm {

// One sheet, its headings kept in view, all cells text. kUnavailable: no memory, or no room for the
// library's own temporary files.
Result<std::string> AsWorkbook(const MeetingTable& table);

// Gives the file its bytes, where it is a workbook. Errors as AsWorkbook's.
Result<Done> WriteWorkbook(PublicFile& file);

}  // namespace rytm
