// What somebody is trusted with: a role, for all bodies or for one. What each role may do is a
// table in app/permissions.h.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rytm {

enum class Role {
  kAdministrator,  // accounts and keys, and all that a planner may
  kPlanner,        // the whole plan
  kSecretary,      // the plan of named bodies
  kReader          // looks at drafts: of all bodies, or of named ones
};

// What the roles are called in the database, the API and on the command line, in their order.
inline constexpr std::array<std::string_view, 4> kRoleWords{"administrator", "planner", "secretary",
                                                            "reader"};

constexpr std::string_view RoleWord(Role role) {
  return kRoleWords.at(static_cast<std::size_t>(role));
}

constexpr std::optional<Role> RoleNamed(std::string_view word) {
  for (std::size_t i = 0; i < kRoleWords.size(); ++i)
    if (kRoleWords[i] == word) return static_cast<Role>(i);
  return std::nullopt;
}

struct Grant {
  Role role = Role::kReader;
  std::string body;  // an id; empty: all bodies

  friend auto operator<=>(const Grant&, const Grant&) = default;
};

// "secretary ks, reader"
inline std::string GrantWords(const std::vector<Grant>& grants) {
  std::string words;
  for (const Grant& grant : grants) {
    words += (words.empty() ? "" : ", ") + std::string(RoleWord(grant.role));
    if (!grant.body.empty()) words += " " + grant.body;
  }
  return words;
}

}  // namespace rytm
