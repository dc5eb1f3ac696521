// What can be wrong with a note, a checkpoint or a proof file: one enumerator per kind of failure,
// so that callers can explain each to a user and tests can tell them apart.
#pragma once

#include <cassert>
#include <string_view>
#include <utility>
#include <variant>

namespace tanji::crypto {

// Not part of any format: the numbers may change.
enum class NoteFault {
  // The note (C2SP signed-note).
  kNoteTooLong,        // more than kMaxNoteBytes
  kNotUtf8,            // not valid UTF-8
  kControlCharacter,   // a byte below 0x20 other than a newline
  kNoSignatureBlock,   // no blank line, or nothing after it
  kBadSignatureLine,   // not "— name base64" with a newline, or no signature after the key hash
  kBadKeyName,         // empty, too long, or with a Unicode space or a plus
  kBadBase64,          // not exactly what RFC 4648 section 4 writes
  kTooManySignatures,  // more than 16 under our rules, more than 64 under anyone's
  // The checkpoint (C2SP tlog-checkpoint).
  kNotThreeLines,  // fewer lines, or extension lines, which we do not accept
  kBadOrigin,      // not "host/path" of at most 50 characters
  kBadTreeSize,    // not a canonical decimal up to 2^63 - 1
  kBadRoot,        // not base64 of 32 bytes, or not the empty root for size 0
  // The signatures on it, under a policy.
  kWrongOrigin,          // the checkpoint of another log
  kNoLogSignature,       // by no log key of the policy
  kSecondLogSignature,   // our rules: exactly one
  kBadLogSignature,      // by a log key of the policy, but false
  kBadCosignature,       // by a witness of the policy, but false
  kBadCosignatureTime,   // 0, or above 2^63 - 1
  kRepeatedCosignature,  // our rules: one per witness
  kUnknownSigner,        // our rules: no key that the policy does not name
  kQuorumNotMet,         // too few cosignatures
  kSurplusCosignature,   // our rules: none that the quorum does not need
  kNoCosignature,        // our rules: at least one, for without it nothing tells the time
  // The proof file (C2SP tlog-proof).
  kProofTooLong,        // more than kMaxTlogProofBytes
  kBadProofHeader,      // the first line is not "c2sp.org/tlog-proof@v1"
  kExtraLine,           // unauthenticated extra data, which we do not accept
  kBadProofIndex,       // not "index " and a canonical decimal
  kBadProofHash,        // a line that is not base64 of 32 bytes
  kTooManyProofHashes,  // more than 63
  kNoCheckpoint,        // no blank line after the hashes
  kIndexOutOfRange,     // the index is not below the checkpoint's size
  kProofLength,         // too many or too few hashes for index and size
  kProofRoot,           // the proof leads to another root
  // The verifier key.
  kBadVerifierKey,  // not "name+hash+base64(type || key)", or the hash is another key's
  kUnknownKeyType,  // neither 0x01 (Ed25519) nor 0x04 (Ed25519 cosignature)
};
inline constexpr int kNoteFaultCount = static_cast<int>(NoteFault::kUnknownKeyType) + 1;

// The enumerator's name without the k, for logs and tests.
std::string_view ToString(NoteFault fault);

// A value, or the fault that prevented it.
template <class T>
class [[nodiscard]] NoteOr {
 public:
  NoteOr(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT
  NoteOr(NoteFault fault) : state_(std::in_place_index<1>, fault) {}     // NOLINT

  bool ok() const { return state_.index() == 0; }
  // Only if !ok(), asserted.
  NoteFault fault() const {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }
  // Only if ok(), asserted.
  const T& value() const& {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    assert(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }

 private:
  std::variant<T, NoteFault> state_;
};

}  // namespace tanji::crypto
