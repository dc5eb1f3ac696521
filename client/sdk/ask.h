// Questions about what the ledger holds. The node sends a proof bundle; the answer is computed
// here, from the proved records, by the function that the node used. A node can refuse to answer,
// but not give a wrong answer.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "client/sdk/client.h"
#include "ledger/answers/bundle.h"
#include "ledger/state/reader.h"

namespace tanji::client {

struct Answered {
  // The ProofBundle, to be kept and verified again offline.
  std::string bundle;
  ledger::VerifiedBundle verified;
};

// `as_of_size`: history, under a checkpoint of at most this log size. An answer about now is under
// a checkpoint no smaller than the largest one seen, and at most 24 hours old.
Result<Answered> Ask(Client& client, const v1::Question& question,
                     std::optional<std::uint64_t> as_of_size = std::nullopt);

// Verifies a bundle that came from anywhere. `now_ms` absent: its age is not judged.
Result<ledger::VerifiedBundle> OpenBundle(std::string_view bytes, const Trust& trust,
                                          std::optional<std::int64_t> now_ms,
                                          std::int64_t max_age_ms);

// The ledger that a bundle claims to be of, unverified: to find the policy to verify it with.
std::optional<std::string> LedgerOfBundle(std::string_view bytes);

// Whether the answer to what people ask is yes: registered by the instant asked about with
// signatures that count, or in force, with a threshold where one was asked for. Records are always
// yes.
bool IsYes(const v1::Answer& answer);

// The checkpoints under which several answers were proved. What is put together from them holds up
// to the oldest; the newest says how far the ledger has come.
class CheckpointSpan {
 public:
  void Add(const crypto::VerifiedCheckpoint& checkpoint);
  void Add(const CheckpointSpan& other);
  // Absent if nothing was asked.
  const std::optional<crypto::VerifiedCheckpoint>& oldest() const { return oldest_; }
  const std::optional<crypto::VerifiedCheckpoint>& newest() const { return newest_; }

 private:
  std::optional<crypto::VerifiedCheckpoint> oldest_, newest_;
};

// Records proved to be in the state, or proved absent.
class ProvedRecords final : public ledger::StateReader {
 public:
  // Of a key that was not asked for: asserts.
  std::optional<std::string> Get(std::string_view key) const override;

  std::map<std::string, std::optional<std::string>, std::less<>> records;
  CheckpointSpan checkpoints;
};

// In any order; asks in as many bundles as it takes.
Result<ProvedRecords> ReadRecords(Client& client, std::vector<std::string> keys);

}  // namespace tanji::client
