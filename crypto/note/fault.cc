#include "crypto/note/fault.h"

#include <iterator>

namespace tanji::crypto {
namespace {

// In the order of the enumerators.
constexpr std::string_view kNames[] = {
    "NoteTooLong",         "NotUtf8",
    "ControlCharacter",    "NoSignatureBlock",
    "BadSignatureLine",    "BadKeyName",
    "BadBase64",           "TooManySignatures",
    "NotThreeLines",       "BadOrigin",
    "BadTreeSize",         "BadRoot",
    "WrongOrigin",         "NoLogSignature",
    "SecondLogSignature",  "BadLogSignature",
    "BadCosignature",      "BadCosignatureTime",
    "RepeatedCosignature", "UnknownSigner",
    "QuorumNotMet",        "SurplusCosignature",
    "NoCosignature",       "ProofTooLong",
    "BadProofHeader",      "ExtraLine",
    "BadProofIndex",       "BadProofHash",
    "TooManyProofHashes",  "NoCheckpoint",
    "IndexOutOfRange",     "ProofLength",
    "ProofRoot",           "BadVerifierKey",
    "UnknownKeyType",
};
static_assert(std::size(kNames) == kNoteFaultCount);

}  // namespace

std::string_view ToString(NoteFault fault) {
  const auto index = static_cast<std::size_t>(fault);
  return index < std::size(kNames) ? kNames[index] : "Unknown";
}

}  // namespace tanji::crypto
