#include "crypto/log/tile.h"
#include "crypto/log/verify.h"
#include "crypto/note/verify_checkpoint.h"
#include "tests/node/grpc/grpc_fixture.h"

namespace tanji::node {
namespace {

using testing_support::Call;
using testing_support::ExpectRefused;
using testing_support::SignDocument;

// A log of 2 entries from the genesis and a batch of 300 documents in one or more blocks.
class LogServiceTest : public testing_support::GrpcTest {
 protected:
  void SetUp() override {
    Start();
    v1::SubmitBatchRequest request;
    for (int i = 0; i < 300; ++i) request.add_transactions(SignDocument(std::to_string(i)));
    v1::SubmitBatchResponse response;
    ASSERT_TRUE(
        transactions_->SubmitBatch(std::make_unique<Call>().get(), request, &response).ok());
  }
  std::vector<std::string> Entries(std::uint64_t first, std::uint32_t count) {
    v1::GetEntriesRequest request;
    request.set_first_index(first);
    request.set_count(count);
    v1::GetEntriesResponse response;
    const auto status = log_->GetEntries(std::make_unique<Call>().get(), request, &response);
    EXPECT_TRUE(status.ok()) << status.error_message();
    EXPECT_EQ(response.first_index(), first);
    EXPECT_EQ(response.log_size(), size());
    return {response.entries().begin(), response.entries().end()};
  }
  template <class Response>
  static std::vector<crypto::Hash> HashesOf(const Response& response) {
    std::vector<crypto::Hash> hashes;
    for (const auto& hash : response.hashes()) hashes.push_back(*crypto::Hash::FromBytes(hash));
    return hashes;
  }
};

TEST_F(LogServiceTest, TheCheckpointHasAQuorum) {
  v1::GetCheckpointResponse response;
  ASSERT_TRUE(log_->GetCheckpoint(std::make_unique<Call>().get(), {}, &response).ok());
  const auto verified = crypto::VerifyCheckpoint(response.checkpoint(), Policy(),
                                                 std::string(ledger::testing::kChainId));
  ASSERT_TRUE(verified.ok());
  EXPECT_EQ(verified->checkpoint.size, size());
  EXPECT_EQ(verified->checkpoint.root, node_->served()->log_root);
}

TEST_F(LogServiceTest, EntriesGiveTheRoot) {
  crypto::Frontier frontier;
  while (frontier.size() < size()) {
    const auto entries = Entries(frontier.size(), 100);
    ASSERT_FALSE(entries.empty());
    ASSERT_LE(entries.size(), 100u);
    for (const auto& entry : entries) frontier.Append(crypto::LeafHash(entry), nullptr);
  }
  EXPECT_EQ(frontier.Root(), node_->served()->log_root);
  EXPECT_TRUE(Entries(size(), 10).empty());
  EXPECT_TRUE(Entries(~std::uint64_t{0}, 1'000).empty());
  for (const std::uint32_t count : {0u, 1'001u, ~0u}) {
    v1::GetEntriesRequest request;
    request.set_count(count);
    v1::GetEntriesResponse response;
    ExpectRefused(log_->GetEntries(std::make_unique<Call>().get(), request, &response),
                  grpc::StatusCode::INVALID_ARGUMENT, "FIELD_OUT_OF_RANGE");
  }
}

TEST_F(LogServiceTest, InclusionProofsHold) {
  for (const std::uint64_t of_size : {std::uint64_t{0}, size(), std::uint64_t{7}}) {
    for (const std::uint64_t index : {0, 3, 6}) {
      v1::GetInclusionProofRequest request;
      request.set_index(index);
      request.set_size(of_size);
      v1::GetInclusionProofResponse response;
      ASSERT_TRUE(log_->GetInclusionProof(std::make_unique<Call>().get(), request, &response).ok());
      EXPECT_EQ(response.size(), of_size == 0 ? size() : of_size);
      if (of_size == 7) continue;  // its root is not at hand; consistency is proved below
      EXPECT_EQ(
          crypto::VerifyInclusion(crypto::LeafHash(Entries(index, 1)[0]), index, response.size(),
                                  HashesOf(response), node_->served()->log_root),
          crypto::ProofCheck::kHolds);
    }
  }
  v1::GetInclusionProofRequest request;
  v1::GetInclusionProofResponse response;
  request.set_index(size());
  ExpectRefused(log_->GetInclusionProof(std::make_unique<Call>().get(), request, &response),
                grpc::StatusCode::INVALID_ARGUMENT, "FIELD_OUT_OF_RANGE");
  request.set_size(size() + 1);
  ExpectRefused(log_->GetInclusionProof(std::make_unique<Call>().get(), request, &response),
                grpc::StatusCode::UNAVAILABLE, "BEHIND_MIN_SIZE");
}

TEST_F(LogServiceTest, ConsistencyProofsHold) {
  const auto old_entries = Entries(0, 7);
  crypto::Frontier old_frontier;
  for (const auto& entry : old_entries) old_frontier.Append(crypto::LeafHash(entry), nullptr);
  v1::GetConsistencyProofRequest request;
  request.set_old_size(7);
  request.set_new_size(size());
  v1::GetConsistencyProofResponse response;
  ASSERT_TRUE(log_->GetConsistencyProof(std::make_unique<Call>().get(), request, &response).ok());
  EXPECT_EQ(crypto::VerifyConsistency(7, old_frontier.Root(), size(), node_->served()->log_root,
                                      HashesOf(response)),
            crypto::ProofCheck::kHolds);

  request.set_new_size(size() + 1);
  ExpectRefused(log_->GetConsistencyProof(std::make_unique<Call>().get(), request, &response),
                grpc::StatusCode::UNAVAILABLE, "BEHIND_MIN_SIZE");
  request.set_new_size(6);
  ExpectRefused(log_->GetConsistencyProof(std::make_unique<Call>().get(), request, &response),
                grpc::StatusCode::INVALID_ARGUMENT, "FIELD_OUT_OF_RANGE");
  request.set_old_size(0);
  ExpectRefused(log_->GetConsistencyProof(std::make_unique<Call>().get(), request, &response),
                grpc::StatusCode::INVALID_ARGUMENT, "FIELD_OUT_OF_RANGE");
}

TEST_F(LogServiceTest, Tiles) {
  v1::GetTileRequest request;
  v1::GetTileResponse response;
  request.set_path("tile/0/000");
  ASSERT_TRUE(log_->GetTile(std::make_unique<Call>().get(), request, &response).ok());
  const auto hashes = crypto::DecodeHashTile(response.content(), 256);
  ASSERT_TRUE(hashes);
  EXPECT_EQ((*hashes)[2], crypto::LeafHash(Entries(2, 1)[0]));
  request.set_path("tile/0/005");
  ExpectRefused(log_->GetTile(std::make_unique<Call>().get(), request, &response),
                grpc::StatusCode::NOT_FOUND, "NOT_FOUND");
  request.set_path("/tile/0/000");
  ExpectRefused(log_->GetTile(std::make_unique<Call>().get(), request, &response),
                grpc::StatusCode::INVALID_ARGUMENT, "NAME_MALFORMED");
}

}  // namespace
}  // namespace tanji::node
