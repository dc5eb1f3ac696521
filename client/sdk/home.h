// What a client remembers between runs: which ledgers it trusts, on whose signatures, and how far
// it has seen each of them. One directory per ledger:
//
//   <home>/ledgers/<chain id, percent-encoded>/
//     policy        the pinned C2SP tlog-policy file: whose signatures count
//     node          address of the node to ask, one line; may be missing
//     checkpoint    the largest checkpoint verified so far, a C2SP signed note; may be missing
//     pending/      transactions that were sent and whose fate is not known yet, {id}.tx
//     forks/        checkpoints that contradict each other: evidence, never deleted
//
// <home> is --home, $TANJI_HOME, $XDG_DATA_HOME/tanji or ~/.local/share/tanji, in this order.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/sdk/file.h"
#include "client/sdk/result.h"
#include "crypto/hash/hash.h"

namespace tanji::client {

// The record of one ledger. A value that names a directory; every call reads the disk, so that
// several processes agree.
class LedgerHome {
 public:
  LedgerHome(std::string directory, std::string chain_id)
      : directory_(std::move(directory)), chain_id_(std::move(chain_id)) {}

  const std::string& chain_id() const { return chain_id_; }
  const std::string& directory() const { return directory_; }

  Result<std::string> Policy() const;
  // nullopt where none was remembered.
  std::optional<std::string> Node() const;
  Done SetNode(const std::string& address) const;

  // nullopt before the first one.
  Result<std::optional<std::string>> Checkpoint() const;
  Done SaveCheckpoint(std::string_view note) const;
  // Held while a checkpoint is read, compared and replaced.
  Result<FileLock> Lock() const { return FileLock::Take(directory_ + "/lock"); }

  // Keeps two contradicting checkpoints; returns the file's name.
  Result<std::string> SaveFork(std::string_view known_note, std::string_view other_note) const;

  // Keeps a transaction until its fate is known; returns the file's name.
  Result<std::string> SavePending(const crypto::Hash& id, std::string_view transaction) const;
  void DropPending(const crypto::Hash& id) const;

 private:
  std::string PendingPath(const crypto::Hash& id) const;
  std::string directory_;
  std::string chain_id_;
};

class Home {
 public:
  // `directory` empty: from the environment.
  static Result<Home> Open(std::string directory);

  const std::string& directory() const { return directory_; }
  // Chain ids, ascending.
  std::vector<std::string> Ledgers() const;
  // kLedgerNotTrusted where no policy is pinned for it.
  Result<LedgerHome> Ledger(const std::string& chain_id) const;
  // The place for what is seen of a ledger, whether or not a policy is pinned for it.
  LedgerHome DirectoryFor(const std::string& chain_id) const {
    return LedgerHome(DirectoryOf(chain_id), chain_id);
  }
  // The one there is; with several the caller has to say which.
  Result<LedgerHome> OnlyLedger() const;
  // Pins a policy. `replace`: a pinned one that differs is exchanged, otherwise kPolicyDiffers.
  Result<LedgerHome> Pin(const std::string& chain_id, std::string_view policy, bool replace) const;
  // Forgets the ledger, but for evidence of forks.
  Done Forget(const std::string& chain_id) const;

 private:
  explicit Home(std::string directory) : directory_(std::move(directory)) {}
  std::string DirectoryOf(std::string_view chain_id) const;
  std::string directory_;
};

// A chain id as a file name, and back; nullopt for what PathSegment does not write.
std::string PathSegment(std::string_view chain_id);
std::optional<std::string> ChainIdOfSegment(std::string_view segment);

}  // namespace tanji::client
