// LabelsService over gRPC: what its calls answer of a ledger in which something has happened.
#include "tests/ledger/modules/membership/grants.h"
#include "tests/node/grpc/audited_node.h"

namespace tanji::node {
namespace {

using ledger::testing::Op;
using testing_support::Call;
using testing_support::ExpectRefused;
using testing_support::SignNow;

class LabelsServiceTest : public testing_support::AuditedNodeTest {
 protected:
  // The name.
  std::string Certify() {
    const auto statement = Created(Issue(), ledger::kStatementsCollection);
    Do("zone", {Op(ledger::testing::Registration("certifier", {v1::PARTICIPANT_KIND_CERTIFIER}))});
    AddKey("certifier", 1, v1::PERMISSION_CERTIFY);
    AddKey("certifier", 2, v1::PERMISSION_CERTIFY);
    AddKey("farm", 1, v1::PERMISSION_RELEASE_LABELS);
    v1::IssueCertificate message;
    message.set_statement(statement);
    message.set_scheme_version(std::string(ledger::testing::kFirstVersion));
    message.set_accreditation(Granted("cnas", CertifierAccreditation(), "accreditations"));
    message.set_licence(Granted("body-hn", PilotLicence(), "licences"));
    message.set_sub_scope("ISO 14067");
    message.add_evaluators("h2");
    message.set_decision_maker("h1");
    const auto today = ledger::DayInChina(node::SystemClock().WallMs());
    message.set_valid_from_day(ledger::ToText(today));
    message.set_valid_until_day(ledger::ToText(ledger::AddDays(today, 300).value()));
    *message.mutable_decision() = ledger::testing::Text("准予认证", "granted");
    message.set_impartial(true);
    return Granted("certifier", message, "certificates", {1, 2});
  }
  template <class Message>
  std::string Granted(const char* author, const Message& message, const char* collection,
                      const std::vector<int>& keys = {0}) {
    const auto result = Submit(SignNow(author, {Op(message)}, keys));
    EXPECT_EQ(result.fate(), v1::FATE_APPLIED) << v1::Code_Name(result.code());
    return Created(result, collection);
  }
  static v1::GrantAccreditation CertifierAccreditation() {
    auto message = ledger::testing::PilotAccreditation("certifier");
    message.mutable_scope()->set_activity(v1::ACTIVITY_CERTIFICATION);
    message.mutable_scope()->clear_assurance_levels();
    return message;
  }
  static v1::GrantLicence PilotLicence() {
    auto message = ledger::testing::Licence("certifier");
    message.set_scheme(std::string(ledger::testing::kPilot));
    return message;
  }
  void Release(const std::string& certificate) {
    v1::ReleaseLabel message;
    message.set_certificate(certificate);
    message.set_lot(ledger::testing::LotName("h25"));
    *message.mutable_mass() = ledger::testing::Amounting("300", "kg");
    message.mutable_unit_serials()->set_count(30);
    message.set_market("CN");
    const auto result = Submit(SignNow("farm", {Op(message)}, {1}));
    EXPECT_EQ(result.fate(), v1::FATE_APPLIED) << v1::Code_Name(result.code());
  }
  void AddKey(const char* participant, int number, v1::Permission permission) {
    v1::AddKey message;
    *message.mutable_key() = ledger::testing::Grant(participant, number, {permission});
    Do(participant, {Op(message)});
  }
};

TEST_F(LabelsServiceTest, CertificatesAndLabels) {
  Start();
  Declare();
  PublishPilot();
  Accredit();
  v1::GetCertificateRequest get;
  get.set_name(Certify());
  v1::GetCertificateResponse certificate;
  ASSERT_TRUE(labels_->GetCertificate(std::make_unique<Call>().get(), get, &certificate).ok());
  EXPECT_EQ(certificate.certificate().producer(), "participants/farm");
  EXPECT_EQ(certificate.log_size(), size());
  v1::ListCertificatesResponse certificates;
  ASSERT_TRUE(labels_->ListCertificates(std::make_unique<Call>().get(), {}, &certificates).ok());
  ASSERT_EQ(certificates.certificates_size(), 1);
  EXPECT_EQ(certificates.certificates(0).name(), get.name());

  Release(get.name());
  v1::ListLabelsResponse labels;
  ASSERT_TRUE(labels_->ListLabels(std::make_unique<Call>().get(), {}, &labels).ok());
  ASSERT_EQ(labels.labels_size(), 1);
  v1::GetLabelRequest get_label;
  get_label.set_name(labels.labels(0).name());
  v1::GetLabelResponse label;
  ASSERT_TRUE(labels_->GetLabel(std::make_unique<Call>().get(), get_label, &label).ok());
  EXPECT_EQ(label.label().unit_serials().count(), 30u);
  EXPECT_EQ(label.label().harvest_year(), 2025u);

  v1::ProveRequest prove;
  prove.mutable_question()->mutable_label()->set_name(get_label.name());
  ledger::VerifiedBundle verified;
  const auto outcome = ledger::VerifyBundle(Prove(prove).bundle(), PolicyText(), {}, verified);
  ASSERT_TRUE(outcome.ok()) << v1::Code_Name(outcome.code());
  EXPECT_TRUE(verified.answer.label().in_force());
}

TEST_F(LabelsServiceTest, WhatIsNotThere) {
  Start();
  v1::GetLabelRequest get;
  v1::GetLabelResponse label;
  get.set_name("labels/x");
  ExpectRefused(labels_->GetLabel(std::make_unique<Call>().get(), get, &label),
                grpc::StatusCode::INVALID_ARGUMENT, "NAME_MALFORMED");
  get.set_name("labels/HN150000000000011");
  ExpectRefused(labels_->GetLabel(std::make_unique<Call>().get(), get, &label),
                grpc::StatusCode::NOT_FOUND, "NOT_FOUND");
  v1::GetCertificateRequest get_certificate;
  v1::GetCertificateResponse certificate;
  get_certificate.set_name("certificates/00000000-0000-8000-8000-000000000001");
  ExpectRefused(
      labels_->GetCertificate(std::make_unique<Call>().get(), get_certificate, &certificate),
      grpc::StatusCode::NOT_FOUND, "NOT_FOUND");
  v1::ListLabelsRequest list;
  list.set_page_token("zz");
  v1::ListLabelsResponse labels;
  EXPECT_EQ(labels_->ListLabels(std::make_unique<Call>().get(), list, &labels).error_code(),
            grpc::StatusCode::INVALID_ARGUMENT);
}

}  // namespace
}  // namespace tanji::node
