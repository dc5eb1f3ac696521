#include "node/http/routes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crypto/log/log_tree.h"
#include "crypto/log/tile.h"
#include "crypto/note/verify_checkpoint.h"
#include "tests/support/served_state.h"

namespace tanji::node {
namespace {

using ledger::testing::Document;
using ledger::testing::Op;
using ::testing::HasSubstr;

// A log of two entries from the genesis and one block of 300 transactions: 303 entries.
class RoutesTest : public testing::Test {
 protected:
  static constexpr std::uint64_t kSize = 303;

  RoutesTest()
      : routes_({&states_, [] { return std::string("m 1\n"); }, [this] { return not_ready_; }}) {
    std::vector<std::string> transactions;
    for (std::uint64_t i = 0; i < 300; ++i) {
      ledger::testing::Draft draft;
      draft.author_id = "zone";
      draft.operations = {Op(Document(std::to_string(i)))};
      transactions.push_back(ledger::testing::TransactionOf(draft));
    }
    ledger_.Run(transactions);
    states_.Publish(testing_support::ServedOf(ledger_), 0);
  }

  HttpAnswer Get(std::string_view target) const { return routes_.Answer(target); }

  ledger::testing::TestLedger ledger_;
  ServedStates states_;
  std::optional<NotReady> not_ready_;
  Routes routes_;
};

TEST_F(RoutesTest, ServesTheCheckpointUnderThePolicyOfTheState) {
  ASSERT_EQ(states_.Newest()->log_size, kSize);
  const HttpAnswer answer = Get("/checkpoint");
  EXPECT_EQ(answer.status, 200u);
  EXPECT_EQ(answer.content_type, "text/plain; charset=utf-8");
  EXPECT_EQ(answer.cache_control, "no-cache");
  EXPECT_TRUE(answer.any_origin);
  const std::string& chain_id = ledger_.ledger().chain_id();
  const auto policy = PolicyOf(chain_id, ledger_.store().Now());
  ASSERT_TRUE(policy.ok()) << policy.status();
  const auto verified = crypto::VerifyCheckpoint(answer.body, *policy, chain_id);
  ASSERT_TRUE(verified.ok()) << crypto::ToString(verified.fault());
  EXPECT_EQ(verified->checkpoint.size, kSize);
}

// Whoever has the tiles has the log: the entries hash to the tiles, and the tiles to the root.
TEST_F(RoutesTest, TilesLeadToTheRootOfTheCheckpoint) {
  crypto::Frontier frontier;
  for (const char* path : {"/tile/entries/000", "/tile/entries/001.p/47"}) {
    const HttpAnswer bundle = Get(path);
    ASSERT_EQ(bundle.status, 200u) << path;
    EXPECT_EQ(bundle.content_type, "application/octet-stream");
    const std::uint32_t width = frontier.size() == 0 ? 256 : 47;
    const auto entries = crypto::DecodeEntryBundle(bundle.body, width);
    ASSERT_TRUE(entries.ok()) << entries.status();
    const HttpAnswer tile = Get(frontier.size() == 0 ? "/tile/0/000" : "/tile/0/001.p/47");
    ASSERT_EQ(tile.status, 200u);
    const auto hashes = crypto::DecodeHashTile(tile.body, width);
    ASSERT_TRUE(hashes);
    EXPECT_TRUE(crypto::BundleMatchesTile(*entries, *hashes));
    for (const auto& hash : *hashes) frontier.Append(hash, nullptr);
  }
  EXPECT_EQ(frontier.Root(), states_.Newest()->log_root);
  EXPECT_EQ(Get("/tile/1/000.p/1").status, 200u);
}

TEST_F(RoutesTest, FullTilesAreImmutableAndPartialOnesAreNot) {
  EXPECT_THAT(Get("/tile/0/000").cache_control, HasSubstr("immutable"));
  EXPECT_THAT(Get("/tile/0/001.p/47").cache_control, testing::Not(HasSubstr("immutable")));
  // A part of what there is can be had too: a client may hold an older checkpoint.
  EXPECT_EQ(Get("/tile/0/001.p/46").status, 200u);
  EXPECT_EQ(Get("/tile/0/000.p/255").status, 200u);
}

TEST_F(RoutesTest, NothingBeyondTheCheckpointIsServed) {
  for (const char* path :
       {"/tile/0/001", "/tile/0/001.p/48", "/tile/0/002.p/1", "/tile/1/000", "/tile/1/000.p/2",
        "/tile/2/000.p/1", "/tile/63/000.p/1", "/tile/entries/001", "/tile/entries/001.p/48",
        "/tile/entries/x001/000"}) {
    EXPECT_EQ(Get(path).status, 404u) << path;
  }
}

TEST_F(RoutesTest, PathsAreWrittenInOneWayOnly) {
  for (const char* path : {"",
                           "/",
                           "/checkpoint/",
                           "//checkpoint",
                           "/checkpoint?x",
                           "/Checkpoint",
                           "/tile",
                           "/tile/",
                           "/tile/0/0",
                           "/tile/00/000",
                           "/tile/0/000.p/0",
                           "/tile/0/000.p/256",
                           "/tile/0/000.p/047",
                           "/tile/0/000/",
                           "/tile//0/000",
                           "/tile/0/%30%30%30",
                           "/tile/0/../0/000",
                           "/tile/64/000",
                           "/tile/0/x000/000",
                           "/tile/entries/000?y",
                           "/tile/data/000",
                           "/metrics/",
                           "http://host/checkpoint",
                           "/healthz/",
                           "/\xff"}) {
    EXPECT_EQ(Get(path).status, 404u) << path;
  }
}

TEST_F(RoutesTest, ReadinessSaysWhyNotInBothLanguages) {
  EXPECT_EQ(Get("/healthz").status, 200u);
  EXPECT_EQ(Get("/readyz").status, 200u);
  not_ready_ = NotReady{"时钟不对", "the clock is wrong"};
  const HttpAnswer answer = Get("/readyz");
  EXPECT_EQ(answer.status, 503u);
  EXPECT_THAT(answer.body, HasSubstr("时钟不对"));
  EXPECT_THAT(answer.body, HasSubstr("the clock is wrong"));
  EXPECT_EQ(Get("/healthz").status, 200u);
}

TEST_F(RoutesTest, BeforeAnythingIsServed) {
  ServedStates none;
  const Routes routes({&none, [] { return std::string(); }, [] { return std::nullopt; }});
  EXPECT_EQ(routes.Answer("/checkpoint").status, 503u);
  EXPECT_EQ(routes.Answer("/tile/0/000").status, 503u);
  EXPECT_EQ(routes.Answer("/readyz").status, 503u);
  EXPECT_EQ(routes.Answer("/healthz").status, 200u);
}

TEST_F(RoutesTest, MetricsHaveTheirType) {
  EXPECT_EQ(Get("/metrics").content_type, "text/plain; version=0.0.4; charset=utf-8");
  EXPECT_EQ(Get("/metrics").body, "m 1\n");
}

}  // namespace
}  // namespace tanji::node
