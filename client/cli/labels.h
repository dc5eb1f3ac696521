// The words for fields and values of the ledger's messages, in both languages. A test walks the
// schema and fails where one is missing, so that whatever is signed can be read first.
#pragma once

#include <string>

#include "client/sdk/text.h"

namespace google::protobuf {
class EnumValueDescriptor;
class FieldDescriptor;
class Message;
}  // namespace google::protobuf

namespace tanji::client::cli {

// nullptr where there is none.
const Text* FieldLabel(const google::protobuf::FieldDescriptor& field);
const Text* ValueLabel(const google::protobuf::EnumValueDescriptor& value);

// The label, or the schema's own name.
std::string FieldWord(const google::protobuf::FieldDescriptor& field, Language language);
// Of the field of this name, which `message` has.
std::string FieldWord(const google::protobuf::Message& message, const char* field,
                      Language language);
std::string ValueWord(const google::protobuf::EnumValueDescriptor& value, Language language);

}  // namespace tanji::client::cli
