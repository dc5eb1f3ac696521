// Signing a checkpoint as a log (type 0x01) and cosigning it as a validator or witness
// (cosignature/v1, type 0x04; C2SP tlog-cosignature). Pure functions; the time is the caller's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "crypto/note/fault.h"
#include "crypto/note/signed_note.h"
#include "crypto/sign/keys.h"

namespace tanji::crypto {

// tlog-cosignature: times must not exceed 2^63 - 1.
inline constexpr std::uint64_t kMaxCosignatureTime = (std::uint64_t{1} << 63) - 1;

// A log's signature over a note text. `name` is a key name: the log's origin.
NoteSignature SignNote(std::string_view name, const SigningKey& key, std::string_view text);

// True iff `key` is of type kEd25519 and `signature` over the text is its own.
bool IsLogSignature(const VerifierKey& key, std::string_view text, const NoteSignature& signature);

// "cosignature/v1\ntime <time>\n" and the text. It does not contain the cosigner's name, so a key
// is used by one cosigner only, for ever.
std::string CosignedMessage(std::uint64_t time, std::string_view text);

// A cosignature over the whole text of a checkpoint, stating that at `time` (seconds since 1970,
// 1..kMaxCosignatureTime, asserted) it was the largest consistent one known to the cosigner.
NoteSignature Cosign(std::string_view name, const SigningKey& key, std::uint64_t time,
                     std::string_view text);

// The time of the cosignature. kBadCosignatureTime or kBadCosignature unless `signature` is that of
// `key`, which must be of type kCosignature.
NoteOr<std::uint64_t> CheckCosignature(const VerifierKey& key, std::string_view text,
                                       const NoteSignature& signature);

}  // namespace tanji::crypto
