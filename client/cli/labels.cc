#include "client/cli/labels.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <algorithm>

#include "client/cli/labels/tables.h"

namespace tanji::client::cli {
namespace {

const Text* Find(std::span<const Label> LabelTable::*part, std::string_view name) {
  for (const auto& table : LabelTables()) {
    const auto labels = table.*part;
    const auto found = std::ranges::lower_bound(labels, name, {}, &Label::name);
    if (found != labels.end() && found->name == name) return &found->text;
  }
  return nullptr;
}

}  // namespace

std::span<const LabelTable> LabelTables() {
  static const LabelTable tables[] = {
      FoundationLabels(), ValueLabels(),      FactorsLabels(),      SchemesLabels(),
      ProductsLabels(),   FootprintsLabels(), VerificationLabels(), CertificationLabels()};
  return tables;
}

const Text* FieldLabel(const google::protobuf::FieldDescriptor& field) {
  const auto* const special =
      Find(&LabelTable::fields, field.containing_type()->name() + "." + field.name());
  return special != nullptr ? special : Find(&LabelTable::fields, field.name());
}

const Text* ValueLabel(const google::protobuf::EnumValueDescriptor& value) {
  return Find(&LabelTable::values, value.name());
}

std::string FieldWord(const google::protobuf::FieldDescriptor& field, Language language) {
  const Text* const label = FieldLabel(field);
  return label != nullptr ? std::string(label->In(language)) : field.name();
}

std::string FieldWord(const google::protobuf::Message& message, const char* field,
                      Language language) {
  return FieldWord(*message.GetDescriptor()->FindFieldByName(field), language);
}

std::string ValueWord(const google::protobuf::EnumValueDescriptor& value, Language language) {
  const Text* const label = ValueLabel(value);
  return label != nullptr ? std::string(label->In(language)) : value.name();
}

}  // namespace tanji::client::cli
