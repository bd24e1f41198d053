#include "base/system_reason.h"

#include <gtest/gtest.h>

namespace rytm {
namespace {

TEST(SystemReason, WhatPeopleMeetIsToldInTheirLanguage) {
  for (const std::errc met : {std::errc::no_such_file_or_directory, std::errc::permission_denied,
                              std::errc::operation_not_permitted, std::errc::is_a_directory,
                              std::errc::not_a_directory, std::errc::read_only_file_system,
                              std::errc::no_space_on_device, std::errc::address_not_available}) {
    const std::error_code trouble = std::make_error_code(met);
    EXPECT_NE(trouble.message() + ".", SystemReason(trouble).sv) << trouble.message();
    EXPECT_NE(SystemReason(trouble).sv, SystemReason(trouble).en) << trouble.message();
  }
  const std::error_code seldom = std::make_error_code(std::errc::too_many_symbolic_link_levels);
  EXPECT_EQ(seldom.message() + ".", SystemReason(seldom).sv);
}

}  // namespace
}  // namespace rytm
