// A client of one ledger: sends transactions, asks questions, follows the log, and believes nothing
// that it cannot check. Verification is on by default in every call.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "client/sdk/follow.h"
#include "client/sdk/home.h"
#include "client/sdk/node.h"
#include "client/sdk/retry.h"
#include "client/sdk/submitted.h"
#include "client/sdk/trust.h"
#include "tanji/v1/proof.pb.h"

namespace tanji::client {

std::int64_t SystemTimeMs();

struct ClientOptions {
  RetryPolicy retry;
  Pacing pacing = Pacing::Real();
  // Milliseconds since 1970: how old an answer may be is judged by this clock.
  std::function<std::int64_t()> now_ms = SystemTimeMs;
  // Off only where the caller says so: what the node says of transactions and of the log is then
  // passed on unchecked, with `proof` absent, and nothing is remembered. Answers (ask.h) are always
  // computed from proved records.
  bool verify = true;
};

// An entry of the log that was proved to be there.
struct ProvedEntry {
  std::uint64_t index = 0;
  std::string entry;  // LogEntry as hashed
};

// Thread-safe as far as `node` is; calls block. `node` and `home` must outlive it.
class Client {
 public:
  Client(Node& node, const LedgerHome& home, Trust trust, ClientOptions options);

  const Trust& trust() const { return trust_; }
  const LedgerHome& home() const { return home_; }
  Node& node() const { return node_; }
  bool verifies() const { return options_.verify; }
  std::int64_t now_ms() const { return options_.now_ms(); }

  // Sends a serialised Transaction until its fate is known or the bounds of retrying are reached;
  // sending it again is safe. With WAIT_QUORUM the result must be proved. An Error means that the
  // fate is unknown (kFateUnknown, the transaction is kept in `home`), that it was refused before
  // it was tried, or that the node lied; a dropped or failed transaction is a result.
  Result<Submitted> Submit(const std::string& transaction, v1::Wait wait = v1::WAIT_QUORUM);
  // At most 1,000 transactions and 4 MiB; results in the order of the request.
  Result<std::vector<Submitted>> SubmitBatch(const std::vector<std::string>& transactions,
                                             v1::Wait wait = v1::WAIT_QUORUM);
  // What became of a transaction within the last 24 hours.
  Result<Submitted> StatusOf(const crypto::Hash& id);

  // The newest checkpoint, checked and followed from the last one seen.
  Result<crypto::VerifiedCheckpoint> Refresh(std::uint64_t min_size = 0);
  // Entries [first, first + count), each proved under a followed checkpoint; fewer at the end of
  // the log or where 4 MiB are reached.
  Result<std::vector<ProvedEntry>> Entries(std::uint64_t first, std::uint32_t count);
  // That `entry` is number `index` of the log; fetches a newer checkpoint where it is needed.
  Done CheckEntry(std::uint64_t index, const std::string& entry);

  // A ProofBundle for `question`, unopened and unchecked.
  Result<std::string> FetchBundle(const v1::ProveRequest& request);
  // Follows the checkpoint of a bundle that was asked for with `min_size`, from its log proof. Does
  // nothing where the client does not verify.
  Done FollowBundle(const std::string& log_proof, std::uint64_t min_size);
  // What is sent as min_size: the size of the largest checkpoint seen, 0 if none or not verifying.
  Result<std::uint64_t> MinSize() const;

  // Calls the node, with retries. For list calls, whose rows the caller proves (lists.h).
  template <class Response, class Request>
  Result<Response> Call(Result<Response> (Node::*method)(const Request&, std::int64_t),
                        const Request& request) {
    return Retrier(options_.retry, options_.pacing).Run([&](std::int64_t timeout_ms) {
      return (node_.*method)(request, timeout_ms);
    });
  }

 private:
  Result<Submitted> CheckSubmitted(const v1::SubmitResult& result, const crypto::Hash& id,
                                   bool needs_proof);
  ConsistencySource Consistency();
  Done CheckInclusion(std::uint64_t index, const std::string& entry,
                      const crypto::Checkpoint& checkpoint);

  Node& node_;
  const LedgerHome& home_;
  const Trust trust_;
  const ClientOptions options_;
  const LogFollower follower_;
};

}  // namespace tanji::client
