// Whatever is signed or shown has words in both languages.
#include "client/cli/labels.h"

#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <set>

#include "client/cli/labels/tables.h"
#include "client/cli/render.h"
#include "client/cli/writing.h"
#include "ledger/base/id.h"
#include "tanji/v1/answer.pb.h"
#include "tanji/v1/log.pb.h"
#include "tests/client/sdk/fake_ledger.h"

namespace tanji::client::cli {
namespace {

using google::protobuf::Descriptor;

// Every message that can be reached from `type`.
void Collect(const Descriptor& type, std::set<const Descriptor*>& types) {
  if (!types.insert(&type).second) return;
  for (int i = 0; i < type.field_count(); ++i) {
    if (const auto* inner = type.field(i)->message_type()) Collect(*inner, types);
  }
}

std::set<const Descriptor*> ShownTypes() {
  std::set<const Descriptor*> types;
  for (const auto* type : {v1::TransactionBody::descriptor(),
                           v1::Transaction::descriptor(),
                           v1::LogEntry::descriptor(),
                           v1::Document::descriptor(),
                           v1::Participant::descriptor(),
                           v1::Key::descriptor(),
                           v1::Ballot::descriptor(),
                           v1::BallotVote::descriptor(),
                           v1::Accreditation::descriptor(),
                           v1::Licence::descriptor(),
                           v1::StatusRecord::descriptor(),
                           v1::Facility::descriptor(),
                           v1::Product::descriptor(),
                           v1::YieldBound::descriptor(),
                           v1::Lot::descriptor(),
                           v1::LotBalance::descriptor(),
                           v1::HarvestConfirmation::descriptor(),
                           v1::Answer::descriptor(),
                           v1::Scheme::descriptor(),
                           v1::SchemeProgress::descriptor(),
                           v1::SchemeTerms::descriptor(),
                           v1::SerialPrefix::descriptor(),
                           v1::SchemeVersion::descriptor(),
                           v1::SchemeVersionProgress::descriptor(),
                           v1::GwpSet::descriptor(),
                           v1::Dataset::descriptor(),
                           v1::DatasetProgress::descriptor(),
                           v1::Factor::descriptor(),
                           v1::Footprint::descriptor(),
                           v1::FootprintProgress::descriptor(),
                           v1::FootprintLine::descriptor(),
                           v1::FootprintLineResult::descriptor(),
                           v1::FootprintResult::descriptor(),
                           v1::FootprintReferences::descriptor(),
                           v1::Correction::descriptor(),
                           v1::OpenCorrections::descriptor(),
                           v1::Statement::descriptor(),
                           v1::StatementFinding::descriptor(),
                           v1::StatementSample::descriptor(),
                           v1::Engagement::descriptor(),
                           v1::Certificate::descriptor(),
                           v1::CertificateProgress::descriptor(),
                           v1::CertificateSurveillance::descriptor(),
                           v1::Label::descriptor(),
                           v1::LabelProgress::descriptor(),
                           v1::LabelReport::descriptor(),
                           v1::ReleaseConfirmation::descriptor()}) {
    Collect(*type, types);
  }
  return types;
}

TEST(Labels, EveryFieldHasOne) {
  for (const auto* type : ShownTypes()) {
    for (int i = 0; i < type->field_count(); ++i) {
      EXPECT_NE(FieldLabel(*type->field(i)), nullptr) << type->field(i)->full_name();
    }
  }
}

TEST(Labels, EveryValueHasOne) {
  for (const auto* type : ShownTypes()) {
    for (int i = 0; i < type->field_count(); ++i) {
      const auto* values = type->field(i)->enum_type();
      // The ledger has texts of its own for its codes.
      if (values == nullptr || values->name() == "Code") continue;
      for (int v = 0; v < values->value_count(); ++v) {
        if (values->value(v)->number() == 0) continue;
        EXPECT_NE(ValueLabel(*values->value(v)), nullptr) << values->value(v)->full_name();
      }
    }
  }
}

TEST(Labels, StandInOneTableEach) {
  std::set<std::string_view> fields, values;
  for (const auto& table : LabelTables()) {
    for (const auto& label : table.fields)
      EXPECT_TRUE(fields.insert(label.name).second) << label.name;
    for (const auto& label : table.values)
      EXPECT_TRUE(values.insert(label.name).second) << label.name;
  }
}

// --- Nothing hides from whoever signs
// ------------------------------------------------------------

void FillIn(google::protobuf::Message& message, int& number);

void FillInField(google::protobuf::Message& message, const google::protobuf::FieldDescriptor& field,
                 int& number) {
  using Field = google::protobuf::FieldDescriptor;
  const auto& reflection = *message.GetReflection();
  const bool many = field.is_repeated();
  const std::string text = "value" + std::to_string(++number);
  switch (field.cpp_type()) {
    case Field::CPPTYPE_MESSAGE:
      FillIn(*(many ? reflection.AddMessage(&message, &field)
                    : reflection.MutableMessage(&message, &field)),
             number);
      break;
    case Field::CPPTYPE_STRING:
      many ? reflection.AddString(&message, &field, text)
           : reflection.SetString(&message, &field, text);
      break;
    case Field::CPPTYPE_ENUM: {
      const auto* value = field.enum_type()->value(1);
      many ? reflection.AddEnum(&message, &field, value)
           : reflection.SetEnum(&message, &field, value);
      break;
    }
    case Field::CPPTYPE_INT64:
      reflection.SetInt64(&message, &field, 1000 + number);
      break;
    case Field::CPPTYPE_UINT64:
      reflection.SetUInt64(&message, &field, 1000u + static_cast<unsigned>(number));
      break;
    case Field::CPPTYPE_INT32:
      reflection.SetInt32(&message, &field, -1000 - number);
      break;
    case Field::CPPTYPE_UINT32:
      reflection.SetUInt32(&message, &field, 1000u + static_cast<unsigned>(number));
      break;
    case Field::CPPTYPE_BOOL:
      reflection.SetBool(&message, &field, true);
      break;
    default:
      FAIL() << field.full_name();
  }
}

// Sets every field but the other arms of a oneof.
void FillIn(google::protobuf::Message& message, int& number) {
  const auto& type = *message.GetDescriptor();
  for (int i = 0; i < type.field_count(); ++i) {
    const auto* oneof = type.field(i)->real_containing_oneof();
    if (oneof != nullptr && message.GetReflection()->HasOneof(message, oneof)) continue;
    FillInField(message, *type.field(i), number);
  }
}

// The text has a word for each field that is set, and each value.
void ExpectShown(const google::protobuf::Message& message, const std::string& text,
                 const Style& style) {
  std::vector<const google::protobuf::FieldDescriptor*> fields;
  const auto& reflection = *message.GetReflection();
  reflection.ListFields(message, &fields);
  for (const auto* field : fields) {
    EXPECT_NE(text.find(FieldWord(*field, style.language)), std::string::npos)
        << field->full_name();
    using Field = google::protobuf::FieldDescriptor;
    if (field->cpp_type() == Field::CPPTYPE_MESSAGE) {
      ExpectShown(field->is_repeated() ? reflection.GetRepeatedMessage(message, field, 0)
                                       : reflection.GetMessage(message, field),
                  text, style);
    } else if (field->type() == Field::TYPE_STRING && !field->is_repeated()) {
      EXPECT_NE(text.find(reflection.GetString(message, field)), std::string::npos)
          << field->full_name();
    } else if (field->type() == Field::TYPE_UINT64) {
      EXPECT_NE(text.find(std::to_string(reflection.GetUInt64(message, field))), std::string::npos)
          << field->full_name();
    }
  }
}

TEST(RenderTransaction, ShowsEveryFieldOfEveryOperation) {
  const auto& oneof = *v1::Operation::descriptor()->oneof_decl(0);
  for (int arm = 0; arm < oneof.field_count(); ++arm) {
    TransactionBuilder builder(std::string(kChain), "participants/std-body", 1'795'308'584'000);
    int number = 0;
    FillInField(builder.Add(), *oneof.field(arm), number);
    const auto body = builder.Body();
    ASSERT_TRUE(body.ok()) << body.error().Message(Language::kEn);
    const auto transaction = *ParseTransaction(*Assemble(*body, {}));
    for (const auto language : {Language::kZh, Language::kEn}) {
      Style style;
      style.language = language;
      const std::string text = RenderTransaction(transaction, style).Print();
      ExpectShown(transaction.body.operations(0), text, style);
      EXPECT_NE(text.find("participants/std-body"), std::string::npos);
      EXPECT_NE(text.find(transaction.id().Hex()), std::string::npos);
      EXPECT_NE(text.find(std::string(kChain)), std::string::npos);
    }
  }
}

TEST(RenderTransaction, HostileTextStaysText) {
  TransactionBuilder builder(std::string(kChain), "participants/a", 1);
  builder.Add().mutable_execute_ballot()->set_ballot("x\n\x1b[1A\u202e");
  const auto transaction = *ParseTransaction(*Assemble(*builder.Body(), {}));
  const std::string text = RenderTransaction(transaction, Style()).Print();
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_NE(text.find("x\\x0a\\x1b[1A\\u{202e}"), std::string::npos);
}

TEST(PickText, FallsBackToTheOtherLanguageAndSaysSo) {
  v1::BilingualText text;
  text.set_zh("农场");
  Style en;
  EXPECT_EQ(PickText(text, en), "农场 (in Chinese)");
  Style zh;
  zh.language = Language::kZh;
  EXPECT_EQ(PickText(text, zh), "农场");
}

TEST(CreatedNames, AreThoseTheLedgerDerives) {
  v1::TransactionBody body;
  body.add_operations()->mutable_execute_ballot();
  body.add_operations()->mutable_grant_licence();
  body.add_operations()->mutable_register_participant()->set_id("bt-farm-07");
  body.add_operations()->mutable_register_participant()->set_id("NOT AN ID");
  body.add_operations()->mutable_register_facility()->set_id("orchard-1");
  body.add_operations()->mutable_register_product()->set_id("mango");
  body.add_operations()->mutable_register_harvest()->set_id("mango-2025");
  body.add_operations()->mutable_derive_lot()->set_id("mango-2025-a");
  body.add_operations()->mutable_derive_lot()->set_id("NOT AN ID");
  body.set_author("participants/bt-farm-07");
  const auto id = crypto::Sha256("t");
  EXPECT_EQ(CreatedNames(id, body),
            (std::vector<std::string>{
                "", "licences/" + ledger::DeriveId(id, 1, 0).Text(), "participants/bt-farm-07", "",
                "participants/bt-farm-07/facilities/orchard-1",
                "participants/bt-farm-07/products/mango", "participants/bt-farm-07/lots/mango-2025",
                "participants/bt-farm-07/lots/mango-2025-a", ""}));
}

}  // namespace
}  // namespace tanji::client::cli
