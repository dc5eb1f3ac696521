// Between JSON that people and scripts handle and protobuf messages.
//
// Reading accepts protobuf's JSON mapping, with field names as in the .proto files or in
// lowerCamelCase, and beyond it what makes files writable by hand: comments; times (fields that end
// in `_time`) as RFC 3339 or as a date, which is the start of that day; bytes as `hex:` and
// hexadecimal digits; enum values without their prefix. An unknown field is refused, with its line.
//
// Writing is protobuf's JSON mapping with the field names of the .proto files.
#pragma once

#include <google/protobuf/message.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "client/cli/json_lines.h"
#include "client/sdk/result.h"
#include "ledger/base/timestamp.h"

namespace tanji::client::cli {

struct JsonSource {
  std::string file;  // for messages
  ledger::UtcOffset offset;
};

// Sets the fields that `node` names; `message` should be empty.
Done ReadJsonMessage(const JsonNode& node, const JsonSource& source,
                     google::protobuf::Message& message);
// The same of a text that is one JSON object.
Done ReadJsonMessage(std::string_view text, const JsonSource& source,
                     google::protobuf::Message& message);

nlohmann::ordered_json ToJson(const google::protobuf::Message& message);

// The value of `name` among those of an enum, with or without their common prefix, in any case and
// with - for _; nullptr if there is none. The value 0 (UNSPECIFIED) is none.
const google::protobuf::EnumValueDescriptor* FindEnumValue(
    const google::protobuf::EnumDescriptor& type, std::string_view name);
// "BODY, ACCREDITOR, …": what may be written.
std::string EnumChoices(const google::protobuf::EnumDescriptor& type);

}  // namespace tanji::client::cli
