// The parts below the services: waiting for a size, quotas, statuses.
#include <future>

#include "node/grpc/connection_quota.h"
#include "node/grpc/size_gate.h"
#include "node/grpc/status.h"
#include "tests/node/grpc/grpc_fixture.h"

namespace tanji::node {
namespace {

using testing_support::InfoOf;

std::shared_ptr<const ServedState> StateOfSize(std::uint64_t size) {
  auto state = std::make_shared<ServedState>();
  state->log_size = size;
  return state;
}
SizeGate::Clock::time_point In(int ms) {
  return SizeGate::Clock::now() + std::chrono::milliseconds(ms);
}

class SizeGateTest : public testing::Test {
 protected:
  // The size of the state that came, or 0 for none.
  std::future<std::uint64_t> When(std::uint64_t size, SizeGate::Clock::time_point deadline,
                                  std::uint64_t* token = nullptr) {
    auto promise = std::make_shared<std::promise<std::uint64_t>>();
    auto future = promise->get_future();
    const auto got = gate_.When(size, deadline, [promise](const auto& state) {
      promise->set_value(state ? state->log_size : 0);
    });
    if (token != nullptr) *token = got;
    return future;
  }

  ServedStates states_;
  SizeGate gate_{states_};
};

TEST_F(SizeGateTest, AnswersAtOnceWhatIsThere) {
  states_.Publish(StateOfSize(5), 0);
  std::uint64_t token = 1;
  EXPECT_EQ(When(5, In(0), &token).get(), 5u);
  EXPECT_EQ(token, 0u);
  EXPECT_EQ(When(0, In(0)).get(), 5u);
}

TEST_F(SizeGateTest, WaitsForAPublication) {
  auto six = When(6, In(60'000));
  auto seven = When(7, In(60'000));
  states_.Publish(StateOfSize(6), 0);
  EXPECT_EQ(six.get(), 6u);
  EXPECT_EQ(seven.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
  states_.Publish(StateOfSize(9), 0);
  EXPECT_EQ(seven.get(), 9u);
}

TEST_F(SizeGateTest, GivesUpAtTheDeadline) {
  states_.Publish(StateOfSize(5), 0);
  EXPECT_EQ(When(6, In(30)).get(), 0u);
  EXPECT_EQ(When(6, In(-1'000)).get(), 0u);
}

TEST_F(SizeGateTest, CancelsOne) {
  std::uint64_t token = 0;
  auto cancelled = When(6, In(60'000), &token);
  auto other = When(6, In(60'000));
  ASSERT_NE(token, 0u);
  gate_.Cancel(token);
  EXPECT_EQ(cancelled.get(), 0u);
  EXPECT_EQ(other.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
  gate_.Cancel(token);
  gate_.Cancel(12345);
  gate_.Stop();
  EXPECT_EQ(other.get(), 0u);
}

TEST_F(SizeGateTest, NothingWaitsAfterStop) {
  auto waiting = When(6, In(60'000));
  gate_.Stop();
  EXPECT_EQ(waiting.get(), 0u);
  EXPECT_EQ(When(6, In(60'000)).get(), 0u);
}

TEST_F(SizeGateTest, YieldsToAnotherThread) {
  states_.Publish(StateOfSize(5), 0);
  std::promise<std::thread::id> promise;
  gate_.Yield([&](const auto& state) {
    EXPECT_EQ(state->log_size, 5u);
    promise.set_value(std::this_thread::get_id());
  });
  EXPECT_NE(promise.get_future().get(), std::this_thread::get_id());
}

TEST_F(SizeGateTest, ManyWaitersAndPublicationsAtOnce) {
  std::vector<std::future<std::uint64_t>> futures;
  std::thread publisher([&] {
    for (std::uint64_t size = 1; size <= 500; ++size) states_.Publish(StateOfSize(size), 0);
  });
  for (std::uint64_t size = 1; size <= 500; ++size) futures.push_back(When(size, In(60'000)));
  publisher.join();
  for (std::uint64_t size = 1; size <= 500; ++size) EXPECT_GE(futures[size - 1].get(), size);
}

TEST(ConnectionQuota, BoundsCountAndBytesOfEachPeer) {
  ConnectionQuota quota({10, 100});
  auto first = quota.Take("a", {6, 50});
  ASSERT_TRUE(first);
  EXPECT_FALSE(quota.Take("a", {5, 10}));
  EXPECT_FALSE(quota.Take("a", {1, 51}));
  EXPECT_TRUE(quota.Take("b", {10, 100}));
  auto second = quota.Take("a", {4, 50});
  ASSERT_TRUE(second);
  EXPECT_FALSE(quota.Take("a", {1, 1}));
  first.reset();
  EXPECT_TRUE(quota.Take("a", {6, 50}));
}

TEST(ConnectionQuota, WhatComesAloneIsLetIn) {
  ConnectionQuota quota({10, 100});
  auto large = quota.Take("a", {1'000, 1'000});
  ASSERT_TRUE(large);
  EXPECT_FALSE(quota.Take("a", {1, 1}));
  large.reset();
  EXPECT_TRUE(quota.Take("a", {1, 1}));
}

// Every code a node may answer with has a gRPC status of its own and a readable detail.
TEST(Status, EveryCodeIsAnError) {
  EXPECT_TRUE(ToGrpc(ledger::Outcome::Ok(), "a/b").ok());
  const auto* codes = v1::Code_descriptor();
  for (int i = 0; i < codes->value_count(); ++i) {
    const auto code = static_cast<v1::Code>(codes->value(i)->number());
    if (code == v1::CODE_OK) continue;
    const auto status = ToGrpc(ledger::Refuse(code, {{"field", "f"}}), "a/b");
    EXPECT_FALSE(status.ok()) << codes->value(i)->name();
    EXPECT_NE(status.error_code(), grpc::StatusCode::UNKNOWN);
    const auto info = InfoOf(status);
    EXPECT_EQ("CODE_" + info.reason(), codes->value(i)->name());
    EXPECT_EQ(info.domain(), "a/b");
    EXPECT_EQ(info.metadata().at("field"), "f");
  }
}

}  // namespace
}  // namespace tanji::node
