#include "ledger/answers/note_refusal.h"

#include <string>

namespace tanji::ledger {
namespace {

v1::Code CodeOf(crypto::NoteFault fault) {
  using crypto::NoteFault;
  switch (fault) {
    case NoteFault::kWrongOrigin:
      return v1::CODE_CHECKPOINT_WRONG_LOG;
    case NoteFault::kNoLogSignature:
    case NoteFault::kBadLogSignature:
    case NoteFault::kBadCosignature:
    case NoteFault::kBadCosignatureTime:
      return v1::CODE_CHECKPOINT_SIGNATURE_FALSE;
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

}  // namespace

Outcome RefuseNote(crypto::NoteFault fault) {
  return Refuse(CodeOf(fault), {{"reason", std::string(ToString(fault))}});
}

}  // namespace tanji::ledger
