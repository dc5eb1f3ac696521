#include "tests/support/test_ledger.h"

#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "ledger/base/big_endian.h"
#include "ledger/engine/genesis.h"
#include "ledger/modules/all.h"
#include "ledger/modules/membership/authority.h"
#include "ledger/state/record.h"

namespace tanji::ledger::testing {

crypto::SigningKey NodeLogKey() {
  return *crypto::SigningKey::FromSeed(std::string(32, 'L'));
}
crypto::SigningKey NodeCosignerKey() {
  return *crypto::SigningKey::FromSeed(std::string(32, 'C'));
}

std::string GenesisFile() {
  v1::Genesis genesis = TestGenesis();
  genesis.clear_nodes();
  auto& node = *genesis.add_nodes();
  node.set_id("solo");
  node.set_role(v1::NODE_ROLE_VALIDATOR);
  node.set_operator_("participants/zone");
  node.set_log_public_key(std::string(NodeLogKey().public_key().view()));
  node.set_cosigner_public_key(std::string(NodeCosignerKey().public_key().view()));
  std::string json;
  EXPECT_TRUE(google::protobuf::util::MessageToJsonString(genesis, &json).ok());
  return json;
}

v1::TransactionBody BodyOf(const Draft& draft) {
  v1::TransactionBody body;
  body.set_chain_id(draft.chain_id);
  body.set_author("participants/" + draft.author_id);
  body.set_expire_time(draft.expire_ms);
  std::string nonce(8, 'n');
  AppendU64(draft.seed, nonce);
  body.set_nonce(nonce);
  for (const auto& operation : draft.operations) *body.add_operations() = operation;
  return body;
}

std::string SignBody(const std::string& body, const std::vector<crypto::SigningKey>& keys) {
  auto sorted = keys;
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return a.key_id() < b.key_id(); });
  v1::Transaction transaction;
  transaction.set_body(body);
  for (const auto& key : sorted) {
    auto& signature = *transaction.add_signatures();
    signature.set_key_id(key.key_id().str());
    signature.set_signature(std::string(key.Sign(SignedMessage(body)).view()));
  }
  return EncodeRecord(transaction);
}

std::string TransactionOf(const Draft& draft) {
  return SignBody(EncodeRecord(BodyOf(draft)),
                  draft.keys.empty() ? std::vector{KeyOf(draft.author_id)} : draft.keys);
}

TestLedger::TestLedger(std::shared_ptr<MemoryStore> store) : store_(std::move(store)) {
  if (!*store_->Now().ReadTip()) {
    const auto status = InitialiseStore(*store_, GenesisFile(), AllModules());
    EXPECT_TRUE(status.ok()) << status;
  }
  const auto status = Reopen();
  EXPECT_TRUE(status.ok()) << status;
}

absl::Status TestLedger::Reopen() {
  auto ledger = Ledger::Open(*store_, AllModules(), MembershipAuthority());
  if (!ledger.ok()) return ledger.status();
  ledger_ = *std::move(ledger);
  return absl::OkStatus();
}

std::vector<ExecutedBlock::Result> TestLedger::Run(const std::vector<std::string>& transactions,
                                                   std::int64_t time_ms) {
  BlockInput input;
  input.height = ledger_->tip().height() + 1;
  input.time_ms = time_ms;
  const Flags flags = ledger_->ContextOf(input.height, time_ms).flags;
  std::vector<ExecutedBlock::Result> results(transactions.size());
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < transactions.size(); ++i) {
    auto envelope = std::make_shared<Envelope>();
    auto outcome = ParseEnvelope(transactions[i], ledger_->chain_id(), flags, *envelope);
    if (!outcome.ok()) {
      results[i].result = {Fate::kDropped, std::move(outcome), std::nullopt};
      continue;
    }
    input.transactions.push_back(std::move(envelope));
    places.push_back(i);
  }
  const auto block = ledger_->Finalize(input, *memory_);
  EXPECT_TRUE(block.ok()) << block.status();
  if (!block.ok()) return results;
  last_block_ = *block;
  EXPECT_TRUE(ledger_->Commit(*last_block_).ok());
  ledger_->Retire(input.height);
  for (std::size_t i = 0; i < places.size(); ++i) results[places[i]] = last_block_->results[i];
  return results;
}

}  // namespace tanji::ledger::testing
