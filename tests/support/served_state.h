// A served state made from a test ledger, without a pipeline.
#pragma once

#include <memory>

#include "ledger/state/record.h"
#include "node/pipeline/checkpoint_signer.h"
#include "node/pipeline/served_state.h"
#include "node/proofs/policy.h"
#include "tests/support/test_ledger.h"

namespace tanji::testing_support {

inline constexpr std::int64_t kCheckpointTimeMs = 1'800'000'000'000;

// The newest state of `ledger`, with a checkpoint of its one node.
inline std::shared_ptr<node::ServedState> ServedOf(ledger::testing::TestLedger& ledger) {
  auto served = std::make_shared<node::ServedState>();
  served->view = ledger.store().Snapshot();
  served->tip = ledger.ledger().tip();
  served->tree = ledger.ledger().tree();
  served->log_size = served->tip.block_entry_index() + 1;
  served->log_root = *crypto::Hash::FromBytes(served->tip.log_root());
  served->block_entry = served->view->ReadEntries(served->tip.block_entry_index(), 1)->front();
  served->header = ledger::ParseRecord<v1::LogEntry>(served->block_entry).block();
  const std::string& chain_id = ledger.ledger().chain_id();
  node::CheckpointSigner signer(
      chain_id, {node::CosignerName(chain_id, "solo"), ledger::testing::NodeLogKey(),
                 ledger::testing::NodeCosignerKey()});
  served->checkpoint = *signer.Sign(served->log_size, served->log_root, kCheckpointTimeMs);
  return served;
}

}  // namespace tanji::testing_support
