#include "client/cli/json_message.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/reflection.h>
#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <cassert>
#include <cctype>
#include <charconv>

#include "client/cli/messages.h"
#include "client/cli/time_text.h"
#include "crypto/hash/hex.h"

namespace tanji::client::cli {
namespace {

using google::protobuf::EnumDescriptor;
using google::protobuf::EnumValueDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using Kind = JsonNode::Kind;

// "PARTICIPANT_KIND_" of enum ParticipantKind.
std::string PrefixOf(const EnumDescriptor& type) {
  const std::string& zero = type.value(0)->name();
  constexpr std::string_view kUnspecified = "UNSPECIFIED";
  if (zero.ends_with(kUnspecified)) return zero.substr(0, zero.size() - kUnspecified.size());
  return "";
}

// Reads into one field of one message.
class FieldReader {
 public:
  FieldReader(const JsonSource& source, Message& message, const FieldDescriptor& field,
              std::string path)
      : source_(source), message_(message), field_(field), path_(std::move(path)) {}

  Done Read(const JsonNode& node) {
    if (node.kind == Kind::kNull) return {};  // protobuf's mapping: as if it were not there
    if (!field_.is_repeated()) return ReadOne(node);
    if (node.kind != Kind::kList) return Wrong(node, "[…]");
    const std::string path = path_;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      path_ = path + "[" + std::to_string(i) + "]";
      if (node.children[i].kind == Kind::kNull) return Wrong(node.children[i], "[…]");
      TANJI_TRY(ReadOne(node.children[i]));
    }
    return {};
  }

 private:
  const google::protobuf::Reflection& reflection() const { return *message_.GetReflection(); }

  Error Wrong(const JsonNode& node, std::string expected) const {
    constexpr std::string_view kShapes[] = {"null", "", "", "", "[…]", "{…}"};
    const std::string shown =
        node.text.empty() ? std::string(kShapes[static_cast<int>(node.kind)]) : node.text;
    return Error(kJsonValue, {{"file", source_.file},
                              {"line", std::to_string(node.line)},
                              {"field", path_},
                              {"value", shown},
                              {"expected", std::move(expected)}});
  }

  Done ReadOne(const JsonNode& node) {
    switch (field_.cpp_type()) {
      case FieldDescriptor::CPPTYPE_MESSAGE:
        if (node.kind != Kind::kObject) return Wrong(node, "{…}");
        return ReadMessage(node);
      case FieldDescriptor::CPPTYPE_STRING:
        return field_.type() == FieldDescriptor::TYPE_BYTES ? ReadBytes(node) : ReadText(node);
      case FieldDescriptor::CPPTYPE_ENUM:
        return ReadEnum(node);
      case FieldDescriptor::CPPTYPE_BOOL:
        if (node.kind != Kind::kBool) return Wrong(node, "true | false");
        return Put(&google::protobuf::Reflection::SetBool, &google::protobuf::Reflection::AddBool,
                   node.text == "true");
      case FieldDescriptor::CPPTYPE_INT32:
        return ReadNumber<std::int32_t>(node, &google::protobuf::Reflection::SetInt32,
                                        &google::protobuf::Reflection::AddInt32);
      case FieldDescriptor::CPPTYPE_UINT32:
        return ReadNumber<std::uint32_t>(node, &google::protobuf::Reflection::SetUInt32,
                                         &google::protobuf::Reflection::AddUInt32);
      case FieldDescriptor::CPPTYPE_UINT64:
        return ReadNumber<std::uint64_t>(node, &google::protobuf::Reflection::SetUInt64,
                                         &google::protobuf::Reflection::AddUInt64);
      case FieldDescriptor::CPPTYPE_INT64:
        if (field_.name().ends_with("_time") && node.kind == Kind::kText) return ReadTime(node);
        return ReadNumber<std::int64_t>(node, &google::protobuf::Reflection::SetInt64,
                                        &google::protobuf::Reflection::AddInt64);
      default:
        break;
    }
    assert(false && "the schema has no such type");
    return Wrong(node, "?");
  }

  Done ReadMessage(const JsonNode& node) {
    Message* const inner = field_.is_repeated() ? reflection().AddMessage(&message_, &field_)
                                                : reflection().MutableMessage(&message_, &field_);
    return ReadFields(node, source_, path_, *inner);
  }

  Done ReadText(const JsonNode& node) {
    if (node.kind != Kind::kText) return Wrong(node, "\"…\"");
    return PutText(node.text);
  }

  Done ReadBytes(const JsonNode& node) {
    if (node.kind != Kind::kText) return Wrong(node, "base64");
    constexpr std::string_view kHex = "hex:";
    const auto bytes = node.text.starts_with(kHex)
                           ? crypto::FromHex(std::string_view(node.text).substr(kHex.size()))
                           : crypto::FromBase64(node.text);
    if (!bytes) return Wrong(node, "base64, hex:…");
    return PutText(*bytes);
  }

  Done ReadEnum(const JsonNode& node) {
    const EnumDescriptor& type = *field_.enum_type();
    const EnumValueDescriptor* value = nullptr;
    if (node.kind == Kind::kText) value = FindEnumValue(type, node.text);
    if (node.kind == Kind::kNumber) {
      int number = 0;
      if (ParseInteger(node.text, number)) value = type.FindValueByNumber(number);
    }
    if (value == nullptr) return Wrong(node, EnumChoices(type));
    if (field_.is_repeated()) {
      reflection().AddEnum(&message_, &field_, value);
    } else {
      reflection().SetEnum(&message_, &field_, value);
    }
    return {};
  }

