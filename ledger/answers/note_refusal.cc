#include "ledger/answers/note_refusal.h"

#include <fmt/core.h>

#include <string>

namespace tanji::ledger {
namespace {

v1::Code CodeOf(crypto::NoteFault fault) {
  using crypto::NoteFault;
  switch (fault) {
    case NoteFault::kWrongOrigin:
      return v1::CODE_CHECKPOINT_WRONG_LOG;
    case NoteFault::kBadLogSignature:
    case NoteFault::kBadCosignature:
    case NoteFault::kBadCosignatureTime:
      return v1::CODE_CHECKPOINT_SIGNATURE_FALSE;
    case NoteFault::kNoLogSignature:
    case NoteFault::kQuorumNotMet:
    case NoteFault::kNoCosignature:
      return v1::CODE_CHECKPOINT_NO_QUORUM;
    case NoteFault::kSecondLogSignature:
    case NoteFault::kRepeatedCosignature:
    case NoteFault::kUnknownSigner:
    case NoteFault::kSurplusCosignature:
    case NoteFault::kTooManySignatures:
      return v1::CODE_CHECKPOINT_EXTRA_SIGNATURE;
    case NoteFault::kIndexOutOfRange:
    case NoteFault::kProofLength:
    case NoteFault::kProofRoot:
      return v1::CODE_LOG_PROOF_FALSE;
    case NoteFault::kProofTooLong:
    case NoteFault::kBadProofHeader:
    case NoteFault::kExtraLine:
    case NoteFault::kBadProofIndex:
    case NoteFault::kBadProofHash:
    case NoteFault::kTooManyProofHashes:
    case NoteFault::kNoCheckpoint:
      return v1::CODE_LOG_PROOF_MALFORMED;
    case NoteFault::kNoteTooLong:
    case NoteFault::kNotUtf8:
    case NoteFault::kControlCharacter:
    case NoteFault::kNoSignatureBlock:
    case NoteFault::kBadSignatureLine:
    case NoteFault::kBadKeyName:
    case NoteFault::kBadBase64:
    case NoteFault::kNotThreeLines:
    case NoteFault::kBadOrigin:
    case NoteFault::kBadTreeSize:
    case NoteFault::kBadRoot:
      return v1::CODE_CHECKPOINT_MALFORMED;
    case NoteFault::kBadVerifierKey:
    case NoteFault::kUnknownKeyType:
      return v1::CODE_POLICY_MALFORMED;
  }
  return v1::CODE_CHECKPOINT_MALFORMED;
}

// Of the groups that name cosigners; one that combines groups says nothing new to people.
std::string Demand(const crypto::Policy& policy) {
  std::string out;
  for (const auto& group : policy.groups()) {
    if (group.members.front().kind != crypto::PolicyMember::Kind::kWitness) continue;
    if (!out.empty()) out += " + ";
    out += fmt::format("{} {}/{}", group.name, group.threshold, group.members.size());
  }
  return out;
}

}  // namespace

Outcome RefuseNote(crypto::NoteFault fault, const crypto::Policy& policy) {
  const v1::Code code = CodeOf(fault);
  Detail detail{{"value", std::string(ToString(fault))}};
  if (code == v1::CODE_CHECKPOINT_WRONG_LOG) {
    detail.emplace_back("expected", policy.logs().front().key.name);
  } else if (code == v1::CODE_CHECKPOINT_NO_QUORUM) {
    detail.emplace_back("expected", Demand(policy));
  }
  return Refuse(code, std::move(detail));
}

}  // namespace tanji::ledger
