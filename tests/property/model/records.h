// The state as the model expects it: which record lies under which key.
#pragma once

#include <google/protobuf/message.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "ledger/state/key_space.h"

namespace tanji::property {

using ledger::KeySpace;
using Records = std::map<std::string, std::string>;

// The parts of a key, told from the format: a text has its u16 length before it, a UUID and a hash
// are raw, a number is big-endian.
struct KeyOf {
  explicit KeyOf(KeySpace space) : bytes(1, static_cast<char>(space)) {}
  KeyOf& Text(std::string_view text);
  KeyOf& Raw(std::string_view raw);
  KeyOf& Number(std::uint32_t number);

  std::string bytes;
};

std::string BytesOf(const google::protobuf::Message& message);

}  // namespace tanji::property
