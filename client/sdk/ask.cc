#include "client/sdk/ask.h"

#include <algorithm>
#include <cassert>
#include <span>
#include <utility>

#include "client/sdk/faults.h"
#include "ledger/answers/parts.h"
#include "tanji/v1/proof.pb.h"

namespace tanji::client {
namespace {

// A bundle is at most 256 KiB; a record with its part of the proof takes up to 2 KB as a rule.
constexpr std::size_t kRecordsPerBundle = 100;

Error Unverified(const ledger::Outcome& refusal) {
  return Error(ErrorKind::kUnverified, refusal.code(), refusal.detail());
}

}  // namespace

Result<Answered> Ask(Client& client, const v1::Question& question,
                     std::optional<std::uint64_t> as_of_size) {
  v1::ProveRequest request;
  *request.mutable_question() = question;
  TANJI_ASSIGN(const std::uint64_t min_size, client.MinSize());
  if (as_of_size) {
    request.set_as_of_size(*as_of_size);
  } else {
    request.set_min_size(min_size);
  }
  Answered answered;
  TANJI_ASSIGN(answered.bundle, client.FetchBundle(request));

  ledger::VerifyOptions options;
  options.now_ms = client.now_ms();
  options.expected_question = &question;
  const auto refusal =
      ledger::VerifyBundle(answered.bundle, client.trust().policy_text, options, answered.verified);
  if (!refusal.ok()) return Unverified(refusal);
  // History that nobody asked for must not pass as the present.
  if (answered.verified.as_of != as_of_size.has_value()) {
    return Error(ErrorKind::kUnverified, v1::CODE_QUESTION_MISMATCH);
  }
  v1::ProofBundle bundle;
  if (!bundle.ParseFromString(answered.bundle)) {
    return Error(ErrorKind::kUnverified, v1::CODE_QUESTION_MISMATCH);
  }
  TANJI_TRY(client.FollowBundle(bundle.log_proof(), as_of_size ? 0 : min_size));
  return answered;
}

Result<ledger::VerifiedBundle> OpenBundle(std::string_view bytes, const Trust& trust,
                                          std::optional<std::int64_t> now_ms,
                                          std::int64_t max_age_ms) {
  ledger::VerifyOptions options;
  options.now_ms = now_ms;
  options.max_age_ms = max_age_ms;
  ledger::VerifiedBundle verified;
  const auto refusal = ledger::VerifyBundle(bytes, trust.policy_text, options, verified);
  if (!refusal.ok()) return Unverified(refusal);
  return verified;
}

std::optional<std::string> LedgerOfBundle(std::string_view bytes) {
  v1::ProofBundle bundle;
  if (bytes.size() > ledger::kMaxBundleBytes ||
      !bundle.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return std::nullopt;
  }
  const auto proof = crypto::TlogProof::Parse(bundle.log_proof());
  if (!proof.ok()) return std::nullopt;
  const auto note = crypto::SignedNote::Parse(proof->checkpoint);
  if (!note.ok()) return std::nullopt;
  const auto checkpoint = crypto::Checkpoint::Parse(note->text);
  if (!checkpoint.ok()) return std::nullopt;
  return checkpoint->origin;
}

bool IsYes(const v1::Answer& answer) {
  if (!answer.found()) return false;
  switch (answer.subject_case()) {
    case v1::Answer::kDocument:
      return answer.document().document().registered_time() <= answer.effective_time() &&
             ledger::AllCounted(answer.document().signers());
    case v1::Answer::kParticipant:
      return answer.participant().status().kind() == v1::STATUS_KIND_IN_FORCE;
    case v1::Answer::kKey:
      return answer.key().in_force();
    case v1::Answer::kAccreditation:
      return answer.accreditation().in_force();
    case v1::Answer::kLicence:
      return answer.licence().in_force();
    case v1::Answer::kDataset:
      return answer.dataset().in_force();
    case v1::Answer::kFactor:
      return answer.factor().in_force();
    case v1::Answer::kGwpSet:
      return answer.gwp_set().in_force();
    case v1::Answer::kFacility:
      return answer.facility().in_force();
    case v1::Answer::kProduct:
      return answer.product().in_force();
    case v1::Answer::kLot:
      return answer.lot().in_force();
    case v1::Answer::kSchemeVersion:
      return answer.scheme_version().in_force() &&
             !answer.scheme_version().threshold().has_refusal();
    case v1::Answer::kFootprint:
      return answer.footprint().in_force();
    case v1::Answer::kCorrection:
      return answer.correction().correction().requested_time() <= answer.effective_time() &&
             ledger::AllCounted(answer.correction().signers());
    case v1::Answer::kStatement:
      return answer.statement().in_force();
    case v1::Answer::kCertificate:
      return answer.certificate().in_force();
    case v1::Answer::kLabel:
      return answer.label().in_force();
    case v1::Answer::kRecords:
      return true;
    case v1::Answer::SUBJECT_NOT_SET:
      break;
  }
  return false;
}

void CheckpointSpan::Add(const crypto::VerifiedCheckpoint& checkpoint) {
  // The same log may have been signed again later.
  const auto age = [](const crypto::VerifiedCheckpoint& of) {
    return std::pair(of.checkpoint.size, of.time);
  };
  if (!oldest_ || age(checkpoint) < age(*oldest_)) oldest_ = checkpoint;
  if (!newest_ || age(checkpoint) > age(*newest_)) newest_ = checkpoint;
}

void CheckpointSpan::Add(const CheckpointSpan& other) {
  if (other.oldest_) Add(*other.oldest_);
  if (other.newest_) Add(*other.newest_);
}

std::optional<std::string> ProvedRecords::Get(std::string_view key) const {
  const auto found = records.find(key);
  assert(found != records.end());
  return found->second;
}

namespace {

// In one bundle, or in two halves where the node says that the records are too large for one.
Done ReadPart(Client& client, std::span<const std::string> keys, ProvedRecords& out) {
  v1::Question question;
  for (const auto& key : keys) question.mutable_records()->add_keys(key);
  const auto answered = Ask(client, question);
  if (!answered.ok()) {
    const bool too_large = answered.error().code() == v1::CODE_BUNDLE_TOO_LARGE;
    if (!too_large || keys.size() < 2) return answered.error();
    const std::size_t half = keys.size() / 2;
    TANJI_TRY(ReadPart(client, keys.first(half), out));
    return ReadPart(client, keys.subspan(half), out);
  }
  for (const auto& row : answered->verified.answer.records().records()) {
    // A record is never empty: an empty one stands for proved absence.
    out.records[row.key()] =
        row.record().empty() ? std::nullopt : std::optional<std::string>(row.record());
  }
  out.checkpoints.Add(answered->verified.checkpoint);
  return {};
}

}  // namespace

Result<ProvedRecords> ReadRecords(Client& client, std::vector<std::string> keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  ProvedRecords out;
  const std::span<const std::string> all(keys);
  for (std::size_t start = 0; start < keys.size(); start += kRecordsPerBundle) {
    TANJI_TRY(ReadPart(client, all.subspan(start, std::min(kRecordsPerBundle, keys.size() - start)),
                       out));
  }
  return out;
}

}  // namespace tanji::client
