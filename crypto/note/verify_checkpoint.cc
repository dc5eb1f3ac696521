#include "crypto/note/verify_checkpoint.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <utility>

#include "crypto/note/cosignature.h"
#include "crypto/note/signed_note.h"

namespace tanji::crypto {
namespace {

// Goes through the signature lines of one note and keeps what they establish.
class SignatureCheck {
 public:
  SignatureCheck(const Policy& policy, std::string_view origin, std::string_view text,
                 NoteRules rules)
      : policy_(policy), origin_(origin), text_(text), rules_(rules) {}

  std::optional<NoteFault> Add(std::size_t line, const NoteSignature& signature) {
    for (std::size_t i = 0; i < policy_.logs().size(); ++i) {
      const auto& key = policy_.logs()[i].key;
      if (key.name == origin_ && signature.ClaimsToBeOf(key)) return AddLog(line, i, signature);
    }
    for (std::size_t i = 0; i < policy_.witnesses().size(); ++i) {
      if (signature.ClaimsToBeOf(policy_.witnesses()[i].key)) {
        return AddCosignature(line, i, signature);
      }
    }
    // signed-note, "Signatures": verifiers ignore signatures from unknown keys. We do not.
    if (rules_ == NoteRules::kStrict) return NoteFault::kUnknownSigner;
    return std::nullopt;
  }

  std::optional<NoteFault> Finish() const {
    if (!log_) return NoteFault::kNoLogSignature;
    if (!policy_.IsMet(cosigned_)) return NoteFault::kQuorumNotMet;
    if (rules_ == NoteRules::kStock) return std::nullopt;
    if (policy_.Minimal(cosigned_) != cosigned_) return NoteFault::kSurplusCosignature;
    if (cosigned_.none()) return NoteFault::kNoCosignature;
    return std::nullopt;
  }

  std::size_t log() const { return *log_; }
  std::size_t log_line() const { return log_line_; }
  const WitnessSet& cosigned() const { return cosigned_; }
  const std::vector<CheckedCosignature>& cosignatures() const { return cosignatures_; }
  // The line that holds the cosignature of a witness that has cosigned.
  std::size_t LineOf(std::size_t witness) const { return lines_[witness]; }

 private:
  std::optional<NoteFault> AddLog(std::size_t line, std::size_t log,
                                  const NoteSignature& signature) {
    if (log_ && rules_ == NoteRules::kStrict) return NoteFault::kSecondLogSignature;
    if (!IsLogSignature(policy_.logs()[log].key, text_, signature)) {
      return NoteFault::kBadLogSignature;
    }
    if (!log_) {
      log_ = log;
      log_line_ = line;
    }
    return std::nullopt;
  }

  std::optional<NoteFault> AddCosignature(std::size_t line, std::size_t witness,
                                          const NoteSignature& signature) {
    if (cosigned_.test(witness) && rules_ == NoteRules::kStrict) {
      return NoteFault::kRepeatedCosignature;
    }
    const auto time = CheckCosignature(policy_.witnesses()[witness].key, text_, signature);
    if (!time.ok()) return time.fault();
    if (cosigned_.test(witness)) return std::nullopt;
    cosigned_.set(witness);
    cosignatures_.push_back({witness, *time});
    lines_[witness] = line;
    return std::nullopt;
  }

