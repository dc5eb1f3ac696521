#include "tests/property/model/records.h"

namespace tanji::property {

KeyOf& KeyOf::Text(std::string_view text) {
  bytes.push_back(static_cast<char>(text.size() >> 8));
  bytes.push_back(static_cast<char>(text.size() & 0xff));
  bytes.append(text);
  return *this;
}

KeyOf& KeyOf::Raw(std::string_view raw) {
  bytes.append(raw);
  return *this;
}

KeyOf& KeyOf::Number(std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) {
    bytes.push_back(static_cast<char>(number >> shift & 0xff));
  }
  return *this;
}

// No record has a map, so that there is one way to write it.
std::string BytesOf(const google::protobuf::Message& message) {
  return message.SerializeAsString();
}

}  // namespace tanji::property
