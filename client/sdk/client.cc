#include "client/sdk/client.h"

#include <algorithm>
#include <chrono>

#include "client/sdk/faults.h"
#include "client/sdk/transaction.h"
#include "crypto/log/log_tree.h"
#include "crypto/log/verify.h"

namespace tanji::client {
namespace {

// More than any proof has (RFC 6962: at most 64 hashes); the node is not believed.
constexpr int kMaxProofHashes = 64;

Result<std::vector<crypto::Hash>> HashesOf(
    const google::protobuf::RepeatedPtrField<std::string>& raw) {
  const auto malformed = [](std::string_view value) {
    return Error(ErrorKind::kUnverified, v1::CODE_LOG_PROOF_MALFORMED,
                 {{"value", std::string(value)}});
  };
  if (raw.size() > kMaxProofHashes) return malformed("hashes");
  std::vector<crypto::Hash> hashes;
  for (const auto& bytes : raw) {
    const auto hash = crypto::Hash::FromBytes(bytes);
    if (!hash) return malformed("hash");
    hashes.push_back(*hash);
  }
  return hashes;
}

// The node could not be asked to the end: nobody here knows whether it was recorded.
Error FateUnknown(const crypto::Hash& id, const Error& cause, const std::string& file) {
  return Error(kFateUnknown, {{"id", id.Hex()}, {"reason", cause.name()}, {"file", file}});
}

}  // namespace

std::int64_t SystemTimeMs() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

Client::Client(Node& node, const LedgerHome& home, Trust trust, ClientOptions options)
    : node_(node),
      home_(home),
      trust_(std::move(trust)),
      options_(std::move(options)),
      follower_(home_, trust_) {}

ConsistencySource Client::Consistency() {
  return
      [this](std::uint64_t old_size, std::uint64_t new_size) -> Result<std::vector<crypto::Hash>> {
        v1::GetConsistencyProofRequest request;
        request.set_old_size(old_size);
        request.set_new_size(new_size);
        TANJI_ASSIGN(const auto response, Call(&Node::GetConsistencyProof, request));
        return HashesOf(response.hashes());
      };
}

Result<std::uint64_t> Client::MinSize() const {
  if (!options_.verify) return std::uint64_t{0};
  return follower_.KnownSize();
}

// --- Transactions -------------------------------------------------------------------------------

Result<Submitted> Client::CheckSubmitted(const v1::SubmitResult& result, const crypto::Hash& id,
                                         bool needs_proof) {
  TANJI_ASSIGN(Submitted submitted,
               CheckSubmitResult(result, id, needs_proof && options_.verify, trust_));
  if (!options_.verify) {
    submitted.proof.reset();
    return submitted;
  }
  if (submitted.proof) {
    // An older checkpoint of the same history proves an entry as well as the newest.
    TANJI_TRY(follower_.Follow(submitted.proof->log.checkpoint, submitted.proof->note,
                               /*min_size=*/0, Consistency()));
  }
  return submitted;
}

Result<Submitted> Client::Submit(const std::string& transaction, v1::Wait wait) {
  TANJI_ASSIGN(const OpenTransaction open, ParseTransaction(transaction));
  const crypto::Hash id = open.id();
  TANJI_ASSIGN(const std::string pending, home_.SavePending(id, transaction));
  v1::SubmitRequest request;
  request.set_transaction(transaction);
  request.set_wait(wait);
  // After an attempt that broke off nobody here knows whether it was recorded, whatever a later one
  // says. A full queue has taken nothing.
  bool broke_off = false;
  const auto response = Retrier(options_.retry, options_.pacing).Run([&](std::int64_t timeout_ms) {
    auto attempt = node_.Submit(request, timeout_ms);
    if (!attempt.ok() && attempt.error().retryable() &&
        attempt.error().code() != v1::CODE_QUEUE_FULL) {
      broke_off = true;
    }
    return attempt;
  });
  if (!response.ok()) {
    if (broke_off) return FateUnknown(id, response.error(), pending);
    home_.DropPending(id);
    return response.error();
  }
  auto submitted = CheckSubmitted(response->result(), id, wait != v1::WAIT_COMMITTED);
  if (submitted.ok()) home_.DropPending(id);
  return submitted;
}

Result<std::vector<Submitted>> Client::SubmitBatch(const std::vector<std::string>& transactions,
                                                   v1::Wait wait) {
  v1::SubmitBatchRequest request;
  request.set_wait(wait);
  std::vector<crypto::Hash> ids;
  for (const auto& transaction : transactions) {
    TANJI_ASSIGN(const OpenTransaction open, ParseTransaction(transaction));
    ids.push_back(open.id());
    request.add_transactions(transaction);
  }
  TANJI_ASSIGN(const auto response, Call(&Node::SubmitBatch, request));
  if (static_cast<std::size_t>(response.results_size()) != ids.size()) {
    return Error(ErrorKind::kUnverified, v1::CODE_RECEIPT_MISMATCH);
  }
  std::vector<Submitted> out;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    TANJI_ASSIGN(Submitted submitted, CheckSubmitted(response.results(static_cast<int>(i)), ids[i],
                                                     wait != v1::WAIT_COMMITTED));
    out.push_back(std::move(submitted));
  }
  return out;
}