  const Policy& policy_;
  std::string_view origin_;
  std::string_view text_;
  NoteRules rules_;
  std::optional<std::size_t> log_;
  std::size_t log_line_ = 0;
  WitnessSet cosigned_;
  std::vector<CheckedCosignature> cosignatures_;
  std::array<std::size_t, kMaxPolicyWitnesses> lines_{};
};

// The times of those cosigners that are, or are not, the one validator of a solo ledger.
std::vector<std::uint64_t> Times(const std::vector<CheckedCosignature>& cosignatures,
                                 std::optional<std::size_t> except) {
  std::vector<std::uint64_t> out;
  for (const auto& cosignature : cosignatures) {
    if (cosignature.witness != except) out.push_back(cosignature.time);
  }
  return out;
}

// The one validator of a solo ledger.
std::optional<std::size_t> SoloValidator(const Policy& policy) {
  const auto* validators = policy.FindGroup(kValidatorsGroup);
  if (validators == nullptr || validators->members.size() != 1) return std::nullopt;
  const auto& member = validators->members.front();
  if (member.kind != PolicyMember::Kind::kWitness) return std::nullopt;
  return member.index;
}

void SetTime(const Policy& policy, VerifiedCheckpoint* out) {
  if (out->cosignatures.empty()) return;
  const auto solo = SoloValidator(policy);
  auto outside = Times(out->cosignatures, solo);
  if (!solo) {
    out->basis = TimeBasis::kMedian;
  } else if (!outside.empty()) {
    out->basis = TimeBasis::kWitnesses;
  } else {
    out->basis = TimeBasis::kOwnClaim;
    outside = Times(out->cosignatures, std::nullopt);
  }
  out->time = LowerMedian(std::move(outside));
}

// Parses the note as far as the checkpoint; the signatures are still to be checked.
NoteOr<Checkpoint> CheckpointOf(const SignedNote& note, std::string_view expected_origin,
                                NoteRules rules) {
  if (rules == NoteRules::kStrict && note.signatures.size() > kMaxOwnSignatures) {
    return NoteFault::kTooManySignatures;
  }
  auto checkpoint = Checkpoint::Parse(note.text);
  if (checkpoint.ok() && checkpoint->origin != expected_origin) return NoteFault::kWrongOrigin;
  return checkpoint;
}

std::optional<NoteFault> CheckSignatures(const SignedNote& note, SignatureCheck* check) {
  for (std::size_t line = 0; line < note.signatures.size(); ++line) {
    if (const auto fault = check->Add(line, note.signatures[line])) return fault;
  }
  return check->Finish();
}

}  // namespace

NoteOr<VerifiedCheckpoint> VerifyCheckpoint(std::string_view note, const Policy& policy,
                                            std::string_view expected_origin, NoteRules rules) {
  const auto parsed = SignedNote::Parse(note);
  if (!parsed.ok()) return parsed.fault();
  auto checkpoint = CheckpointOf(*parsed, expected_origin, rules);
  if (!checkpoint.ok()) return checkpoint.fault();
  SignatureCheck check(policy, expected_origin, parsed->text, rules);
  if (const auto fault = CheckSignatures(*parsed, &check)) return *fault;

  VerifiedCheckpoint out;
  out.checkpoint = *std::move(checkpoint);
  out.log = check.log();
  out.cosignatures = check.cosignatures();
  SetTime(policy, &out);
  return out;
}

NoteOr<std::string> TrimToQuorum(std::string_view note, const Policy& policy,
                                 std::string_view expected_origin) {
  const auto parsed = SignedNote::Parse(note);
  if (!parsed.ok()) return parsed.fault();
  const auto checkpoint = CheckpointOf(*parsed, expected_origin, NoteRules::kStock);
  if (!checkpoint.ok()) return checkpoint.fault();
  SignatureCheck check(policy, expected_origin, parsed->text, NoteRules::kStock);
  if (const auto fault = CheckSignatures(*parsed, &check)) return *fault;

  const WitnessSet quorum = policy.Minimal(check.cosigned());
  if (quorum.none()) return NoteFault::kNoCosignature;
  if (quorum.count() + 1 > kMaxOwnSignatures) return NoteFault::kTooManySignatures;
  SignedNote out;
  out.text = parsed->text;
  out.signatures.push_back(parsed->signatures[check.log_line()]);
  for (std::size_t i = 0; i < quorum.size(); ++i) {
    if (quorum.test(i)) out.signatures.push_back(parsed->signatures[check.LineOf(i)]);
  }
  return out.Print();
}

std::uint64_t LowerMedian(std::vector<std::uint64_t> times) {
  assert(!times.empty());
  std::sort(times.begin(), times.end());
  return times[(times.size() - 1) / 2];
}

}  // namespace tanji::crypto
