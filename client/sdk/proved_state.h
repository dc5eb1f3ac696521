// The state of a ledger as a reader of which every record is proved: functions of the ledger that
// read the state run over it unchanged, and what they read is fetched for them.
//
//   ProvedState state(client);
//   std::optional<v1::Product> product;
//   TANJI_TRY(state.Settle({[&] { product = ledger::kProducts.Get(state, farm, id); }}));
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/sdk/ask.h"

namespace tanji::client {

// Not thread-safe. Records that are fetched at different moments may come from different blocks.
class ProvedState final : public ledger::StateReader {
 public:
  explicit ProvedState(Client& client) : client_(client) {}

  // Proves what of `keys` is not proved yet.
  Done Fetch(std::vector<std::string> keys);

  // Runs each of `reads` until none asks for a record that was not proved; what they ask for is
  // proved together after each round. A read breaks off where a record is missing and starts afresh
  // in the next round. CODE_RECORD_MALFORMED (unverified) where a proved record cannot be read.
  Done Settle(const std::vector<std::function<void()>>& reads);

  // Within Settle(), or of what was fetched.
  std::optional<std::string> Get(std::string_view key) const override;

  // What was asked beside the records.
  void Add(const crypto::VerifiedCheckpoint& checkpoint) { proved_.checkpoints.Add(checkpoint); }
  // Those under which anything was proved.
  const CheckpointSpan& checkpoints() const { return proved_.checkpoints; }

 private:
  Client& client_;
  ProvedRecords proved_;
  // Asked for in this round.
  mutable std::vector<std::string> missing_;
};

}  // namespace tanji::client
