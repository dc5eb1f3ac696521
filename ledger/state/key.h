// A state key: one byte of key space, then fixed-width big-endian parts or strings with a u16
// length before them. Built once, in one place per table (tables.h of the module).
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <string_view>

#include "crypto/hash/hash.h"
#include "ledger/base/big_endian.h"
#include "ledger/base/id.h"
#include "ledger/state/key_space.h"

namespace tanji::ledger {

class KeyBuilder {
 public:
  explicit KeyBuilder(KeySpace space) { bytes_.push_back(static_cast<char>(space)); }

  void Append(std::string_view text) {
    assert(text.size() <= 0xffff);
    AppendU16(static_cast<std::uint16_t>(text.size()), bytes_);
    bytes_.append(text);
  }
  void Append(const std::string& text) { Append(std::string_view(text)); }
  void Append(const crypto::Hash& hash) { bytes_.append(hash.view()); }
  void Append(const Id& id) { bytes_.append(id.view()); }
  void Append(std::uint32_t number) { AppendU32(number, bytes_); }
  void Append(std::uint64_t number) { AppendU64(number, bytes_); }

  std::string Take() && { return std::move(bytes_); }

 private:
  std::string bytes_;
};

template <class... Parts>
std::string MakeKey(KeySpace space, const Parts&... parts) {
  KeyBuilder builder(space);
  (builder.Append(parts), ...);
  return std::move(builder).Take();
}

}  // namespace tanji::ledger
