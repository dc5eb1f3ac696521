// How tests expect a refusal: the code, exactly these parameters, and messages in both languages
// that leave nothing unfilled.
#pragma once

#include <gtest/gtest.h>

#include "ledger/base/outcome.h"

namespace tanji::ledger::testing {

// EXPECT_TRUE(Refused(outcome, v1::CODE_NOT_FOUND, {{"field", "name"}, {"value", "keys/..."}}));
::testing::AssertionResult Refused(const Outcome& outcome, v1::Code code, const Detail& detail);

// EXPECT_TRUE(Accepted(outcome));
::testing::AssertionResult Accepted(const Outcome& outcome);

}  // namespace tanji::ledger::testing
