#include "crypto/note/signed_note.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "crypto/hash/hash.h"
#include "crypto/hash/hex.h"
#include "crypto/note/text.h"

namespace tanji::crypto {
namespace {

constexpr std::string_view kLinePrefix = "\xe2\x80\x94 ";  // U+2014, em dash, and a space
constexpr std::size_t kKeyHashBytes = 4;

std::uint32_t ReadU32(std::string_view bytes) {
  std::uint32_t out = 0;
  for (std::size_t i = 0; i < kKeyHashBytes; ++i) {
    out = out << 8 | static_cast<std::uint8_t>(bytes[i]);
  }
  return out;
}

std::string WriteU32(std::uint32_t value) {
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<char>(value >> shift));
  return out;
}

// signed-note, "Format": valid UTF-8 without control characters other than newline.
std::optional<NoteFault> CharacterFault(std::string_view note) {
  if (std::any_of(note.begin(), note.end(),
                  [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; })) {
    return NoteFault::kControlCharacter;
  }
  if (!IsUtf8(note)) return NoteFault::kNotUtf8;
  return std::nullopt;
}

}  // namespace

std::uint32_t KeyHash(std::string_view name, NoteKeyType type, const PublicKey& key) {
  const char type_byte = static_cast<char>(type);
  const Hash digest = Sha256({name, "\n", {&type_byte, 1}, key.view()});
  return ReadU32(digest.view());
}

std::string VerifierKey::Print() const {
  const char type_byte = static_cast<char>(type);
  return fmt::format("{}+{:08x}+{}", name, hash(),
                     ToBase64(std::string(1, type_byte).append(key.view())));
}

NoteOr<VerifierKey> VerifierKey::Parse(std::string_view vkey) {
  const auto first = vkey.find('+');
  const auto second = vkey.find('+', first == std::string_view::npos ? first : first + 1);
  if (second == std::string_view::npos) return NoteFault::kBadVerifierKey;
  VerifierKey out;
  out.name = vkey.substr(0, first);
  if (!IsKeyName(out.name)) return NoteFault::kBadKeyName;

  constexpr std::size_t kMaxMaterialChars = 64;  // base64 of 33 bytes is 44 characters
  const auto material = vkey.substr(second + 1);
  if (material.size() > kMaxMaterialChars) return NoteFault::kBadVerifierKey;
  const auto bytes = FromBase64(material);
  if (!bytes || bytes->empty()) return NoteFault::kBadVerifierKey;
  const auto type = static_cast<NoteKeyType>(bytes->front());
  if (type != NoteKeyType::kEd25519 && type != NoteKeyType::kCosignature) {
    return NoteFault::kUnknownKeyType;
  }
  const auto key = PublicKey::FromBytes(std::string_view(*bytes).substr(1));
  if (!key) return NoteFault::kBadVerifierKey;
  out.type = type;
  out.key = *key;
  // The key hash, in lower-case hexadecimal, is the one that this key has.
  if (vkey != out.Print()) return NoteFault::kBadVerifierKey;
  return out;
}

bool NoteSignature::ClaimsToBeOf(const VerifierKey& key) const {
  return name == key.name && key_hash == key.hash();
}

std::string NoteSignature::Print() const {
  return fmt::format("{}{} {}\n", kLinePrefix, name, ToBase64(WriteU32(key_hash) + signature));
}

NoteOr<NoteSignature> NoteSignature::Parse(std::string_view line) {
  if (line.size() > kMaxNoteBytes) return NoteFault::kNoteTooLong;
  if (const auto fault = CharacterFault(line)) return *fault;
  const auto content = TakeLine(&line);
  if (!content || !line.empty() || content->substr(0, kLinePrefix.size()) != kLinePrefix) {
    return NoteFault::kBadSignatureLine;
  }
  const auto fields = content->substr(kLinePrefix.size());
  const auto space = fields.find(' ');
  if (space == std::string_view::npos) return NoteFault::kBadSignatureLine;
  NoteSignature out;
  out.name = fields.substr(0, space);
  if (!IsKeyName(out.name)) return NoteFault::kBadKeyName;
  const auto bytes = FromBase64(fields.substr(space + 1));
  if (!bytes) return NoteFault::kBadBase64;
  if (bytes->size() <= kKeyHashBytes) return NoteFault::kBadSignatureLine;
  out.key_hash = ReadU32(*bytes);
  out.signature = bytes->substr(kKeyHashBytes);
  return out;
}

std::string SignedNote::Print() const {
  std::string out = text + "\n";
  for (const auto& signature : signatures) out += signature.Print();
  return out;
}

NoteOr<SignedNote> SignedNote::Parse(std::string_view note) {
  if (note.size() > kMaxNoteBytes) return NoteFault::kNoteTooLong;
  if (const auto fault = CharacterFault(note)) return *fault;
  // signed-note, "Format": the text is separated from the signatures by the last empty line.
  const auto blank = note.rfind("\n\n");
  if (blank == std::string_view::npos) return NoteFault::kNoSignatureBlock;
  SignedNote out;
  out.text = note.substr(0, blank + 1);
  auto lines = note.substr(blank + 2);
  if (lines.empty()) return NoteFault::kNoSignatureBlock;
  while (!lines.empty()) {
    if (out.signatures.size() == kMaxNoteSignatures) return NoteFault::kTooManySignatures;
    const auto end = std::min(lines.find('\n'), lines.size() - 1) + 1;
    auto signature = NoteSignature::Parse(lines.substr(0, end));
    if (!signature.ok()) return signature.fault();
    out.signatures.push_back(*std::move(signature));
    lines.remove_prefix(end);
  }
  return out;
}

}  // namespace tanji::crypto
