#include "crypto/note/checkpoint.h"

#include <fmt/format.h>

#include <algorithm>

#include "crypto/hash/hex.h"
#include "crypto/log/log_tree.h"
#include "crypto/note/text.h"

namespace tanji::crypto {
namespace {

bool IsAlphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// A label of the host or an element of the path.
bool IsElement(std::string_view element, std::string_view punctuation) {
  return !element.empty() && IsAlphanumeric(element.front()) && IsAlphanumeric(element.back()) &&
         std::all_of(element.begin(), element.end(), [&](char c) {
           return IsAlphanumeric(c) || punctuation.find(c) != std::string_view::npos;
         });
}

bool AreElements(std::string_view text, char separator, std::string_view punctuation) {
  while (true) {
    const auto end = text.find(separator);
    if (!IsElement(text.substr(0, end), punctuation)) return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

bool IsOrigin(std::string_view origin) {
  if (origin.size() > kMaxOriginChars) return false;
  const auto slash = origin.find('/');
  return slash != std::string_view::npos && AreElements(origin.substr(0, slash), '.', "-") &&
         AreElements(origin.substr(slash + 1), '/', "-._");
}

std::string Checkpoint::Print() const {
  return fmt::format("{}\n{}\n{}\n", origin, size, ToBase64(root.view()));
}

NoteOr<Checkpoint> Checkpoint::Parse(std::string_view text) {
  Checkpoint out;
  const auto origin = TakeLine(&text);
  const auto size = TakeLine(&text);
  const auto root = TakeLine(&text);
  if (!origin || !size || !root || !text.empty()) return NoteFault::kNotThreeLines;
  if (!IsOrigin(*origin)) return NoteFault::kBadOrigin;
  out.origin = *origin;
  const auto parsed_size = ParseCanonicalDecimal(*size);
  if (!parsed_size) return NoteFault::kBadTreeSize;
  out.size = *parsed_size;
  const auto parsed_root = ParseBase64Hash(*root);
  if (!parsed_root) return NoteFault::kBadRoot;
  out.root = *parsed_root;
  if (out.size == 0 && out.root != EmptyRoot()) return NoteFault::kBadRoot;
  return out;
}

}  // namespace tanji::crypto
