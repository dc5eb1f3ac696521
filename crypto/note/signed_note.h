// Signed notes and verifier keys, C2SP signed-note v1.0.0: a text, a blank line, and one line per
// signature,
//
//   — <key name> base64(key hash || signature)
//
// This header deals with the form only. Who signed, and whether it holds, is decided in
// cosignature.h and verify_checkpoint.h. All functions are pure; input of any length and content
// is expected.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/note/fault.h"
#include "crypto/sign/keys.h"

namespace tanji::crypto {

inline constexpr std::size_t kMaxNoteBytes = 128 * 1024;
// What we read of anyone's notes; ours hold at most kMaxOwnSignatures (verify_checkpoint.h).
inline constexpr std::size_t kMaxNoteSignatures = 64;

// Signature type bytes assigned by signed-note. Part of the format.
enum class NoteKeyType : std::uint8_t {
  kEd25519 = 0x01,      // over the note text: how a log signs
  kCosignature = 0x04,  // cosignature/v1, with a time: how validators and witnesses sign
};

// The first four bytes of SHA-256(name || 0x0A || type || public key), as a big-endian number.
// Together with the name it says which key a signature claims to be of; it proves nothing.
std::uint32_t KeyHash(std::string_view name, NoteKeyType type, const PublicKey& key);

// A public key with its name and use.
struct VerifierKey {
  std::string name;
  NoteKeyType type = NoteKeyType::kEd25519;
  PublicKey key;
  auto operator<=>(const VerifierKey&) const = default;

  std::uint32_t hash() const { return KeyHash(name, type, key); }
  // "<name>+<hash as 8 hexadecimal digits>+<base64(type || public key)>", the vkey form.
  std::string Print() const;
  static NoteOr<VerifierKey> Parse(std::string_view vkey);
};

// One signature line.
struct NoteSignature {
  std::string name;
  std::uint32_t key_hash = 0;
  std::string signature;  // what follows the key hash; its form depends on the key's type
  bool operator==(const NoteSignature&) const = default;

  bool ClaimsToBeOf(const VerifierKey& key) const;
  // The whole line with its newline.
  std::string Print() const;
  // Of exactly one line with its newline.
  static NoteOr<NoteSignature> Parse(std::string_view line);
};

struct SignedNote {
  std::string text;                       // ends in a newline, which is signed too
  std::vector<NoteSignature> signatures;  // at least one
  bool operator==(const SignedNote&) const = default;

  std::string Print() const;
  // Accepts exactly what Print() writes.
  static NoteOr<SignedNote> Parse(std::string_view note);
};

}  // namespace tanji::crypto
