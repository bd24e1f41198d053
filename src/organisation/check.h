// What the parts of a rule file say of each other: all that can be known without a calendar. For
// rule_file.cpp.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "organisation/merge_template.h"
#include "organisation/organisation.h"

namespace rytm {

// Takes away what the template offers and this organisation has no use for, and tells what does not
// hold together. Problems are at places of the merged document, as are the `pointer`s of
// `organisation`. What had no id when it was read has an empty one; references to such things are
// not told.
void CheckOrganisation(const Origins& origins, Organisation& organisation,
                       std::vector<Problem>& problems);

// Makes every `pointer` of the organisation one into the user's file, or
// "sweden-municipality@1#/chains/council/0".
void PointIntoFiles(const Origins& origins, const std::string& template_file,
                    Organisation& organisation);

}  // namespace rytm
