#include "client/cli/render.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/reflection.h>

#include "client/cli/labels.h"
#include "client/cli/time_text.h"
#include "crypto/hash/hex.h"
#include "ledger/base/outcome_text.h"
#include "tanji/v1/answer.pb.h"
#include "tanji/v1/status.pb.h"

namespace tanji::client::cli {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr Text kTransactionId{"交易编号", "transaction id"};
constexpr Text kNoSignatures{"（尚无签名）", "(none yet)"};
constexpr Text kOperationNumber{"第 {number} 项操作：{what}", "Operation {number}: {what}"};
constexpr Text kYes{"是", "yes"};
constexpr Text kNo{"否", "no"};
constexpr Text kOtherLanguage{"{text}（英文）", "{text} (in Chinese)"};

class Renderer {
 public:
  explicit Renderer(const Style& style) : style_(style) {}

  void Fields(const Message& message, int depth) {
    const auto& type = *message.GetDescriptor();
    for (int i = 0; i < type.field_count(); ++i) {
      if (IsShown(message, *type.field(i))) Field(message, *type.field(i), depth);
    }
  }

  Sheet Take() && { return std::move(sheet_); }

 private:
  // Whatever is set; and where a default says something, "no" and "not in force", that too.
  static bool IsShown(const Message& message, const FieldDescriptor& field) {
    const auto& reflection = *message.GetReflection();
    if (field.is_repeated()) return reflection.FieldSize(message, &field) > 0;
    // People name intervals by their number; the first is 0.
    if (field.name() == "number" && field.containing_type() == v1::StatusAnswer::descriptor()) {
      return static_cast<const v1::StatusAnswer&>(message).has_interval();
    }
    if (field.real_containing_oneof() == nullptr) {
      if (field.cpp_type() == FieldDescriptor::CPPTYPE_BOOL) return true;
      if (field.enum_type() == v1::StatusKind_descriptor()) return true;
    }
    return reflection.HasField(message, &field);
  }

  // A code of the ledger that is kept as a number.
  static bool IsCode(const FieldDescriptor& field) {
    return field.name() == "refusal" &&
           field.containing_type() == v1::ThresholdAnswer::descriptor();
  }

  void Field(const Message& message, const FieldDescriptor& field, int depth) {
    const auto& reflection = *message.GetReflection();
    const std::string label = FieldWord(field, style_.language);
    const bool is_message = field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
    if (is_message && !field.is_repeated()) {
      sheet_.Head(label, depth);
      Fields(reflection.GetMessage(message, &field), depth + 1);
    } else if (is_message) {
      for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
        sheet_.Head(label + " " + std::to_string(i), depth);
        Fields(reflection.GetRepeatedMessage(message, &field, i), depth + 1);
      }
    } else if (field.is_repeated()) {
      std::string values;
      for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
        values += (i == 0 ? "" : ", ") + Value(message, field, i);
      }
      sheet_.Add(label, values, depth);
    } else {
      const std::string value = Value(message, field, -1);
      // An empty optional value is there and says so.
      sheet_.Add(label, value.empty() ? "\"\"" : value, depth);
    }
  }

  // Item `index` of a repeated field, or the one value where index is negative.
  std::string Value(const Message& message, const FieldDescriptor& field, int index) const {
    const auto& reflection = *message.GetReflection();
    const bool one = index < 0;
    switch (field.cpp_type()) {
      case FieldDescriptor::CPPTYPE_STRING: {
        const std::string value = one ? reflection.GetString(message, &field)
                                      : reflection.GetRepeatedString(message, &field, index);
        return field.type() == FieldDescriptor::TYPE_BYTES ? crypto::ToHex(value) : Safe(value);
      }
      case FieldDescriptor::CPPTYPE_ENUM:
        return EnumValue(field, one ? reflection.GetEnumValue(message, &field)
                                    : reflection.GetRepeatedEnumValue(message, &field, index));
      case FieldDescriptor::CPPTYPE_INT64: {
        const auto value = one ? reflection.GetInt64(message, &field)
                               : reflection.GetRepeatedInt64(message, &field, index);
        const bool is_time = field.name() == "time" || field.name().ends_with("_time");
        return is_time ? ShowTime(value, style_.offset) : std::to_string(value);
      }
      case FieldDescriptor::CPPTYPE_INT32:
        return std::to_string(one ? reflection.GetInt32(message, &field)
                                  : reflection.GetRepeatedInt32(message, &field, index));
      case FieldDescriptor::CPPTYPE_UINT32:
        if (IsCode(field)) {
          return std::string(
              ledger::CodeName(static_cast<v1::Code>(reflection.GetUInt32(message, &field))));
        }
        return std::to_string(one ? reflection.GetUInt32(message, &field)
                                  : reflection.GetRepeatedUInt32(message, &field, index));
      case FieldDescriptor::CPPTYPE_UINT64:
        return std::to_string(one ? reflection.GetUInt64(message, &field)
                                  : reflection.GetRepeatedUInt64(message, &field, index));
      case FieldDescriptor::CPPTYPE_BOOL:
        return style_.Say(reflection.GetBool(message, &field) ? kYes : kNo);
      default:
        return "?";
    }
  }

  std::string EnumValue(const FieldDescriptor& field, int number) const {
    const auto* const value = field.enum_type()->FindValueByNumber(number);
    return value != nullptr ? style_.Word(*value) : std::to_string(number);
  }

  const Style& style_;
  Sheet sheet_;
};

