#include "client/sdk/precheck.h"

#include <gtest/gtest.h>

namespace tanji::client {
namespace {

TEST(CheckForm, RefusesAtTheDeskWhatEveryNodeWould) {
  v1::TransactionBody body;
  body.add_operations()->mutable_execute_ballot()->set_ballot("ballots/x");
  const Done done = CheckForm(body);
  ASSERT_FALSE(done.ok());
  EXPECT_EQ(done.error().code(), v1::CODE_NAME_MALFORMED);
  EXPECT_EQ(done.error().kind(), ErrorKind::kUsage);
}

TEST(CheckForm, EveryOperationOfTheSchemaIsKnown) {
  const auto& oneof = *v1::Operation::descriptor()->oneof_decl(0);
  for (int i = 0; i < oneof.field_count(); ++i) {
    v1::TransactionBody body;
    auto& operation = *body.add_operations();
    operation.GetReflection()->MutableMessage(&operation, oneof.field(i));
    const Done done = CheckForm(body);
    if (done.ok()) continue;  // empty thresholds are a sound operation
    for (const auto& [name, value] : done.error().detail()) EXPECT_NE(value, "kind");
  }
}

TEST(CheckForm, SoundOperationsAndNoneAreFine) {
  v1::TransactionBody body;
  EXPECT_TRUE(CheckForm(body).ok());
  body.add_operations()->mutable_execute_ballot()->set_ballot(
      "ballots/d8b1f6a0-3f0e-8c52-9a4b-0123456789ab");
  EXPECT_TRUE(CheckForm(body).ok());
  body.add_operations();
  EXPECT_FALSE(CheckForm(body).ok()) << "an operation without an arm";
}

}  // namespace
}  // namespace tanji::client