  Done ReadTime(const JsonNode& node) {
    std::int64_t number = 0;
    if (ParseInteger(node.text, number)) {
      return Put(&google::protobuf::Reflection::SetInt64, &google::protobuf::Reflection::AddInt64,
                 number);
    }
    const auto time = ParseTimeText(node.text, source_.offset, DayEdge::kStart, field_.name());
    if (!time.ok()) return Wrong(node, "2026-03-01, 2026-03-01T08:00:00+08:00");
    return Put(&google::protobuf::Reflection::SetInt64, &google::protobuf::Reflection::AddInt64,
               *time);
  }

  template <class Number>
  static bool ParseInteger(std::string_view text, Number& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size();
  }

  template <class Number, class Set, class Add>
  Done ReadNumber(const JsonNode& node, Set set, Add add) {
    Number number = 0;
    // protobuf's mapping: 64-bit numbers are written as strings, too.
    const bool may = node.kind == Kind::kNumber || node.kind == Kind::kText;
    if (!may || !ParseInteger(node.text, number)) {
      return Wrong(node, std::to_string(std::numeric_limits<Number>::min()) + " … " +
                             std::to_string(std::numeric_limits<Number>::max()));
    }
    return Put(set, add, number);
  }

  template <class Set, class Add, class Value>
  Done Put(Set set, Add add, Value value) {
    if (field_.is_repeated()) {
      (reflection().*add)(&message_, &field_, value);
    } else {
      (reflection().*set)(&message_, &field_, value);
    }
    return {};
  }

  Done PutText(const std::string& value) {
    if (field_.is_repeated()) {
      reflection().AddString(&message_, &field_, value);
    } else {
      reflection().SetString(&message_, &field_, value);
    }
    return {};
  }

 public:
  static Done ReadFields(const JsonNode& node, const JsonSource& source, const std::string& path,
                         Message& message);

 private:
  const JsonSource& source_;
  Message& message_;
  const FieldDescriptor& field_;
  std::string path_;
};

const FieldDescriptor* FindField(const google::protobuf::Descriptor& type,
                                 const std::string& name) {
  const auto* const field = type.FindFieldByName(name);
  if (field != nullptr) return field;
  for (int i = 0; i < type.field_count(); ++i) {
    if (type.field(i)->json_name() == name) return type.field(i);
  }
  return nullptr;
}

std::string FieldChoices(const google::protobuf::Descriptor& type) {
  std::string out;
  for (int i = 0; i < type.field_count(); ++i) {
    out.append(out.empty() ? "" : ", ").append(type.field(i)->name());
  }
  return out;
}

Done FieldReader::ReadFields(const JsonNode& node, const JsonSource& source,
                             const std::string& path, Message& message) {
  const auto& type = *message.GetDescriptor();
  const auto& reflection = *message.GetReflection();
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const std::string& name = node.names[i];
    const auto* const field = FindField(type, name);
    const std::string field_path = path.empty() ? name : path + "." + name;
    Detail where{
        {"file", source.file}, {"line", std::to_string(node.name_lines[i])}, {"field", field_path}};
    if (field == nullptr) {
      where.emplace_back("choices", FieldChoices(type));
      return Error(kJsonUnknownField, std::move(where));
    }
    const auto* const oneof = field->real_containing_oneof();
    const bool taken = oneof != nullptr       ? reflection.HasOneof(message, oneof)
                       : field->is_repeated() ? reflection.FieldSize(message, field) > 0
                                              : reflection.HasField(message, field);
    if (taken) return Error(kJsonRepeatedField, std::move(where));
    TANJI_TRY(FieldReader(source, message, *field, field_path).Read(node.children[i]));
  }
  return {};
}

}  // namespace

Done ReadJsonMessage(const JsonNode& node, const JsonSource& source, Message& message) {
  if (node.kind != Kind::kObject) {
    return Error(kJsonValue, {{"file", source.file},
                              {"line", std::to_string(node.line)},
                              {"field", message.GetDescriptor()->name()},
                              {"value", node.text},
                              {"expected", "{…}"}});
  }
  return FieldReader::ReadFields(node, source, "", message);
}

Done ReadJsonMessage(std::string_view text, const JsonSource& source, Message& message) {
  TANJI_ASSIGN(const JsonNode node, ParseJsonLines(text, source.file));
  return ReadJsonMessage(node, source, message);
}

nlohmann::ordered_json ToJson(const Message& message) {
  google::protobuf::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  std::string text;
  const auto status = google::protobuf::util::MessageToJsonString(message, &text, options);
  assert(status.ok());
  (void)status;
  return nlohmann::ordered_json::parse(text, nullptr, /*allow_exceptions=*/false);
}

const EnumValueDescriptor* FindEnumValue(const EnumDescriptor& type, std::string_view name) {
  std::string wanted;
  for (const char c : name) {
    wanted.push_back(c == '-' ? '_'
                              : static_cast<char>(std::toupper(static_cast<unsigned char>(c))));
  }
  const std::string prefix = PrefixOf(type);
  for (int i = 0; i < type.value_count(); ++i) {
    const auto* const value = type.value(i);
    if (value->number() == 0) continue;
    if (value->name() == wanted || value->name() == prefix + wanted) return value;
  }
  return nullptr;
}

std::string EnumChoices(const EnumDescriptor& type) {
  const std::string prefix = PrefixOf(type);
  std::string out;
  for (int i = 0; i < type.value_count(); ++i) {
    const auto* const value = type.value(i);
    if (value->number() == 0) continue;
    out.append(out.empty() ? "" : ", ").append(value->name().substr(prefix.size()));
  }
  return out;
}

}  // namespace tanji::client::cli
