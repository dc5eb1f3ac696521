#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger::testing {

v1::Operation Op(v1::RegisterDocument message) {
  v1::Operation operation;
  *operation.mutable_register_document() = std::move(message);
  return operation;
}
v1::Operation Op(v1::RegisterParticipant message) {
  v1::Operation operation;
  *operation.mutable_register_participant() = std::move(message);
  return operation;
}
v1::Operation Op(v1::AddKey message) {
  v1::Operation operation;
  *operation.mutable_add_key() = std::move(message);
  return operation;
}
v1::Operation Op(v1::RetireKey message) {
  v1::Operation operation;
  *operation.mutable_retire_key() = std::move(message);
  return operation;
}
v1::Operation Op(v1::DeclareKeyCompromised message) {
  v1::Operation operation;
  *operation.mutable_declare_key_compromised() = std::move(message);
  return operation;
}
v1::Operation Op(v1::SetThresholds message) {
  v1::Operation operation;
  *operation.mutable_set_thresholds() = std::move(message);
  return operation;
}
v1::Operation Op(v1::ChangeParticipantStatus message) {
  v1::Operation operation;
  *operation.mutable_change_participant_status() = std::move(message);
  return operation;
}
v1::Operation Op(v1::ProposeBallot message) {
  v1::Operation operation;
  *operation.mutable_propose_ballot() = std::move(message);
  return operation;
}
v1::Operation Op(v1::CastVote message) {
  v1::Operation operation;
  *operation.mutable_cast_vote() = std::move(message);
  return operation;
}
v1::Operation Op(v1::ExecuteBallot message) {
  v1::Operation operation;
  *operation.mutable_execute_ballot() = std::move(message);
  return operation;
}
v1::Operation Op(v1::GrantAccreditation message) {
  v1::Operation operation;
  *operation.mutable_grant_accreditation() = std::move(message);
  return operation;
}
v1::Operation Op(v1::ChangeAccreditationStatus message) {
  v1::Operation operation;
  *operation.mutable_change_accreditation_status() = std::move(message);
  return operation;
}
v1::Operation Op(v1::GrantLicence message) {
  v1::Operation operation;
  *operation.mutable_grant_licence() = std::move(message);
  return operation;
}
v1::Operation Op(v1::ChangeLicenceStatus message) {
  v1::Operation operation;
  *operation.mutable_change_licence_status() = std::move(message);
  return operation;
}
v1::Operation Op(v1::RegisterFacility message) {
  v1::Operation operation;
  *operation.mutable_register_facility() = std::move(message);
  return operation;
}
v1::Operation Op(v1::RegisterProduct message) {
  v1::Operation operation;
  *operation.mutable_register_product() = std::move(message);
  return operation;
}
v1::Operation Op(v1::ChangeFacilityStatus message) {
  v1::Operation operation;
  *operation.mutable_change_facility_status() = std::move(message);
  return operation;
}
v1::Operation Op(v1::ChangeProductStatus message) {
  v1::Operation operation;
  *operation.mutable_change_product_status() = std::move(message);
  return operation;
}
v1::Operation Op(v1::SetYieldBound message) {
  v1::Operation operation;
  *operation.mutable_set_yield_bound() = std::move(message);
  return operation;
}
v1::Operation Op(v1::RegisterHarvest message) {
  v1::Operation operation;
  *operation.mutable_register_harvest() = std::move(message);
  return operation;
}
v1::Operation Op(v1::ConfirmHarvest message) {
  v1::Operation operation;
  *operation.mutable_confirm_harvest() = std::move(message);
  return operation;
}
v1::Operation Op(v1::DeriveLot message) {
  v1::Operation operation;
  *operation.mutable_derive_lot() = std::move(message);
  return operation;
}
v1::Operation Op(v1::ReportLoss message) {
  v1::Operation operation;
  *operation.mutable_report_loss() = std::move(message);
  return operation;
}
v1::Operation Op(v1::ChangeLotStatus message) {
  v1::Operation operation;
  *operation.mutable_change_lot_status() = std::move(message);
  return operation;
}

}  // namespace tanji::ledger::testing
