// Ids of objects that people do not name themselves, derived from the transaction that makes them.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "crypto/hash/hash.h"

namespace tanji::ledger {

// SHA-256("tanji-id-v1" || 0 || transaction id, 32 bytes || u16be operation index || u16be
// position), of which ids and serials are made. `position` counts what one operation creates, from
// 0. Part of the format.
crypto::Hash IdHash(const crypto::Hash& transaction_id, std::uint16_t operation_index,
                    std::uint16_t position);

// A UUID version 8 (RFC 9562 section 5.8): the first 16 bytes of an IdHash, in which the high four
// bits of byte 6 are set to 1000 (the version) and the high two bits of byte 8 to 10 (the variant).
struct Id {
  static constexpr std::size_t kSize = 16;
  static constexpr std::size_t kTextSize = 36;
  std::array<std::uint8_t, kSize> bytes{};

  auto operator<=>(const Id&) const = default;

  // The bytes themselves, valid as long as this object.
  std::string_view view() const {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }
  std::string str() const { return std::string(view()); }
  // "d8b1f6a0-3f0e-8c52-9a4b-0123456789ab": lower case, groups of 8-4-4-4-12.
  std::string Text() const;

  // nullopt unless these are 16 bytes with version 8 and variant 10.
  static std::optional<Id> FromBytes(std::string_view raw);
  // Accepts exactly what Text() writes for such bytes.
  static std::optional<Id> FromText(std::string_view text);
};

Id DeriveId(const crypto::Hash& transaction_id, std::uint16_t operation_index,
            std::uint16_t position);

}  // namespace tanji::ledger
