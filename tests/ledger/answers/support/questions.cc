#include "tests/ledger/answers/support/questions.h"

namespace tanji::ledger::testing {

v1::Question AskDocument(std::string name) {
  v1::Question question;
  question.mutable_document()->set_name(std::move(name));
  return question;
}

v1::Question AskParticipant(std::string name) {
  v1::Question question;
  question.mutable_participant()->set_name(std::move(name));
  return question;
}

v1::Question AskKey(std::string name) {
  v1::Question question;
  question.mutable_key()->set_name(std::move(name));
  return question;
}

v1::Question AskAccreditation(std::string name) {
  v1::Question question;
  question.mutable_accreditation()->set_name(std::move(name));
  return question;
}

v1::Question AskLicence(std::string name) {
  v1::Question question;
  question.mutable_licence()->set_name(std::move(name));
  return question;
}

v1::Question AskDataset(std::string name) {
  v1::Question question;
  question.mutable_dataset()->set_name(std::move(name));
  return question;
}

v1::Question AskFactor(std::string name) {
  v1::Question question;
  question.mutable_factor()->set_name(std::move(name));
  return question;
}

v1::Question AskGwpSet(std::string name) {
  v1::Question question;
  question.mutable_gwp_set()->set_name(std::move(name));
  return question;
}

v1::Question AskFootprint(std::string name) {
  v1::Question question;
  question.mutable_footprint()->set_name(std::move(name));
  return question;
}

v1::Question AskCorrection(std::string name) {
  v1::Question question;
  question.mutable_correction()->set_name(std::move(name));
  return question;
}

v1::Question AskStatement(std::string name) {
  v1::Question question;
  question.mutable_statement()->set_name(std::move(name));
  return question;
}

v1::Question AskCertificate(std::string name) {
  v1::Question question;
  question.mutable_certificate()->set_name(std::move(name));
  return question;
}

v1::Question AskLabel(std::string name, std::uint64_t unit) {
  v1::Question question;
  question.mutable_label()->set_name(std::move(name));
  question.mutable_label()->set_unit(unit);
  return question;
}

v1::Question AskFacility(std::string name) {
  v1::Question question;
  question.mutable_facility()->set_name(std::move(name));
  return question;
}

v1::Question AskProduct(std::string name) {
  v1::Question question;
  question.mutable_product()->set_name(std::move(name));
  return question;
}

v1::Question AskLot(std::string name) {
  v1::Question question;
  question.mutable_lot()->set_name(std::move(name));
  return question;
}

v1::Question AskSchemeVersion(std::string name) {
  v1::Question question;
  question.mutable_scheme_version()->set_name(std::move(name));
  return question;
}

v1::Question AskThreshold(std::string version, std::string category, std::uint32_t harvest_year) {
  auto question = AskSchemeVersion(std::move(version));
  question.mutable_scheme_version()->set_category(std::move(category));
  question.mutable_scheme_version()->set_harvest_year(harvest_year);
  return question;
}

v1::Question AskRecords(const std::vector<std::string>& keys) {
  v1::Question question;
  question.mutable_records();
  for (const auto& key : keys) question.mutable_records()->add_keys(key);
  return question;
}

}  // namespace tanji::ledger::testing
