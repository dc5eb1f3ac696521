#include "tests/property/model/act.h"

#include "crypto/hash/hex.h"

namespace tanji::property {

std::string IdOfOperation(const Act& act, std::uint32_t operation) {
  const std::string place{static_cast<char>(operation >> 8), static_cast<char>(operation & 0xff),
                          '\0', '\0'};
  const std::string tag("tanji-id-v1\0", 12);
  auto raw = crypto::Sha256(tag + act.transaction_id.str() + place).str().substr(0, 16);
  raw[6] = static_cast<char>((raw[6] & 0x0f) | 0x80);
  raw[8] = static_cast<char>((raw[8] & 0x3f) | 0x80);
  const auto hex = crypto::ToHex(raw);
  return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" +
         hex.substr(16, 4) + "-" + hex.substr(20);
}

std::string RawId(std::string_view text) {
  std::string hex;
  for (const char c : text) {
    if (c != '-') hex.push_back(c);
  }
  return crypto::FromHex(hex).value();
}

}  // namespace tanji::property