Sheet RenderOperation(const v1::Operation& operation, int number, const Style& style) {
  const auto* const arm = operation.GetReflection()->GetOneofFieldDescriptor(
      operation, v1::Operation::descriptor()->oneof_decl(0));
  Sheet sheet;
  const std::string what = arm != nullptr ? FieldWord(*arm, style.language) : "?";
  sheet.Head(style.Say(kOperationNumber, {{"number", std::to_string(number)}, {"what", what}}));
  if (arm != nullptr) {
    sheet.Append(RenderMessage(operation.GetReflection()->GetMessage(operation, arm), style), 1);
  }
  return sheet;
}

}  // namespace

std::string Style::Word(const google::protobuf::EnumValueDescriptor& value) const {
  return ValueWord(value, language);
}

Sheet RenderMessage(const Message& message, const Style& style) {
  Renderer renderer(style);
  renderer.Fields(message, 0);
  return std::move(renderer).Take();
}

Sheet RenderTransaction(const OpenTransaction& transaction, const Style& style) {
  Sheet sheet;
  sheet.Add(style.Say(kTransactionId), transaction.id().Hex());
  v1::TransactionBody envelope = transaction.body;
  envelope.clear_operations();
  sheet.Append(RenderMessage(envelope, style), 0);
  for (int i = 0; i < transaction.body.operations_size(); ++i) {
    sheet.Append(RenderOperation(transaction.body.operations(i), i, style), 0);
  }
  std::string signers;
  for (const auto& signature : transaction.signatures) {
    signers += (signers.empty() ? "" : ", ") + crypto::ToHex(signature.key_id());
  }
  const auto* const label = v1::Transaction::descriptor()->FindFieldByName("signatures");
  sheet.Add(FieldWord(*label, style.language),
            signers.empty() ? style.Say(kNoSignatures) : signers);
  return sheet;
}

std::string PickText(const v1::BilingualText& text, const Style& style) {
  const bool zh = style.language == Language::kZh;
  const std::string& own = zh ? text.zh() : text.en();
  if (!own.empty()) return Safe(own);
  const std::string& other = zh ? text.en() : text.zh();
  return other.empty() ? "" : style.Say(kOtherLanguage, {{"text", Safe(other)}});
}

}  // namespace tanji::client::cli
