#include "base/system_reason.h"

namespace rytm {

Text SystemReason(const std::error_code& trouble) {
  if (trouble == std::errc::no_such_file_or_directory)
    return {"Den finns inte.", "It does not exist."};
  if (trouble == std::errc::permission_denied || trouble == std::errc::operation_not_permitted)
    return {"Behörigheten räcker inte.", "Permission is denied."};
  if (trouble == std::errc::is_a_directory) return {"Det är en mapp.", "It is a folder."};
  if (trouble == std::errc::not_a_directory)
    return {"En del av sökvägen är en fil och ingen mapp.",
            "Part of the path is a file and no folder."};
  if (trouble == std::errc::read_only_file_system)
    return {"Disken går bara att läsa.", "The disk can only be read."};
  if (trouble == std::errc::no_space_on_device) return {"Disken är full.", "The disk is full."};
  if (trouble == std::errc::address_not_available)
    return {"Adressen hör inte till den här datorn.", "This machine does not have that address."};
  return Text(trouble.message() + ".");
}

}  // namespace rytm