Result<Submitted> Client::StatusOf(const crypto::Hash& id) {
  v1::GetTransactionRequest request;
  request.set_transaction_id(id.str());
  TANJI_ASSIGN(const std::uint64_t min_size, MinSize());
  request.set_min_size(min_size);
  TANJI_ASSIGN(const auto response, Call(&Node::GetTransaction, request));
  TANJI_ASSIGN(Submitted submitted, CheckSubmitted(response.result(), id, /*needs_proof=*/false));
  if (options_.verify && submitted.index && !submitted.proof) {
    TANJI_TRY(CheckEntry(*submitted.index, submitted.entry));
  }
  return submitted;
}

// --- The log ------------------------------------------------------------------------------------

Result<crypto::VerifiedCheckpoint> Client::Refresh(std::uint64_t min_size) {
  TANJI_ASSIGN(const std::uint64_t known, MinSize());
  v1::GetCheckpointRequest request;
  request.set_min_size(std::max(known, min_size));
  TANJI_ASSIGN(const auto response, Call(&Node::GetCheckpoint, request));
  TANJI_ASSIGN(auto verified, CheckCheckpoint(response.checkpoint(), trust_));
  if (options_.verify) {
    TANJI_TRY(follower_.Follow(verified.checkpoint, response.checkpoint(), request.min_size(),
                               Consistency()));
  }
  return verified;
}

Done Client::CheckInclusion(std::uint64_t index, const std::string& entry,
                            const crypto::Checkpoint& checkpoint) {
  v1::GetInclusionProofRequest request;
  request.set_index(index);
  request.set_size(checkpoint.size);
  TANJI_ASSIGN(const auto response, Call(&Node::GetInclusionProof, request));
  TANJI_ASSIGN(const auto hashes, HashesOf(response.hashes()));
  const auto check = crypto::VerifyInclusion(crypto::LeafHash(entry), index, checkpoint.size,
                                             hashes, checkpoint.root);
  if (check == crypto::ProofCheck::kHolds) return {};
  return Error(ErrorKind::kUnverified, v1::CODE_LOG_PROOF_FALSE,
               {{"value", std::string(crypto::ToString(check))}});
}

Done Client::CheckEntry(std::uint64_t index, const std::string& entry) {
  TANJI_ASSIGN(const auto log, Refresh(index + 1));
  return CheckInclusion(index, entry, log.checkpoint);
}

Result<std::vector<ProvedEntry>> Client::Entries(std::uint64_t first, std::uint32_t count) {
  v1::GetEntriesRequest request;
  request.set_first_index(first);
  request.set_count(count);
  std::optional<crypto::VerifiedCheckpoint> log;
  if (options_.verify) {
    TANJI_ASSIGN(log, Refresh());
    if (first >= log->checkpoint.size) return std::vector<ProvedEntry>();
    request.set_count(
        static_cast<std::uint32_t>(std::min<std::uint64_t>(count, log->checkpoint.size - first)));
  }
  TANJI_ASSIGN(const auto response, Call(&Node::GetEntries, request));
  std::vector<ProvedEntry> out;
  for (const auto& entry : response.entries()) {
    if (out.size() == request.count()) break;
    const std::uint64_t index = first + out.size();
    if (log) TANJI_TRY(CheckInclusion(index, entry, log->checkpoint));
    out.push_back({index, entry});
  }
  return out;
}

// --- Proofs of the state ------------------------------------------------------------------------

Result<std::string> Client::FetchBundle(const v1::ProveRequest& request) {
  TANJI_ASSIGN(auto response, Call(&Node::Prove, request));
  return std::move(*response.mutable_bundle());
}

Done Client::FollowBundle(const std::string& log_proof, std::uint64_t min_size) {
  if (!options_.verify) return {};
  const auto proof = crypto::TlogProof::Parse(log_proof);
  if (!proof.ok()) return NoteError(proof.fault(), trust_);
  TANJI_ASSIGN(const auto log, CheckCheckpoint(proof->checkpoint, trust_));
  return follower_.Follow(log.checkpoint, proof->checkpoint, min_size, Consistency());
}

}  // namespace tanji::client
