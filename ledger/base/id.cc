#include "ledger/base/id.h"

#include <algorithm>

#include "crypto/hash/hex.h"
#include "ledger/base/big_endian.h"

namespace tanji::ledger {
namespace {

constexpr std::string_view kTag("tanji-id-v1\0", 12);
// Bytes before which RFC 9562 section 4 writes a hyphen.
constexpr std::size_t kHyphenBefore[] = {4, 6, 8, 10};

bool HasHyphenBefore(std::size_t byte) {
  return std::find(std::begin(kHyphenBefore), std::end(kHyphenBefore), byte) !=
         std::end(kHyphenBefore);
}

}  // namespace

crypto::Hash IdHash(const crypto::Hash& transaction_id, std::uint16_t operation_index,
                    std::uint16_t position) {
  std::string place;
  AppendU16(operation_index, place);
  AppendU16(position, place);
  return crypto::Sha256({kTag, transaction_id.view(), place});
}

Id DeriveId(const crypto::Hash& transaction_id, std::uint16_t operation_index,
            std::uint16_t position) {
  const auto hash = IdHash(transaction_id, operation_index, position);
  Id id;
  std::copy_n(hash.bytes.begin(), Id::kSize, id.bytes.begin());
  id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0F) | 0x80);
  id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3F) | 0x80);
  return id;
}

std::string Id::Text() const {
  std::string text;
  for (std::size_t i = 0; i < kSize; ++i) {
    if (HasHyphenBefore(i)) text.push_back('-');
    text += crypto::ToHex(view().substr(i, 1));
  }
  return text;
}

std::optional<Id> Id::FromBytes(std::string_view raw) {
  if (raw.size() != kSize) return std::nullopt;
  Id id;
  std::copy(raw.begin(), raw.end(), id.bytes.begin());
  if (id.bytes[6] >> 4 != 0x8 || id.bytes[8] >> 6 != 0x2) return std::nullopt;
  return id;
}

std::optional<Id> Id::FromText(std::string_view text) {
  if (text.size() != kTextSize) return std::nullopt;
  std::string digits;
  for (std::size_t at = 0; at < text.size();) {
    if (digits.size() % 2 == 0 && HasHyphenBefore(digits.size() / 2) && text[at] == '-') ++at;
    digits += text.substr(at, 2);
    at += 2;
  }
  const auto raw = crypto::FromHex(digits);
  const auto id = raw ? FromBytes(*raw) : std::nullopt;
  // One text per id: whatever else the loop let pass does not come out the same.
  if (!id || id->Text() != text) return std::nullopt;
  return id;
}

}  // namespace tanji::ledger
