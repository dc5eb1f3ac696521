// A ledger in small, from which proof bundles are made by hand: the state of a World in a tree, a
// log with two blocks over it, checkpoints signed and cosigned by keys that the test holds. Every
// part can be replaced by a wrong one.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "crypto/log/log_tree.h"
#include "crypto/note/checkpoint.h"
#include "crypto/note/policy.h"
#include "crypto/sign/keys.h"
#include "crypto/tree/state_tree.h"
#include "ledger/answers/bundle.h"
#include "ledger/base/outcome.h"
#include "tanji/v1/proof.pb.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger::testing {

class Archive {
 public:
  // Four validators of which three make a quorum, two witnesses of which one must sign; or one
  // validator and no witness.
  enum class Kind { kConsortium, kSolo };

  // Takes the state of `world` as it is. The log is: genesis entry, block entry, a transaction
  // entry, block entry.
  explicit Archive(World& world, Kind kind = Kind::kConsortium);

  // What a bundle is made of; a test alters some of it before Bundle() puts it together.
  struct Parts {
    v1::Question question;
    std::vector<std::string> keys;  // to be proved; the closure of the question
    std::string block_entry;
    std::uint64_t entry_index = 0;
    std::vector<crypto::Hash> inclusion;
    std::string checkpoint_note;
    bool as_of = false;
  };
  // Under the newest block entry.
  Parts PartsFor(const v1::Question& question) const;
  v1::ProofBundle Bundle(const Parts& parts) const;
  // Both, as bytes.
  std::string BundleFor(const v1::Question& question) const;
  static std::string Bytes(const v1::ProofBundle& bundle);

  // Verifies with the archive's policy, one minute after the checkpoint.
  Outcome Verify(const std::string& bundle, VerifiedBundle* out = nullptr) const;
  Outcome Verify(const Parts& parts) const { return Verify(Bytes(Bundle(parts))); }

  // Who signs a checkpoint note. Indexes count validators, then witnesses.
  struct Signers {
    std::vector<int> logs = {0};
    std::vector<int> cosigners = {};
    std::uint64_t time_s = 0;
  };
  // Exactly a quorum.
  Signers QuorumOf() const;
  std::string Note(const crypto::Checkpoint& checkpoint, const Signers& signers) const;
  crypto::Checkpoint NewestCheckpoint() const;

  const std::string& policy() const { return policy_; }
  std::int64_t block_time_ms() const { return block_time_ms_; }
  std::int64_t signed_ms() const { return signed_s_ * 1000; }
  const std::vector<std::string>& entries() const { return entries_; }
  std::vector<crypto::Hash> Inclusion(std::uint64_t index) const;
  // Makes `change` to the last block header and everything that follows from it.
  void AlterLastBlock(const std::function<void(v1::BlockHeader&)>& change);

 private:
  void MakeLog();
  void MakePolicy();
  std::string BlockEntry(std::uint64_t height, std::int64_t time_ms, const crypto::Hash& root,
                         std::uint64_t first_index, std::uint32_t transactions) const;

  Kind kind_;
  std::map<std::string, std::string> records_;
  crypto::StateTree tree_;
  std::vector<std::string> entries_;
  std::string policy_;
  std::int64_t block_time_ms_ = 0;
  std::int64_t signed_s_ = 0;
};

}  // namespace tanji::ledger::testing
