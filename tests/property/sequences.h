// Properties over random sequences of steps.
#pragma once

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "tests/property/story.h"

namespace tanji::property {

// Up to `least` steps, and more of them with the size. A step is not made smaller, only left out:
// its number means nothing.
inline rc::Gen<std::vector<Step>> AnySteps(int least) {
  const auto step = rc::gen::map(
      rc::gen::noShrink(rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint32_t>())),
      [](std::uint32_t seed) { return Step{seed}; });
  return rc::gen::withSize([=](int size) {
    return rc::gen::resize(least + size, rc::gen::container<std::vector<Step>>(step));
  });
}

// `check` over so many sequences, which grow to so many steps; it throws what is wrong. The seed is
// in the message of a failure; RC_PARAMS="seed=..." runs it again.
inline void ForSequences(int count, int most_steps,
                         const std::function<void(const std::vector<Step>& steps)>& check) {
  auto params = rc::detail::configuration().testParams;
  params.maxSuccess = count;
  // Long ones from the beginning.
  params.maxSize = most_steps / 2;
  rc::detail::TestMetadata metadata;
  metadata.id = metadata.description =
      ::testing::UnitTest::GetInstance()->current_test_info()->name();
  const auto result =
      rc::detail::checkTestable([&] { check(*AnySteps(most_steps / 2)); }, metadata, params);
  if (result.template is<rc::detail::SuccessResult>()) return;
  std::ostringstream message;
  rc::detail::printResultMessage(result, message);
  FAIL() << "seed " << params.seed << "\n" << message.str();
}

}  // namespace tanji::property
