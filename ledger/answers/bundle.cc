#include "ledger/answers/bundle.h"

#include <google/protobuf/util/message_differencer.h>

#include <optional>

#include "crypto/hash/hex.h"
#include "crypto/log/log_tree.h"
#include "crypto/note/tlog_proof.h"
#include "crypto/tree/ics23_verify.h"
#include "crypto/wire/strict_check.h"
#include "ledger/answers/answer.h"
#include "ledger/answers/closure.h"
#include "ledger/answers/note_refusal.h"
#include "ledger/base/timestamp.h"

namespace tanji::ledger {
namespace {

template <class Message>
Outcome ParseStrictly(std::string_view bytes, v1::Code refusal, Message& out) {
  const auto fault = crypto::CheckStrict(bytes, Message::descriptor());
  if (!fault && out.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return Outcome::Ok();
  }
  return Refuse(refusal, {{"field", fault ? fault->path : ""},
                          {"value", fault ? std::string(Name(fault->rule)) : "PARSE"},
                          {"offset", std::to_string(fault ? fault->offset : 0)}});
}

Outcome ParseBlockEntry(std::string_view bytes, v1::BlockHeader& out) {
  v1::LogEntry entry;
  TANJI_RETURN_IF_REFUSED(ParseStrictly(bytes, v1::CODE_BLOCK_ENTRY_MALFORMED, entry));
  if (!entry.has_block() || entry.block().state_root().size() != crypto::Hash::kSize) {
    return Refuse(v1::CODE_BLOCK_ENTRY_MALFORMED,
                  {{"field", "block"}, {"value", "NOT_A_BLOCK_ENTRY"}, {"offset", "0"}});
  }
  out = entry.block();
  return Outcome::Ok();
}

// The block entry is in the log of the policy, as a quorum of it saw the log, and nothing newer is.
Outcome VerifyLog(const v1::ProofBundle& bundle, std::string_view policy_text,
                  VerifiedBundle& out) {
  const auto policy = crypto::Policy::Parse(policy_text);
  if (!policy.ok() || policy->logs().empty()) {
    return Refuse(v1::CODE_POLICY_MALFORMED,
                  {{"value", policy.ok() ? "no log" : std::string(policy.status().message())}});
  }
  auto verified =
      crypto::VerifyTlogProof(bundle.log_proof(), crypto::LeafHash(bundle.block_entry()), *policy,
                              policy->logs().front().key.name);
  if (!verified.ok()) return RefuseNote(verified.fault(), *policy);
  out.block_entry_index = verified->index;
  out.checkpoint = verified->log;
  // Otherwise a node could hide a revocation behind yesterday's state.
  const std::uint64_t size = out.checkpoint.checkpoint.size;
  if (!bundle.as_of() && out.block_entry_index + 1 != size) {
    return Refuse(v1::CODE_BLOCK_NOT_NEWEST, {{"value", std::to_string(out.block_entry_index)},
                                              {"expected", std::to_string(size - 1)}});
  }
  return Outcome::Ok();
}

Outcome VerifyAge(const VerifyOptions& options, VerifiedBundle& out) {
  constexpr std::uint64_t kLatestSeconds = Timestamp::kMaxMillis / kMillisPerSecond;
  if (out.checkpoint.time > kLatestSeconds) {
    return Refuse(v1::CODE_CHECKPOINT_MALFORMED, {{"value", "TIME_BEYOND_9999"}});
  }
  out.time_ms = static_cast<std::int64_t>(out.checkpoint.time) * kMillisPerSecond;
  if (!options.now_ms) return Outcome::Ok();
  const std::int64_t age_ms = *options.now_ms - out.time_ms;
  if (age_ms < -kMaxAheadMs) {
    return Refuse(v1::CODE_BUNDLE_FROM_FUTURE, {{"signed_time", std::to_string(out.time_ms)},
                                                {"now_time", std::to_string(*options.now_ms)}});
  }
  if (age_ms > options.max_age_ms && !out.as_of) {
    return Refuse(v1::CODE_BUNDLE_TOO_OLD,
                  {{"signed_time", std::to_string(out.time_ms)},
                   {"oldest_time", std::to_string(*options.now_ms - options.max_age_ms)}});
  }
  return Outcome::Ok();
}

bool IsFaultOfForm(crypto::ProofFault fault) {
  using crypto::ProofFault;
  return fault != ProofFault::kRoot && fault != ProofFault::kDirection &&
         fault != ProofFault::kNoNeighbour && fault != ProofFault::kNotBetween &&
         fault != ProofFault::kNotAdjacent;
}

Outcome VerifyState(const v1::ProofBundle& bundle, const v1::BlockHeader& block,
                    crypto::ProvedRecords& out) {
  auto proved =
      crypto::VerifyBatch(bundle.state_proof(), *crypto::Hash::FromBytes(block.state_root()));
  if (const auto* fault = std::get_if<crypto::ProofFault>(&proved)) {
    return Refuse(
        IsFaultOfForm(*fault) ? v1::CODE_STATE_PROOF_MALFORMED : v1::CODE_STATE_PROOF_FALSE,
        {{"value", std::string(Name(*fault))}});
  }
  out = std::get<crypto::ProvedRecords>(std::move(proved));
  return Outcome::Ok();
}

Outcome Answer(const crypto::ProvedRecords& proved, VerifiedBundle& out) {
  const ProvedReader reader(proved.records);
  try {
    TANJI_RETURN_IF_REFUSED(AnswerQuestion(out.question, out.block.time(), reader, out.answer));
  } catch (const ProvedReader::RecordMissing& missing) {
    return Refuse(v1::CODE_RECORD_MISSING, {{"key", crypto::ToHex(missing.key)}});
  } catch (const StorageFailure& failure) {
    // Proved and yet no record: whoever ordered the ledger wrote it.
    return Refuse(v1::CODE_RECORD_MALFORMED, {{"value", failure.what()}});
  } catch (const std::bad_optional_access&) {
    // Likewise, in a field that every ledger of ours writes well: a number, a day, a unit.
    return Refuse(v1::CODE_RECORD_MALFORMED, {{"value", "a field of a record"}});
  }
  if (const auto unused = reader.FirstUnused()) {
    return Refuse(v1::CODE_RECORD_UNUSED, {{"key", crypto::ToHex(*unused)}});
  }
  return Outcome::Ok();
}

}  // namespace

Outcome VerifyBundle(std::string_view bytes, std::string_view policy_text,
                     const VerifyOptions& options, VerifiedBundle& out) {
  if (bytes.size() > kMaxBundleBytes) {
    return Refuse(v1::CODE_BUNDLE_TOO_LARGE, {{"size", std::to_string(bytes.size())},
                                              {"limit", std::to_string(kMaxBundleBytes)}});
  }
  v1::ProofBundle bundle;
  TANJI_RETURN_IF_REFUSED(ParseStrictly(bytes, v1::CODE_BUNDLE_MALFORMED, bundle));
  out.question = bundle.question();
  out.as_of = bundle.as_of();
  TANJI_RETURN_IF_REFUSED(CheckQuestion(out.question));
  if (options.expected_question != nullptr && !google::protobuf::util::MessageDifferencer::Equals(
                                                  out.question, *options.expected_question)) {
    return Refuse(v1::CODE_QUESTION_MISMATCH);
  }
  TANJI_RETURN_IF_REFUSED(ParseBlockEntry(bundle.block_entry(), out.block));
  TANJI_RETURN_IF_REFUSED(VerifyLog(bundle, policy_text, out));
  TANJI_RETURN_IF_REFUSED(VerifyAge(options, out));
  crypto::ProvedRecords proved;
  TANJI_RETURN_IF_REFUSED(VerifyState(bundle, out.block, proved));
  return Answer(proved, out);
}

}  // namespace tanji::ledger
