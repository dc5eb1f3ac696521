#include "tests/ledger/modules/labels/certification.h"

#include "ledger/modules/common/names.h"
#include "tests/ledger/modules/membership/grants.h"

namespace tanji::ledger::testing {
namespace {

v1::InventoryLine Rated(v1::InventoryLine line, v1::Stage stage) {
  line.set_stage(stage);
  line.mutable_quality()->set_technological(2);
  line.mutable_quality()->set_geographical(2);
  line.mutable_quality()->set_temporal(2);
  return line;
}

void AddKey(World& world, std::string_view participant, int number, v1::Permission permission) {
  v1::AddKey key;
  *key.mutable_key() = Grant(participant, number, {permission});
  Farm::Expect(world.Do(participant, key));
}

}  // namespace

v1::CreateSchemeVersion Demanding(const std::function<void(v1::SchemeRequirements&)>& alter) {
  auto version = FirstVersion();
  alter(*version.mutable_requirements());
  return version;
}

v1::CreateSchemeVersion WithConfirmation() {
  return Demanding([](auto& r) { r.set_release(v1::RELEASE_RULE_CERTIFIER_PER_LOT); });
}

v1::InventoryHeader ForwardHeader() {
  auto header = MangoHeader();
  header.set_coverage(v1::FOOTPRINT_COVERAGE_FORWARD);
  header.set_valid_until_day("2028-12-31");
  return header;
}

v1::InventoryHeader Succeeding(std::string_view footprint, v1::SuccessionReason reason) {
  auto header = ForwardHeader();
  auto& before = *header.add_predecessors();
  before.set_footprint(std::string(footprint));
  before.set_reason(reason);
  return header;
}

std::vector<v1::InventoryLine> RatedLines(std::string_view kilowatt_hours) {
  return {Rated(PowerLine("bags", "50"), v1::STAGE_RAW_MATERIALS),
          Rated(PowerLine("power", kilowatt_hours), v1::STAGE_CULTIVATION)};
}

std::string DeclareRated(World& world, const v1::InventoryHeader& header,
                         std::string_view kilowatt_hours) {
  Farm::Expect(world.Do("farm", Creation(header)));
  const auto name = world.CreatedName(kFootprintsCollection);
  Farm::Expect(world.Do("farm", Lines(name, RatedLines(kilowatt_hours))));
  Farm::Expect(world.Do("farm", Declaration(world, name)));
  return name;
}

v1::IssueStatement RatedStatement(std::string_view footprint, std::string_view accreditation) {
  auto message = StatementOn(footprint, accreditation);
  message.mutable_findings(0)->mutable_misstatement()->set_decimal("0.0086");
  return message;
}

v1::GrantAccreditation CertifierAccreditation(std::string_view body_id) {
  auto message = PilotAccreditation(body_id);
  message.mutable_scope()->set_activity(v1::ACTIVITY_CERTIFICATION);
  message.mutable_scope()->clear_assurance_levels();
  return message;
}

v1::GrantLicence PilotLicence(std::string_view certifier_id) {
  auto message = Licence(certifier_id);
  message.set_scheme(std::string(kPilot));
  message.set_valid_until_time(kGenesisTimeMs + 5 * 365 * kDayMs);
  return message;
}

CertifierNames Appoint(World& world) {
  world.Register("certifier", {v1::PARTICIPANT_KIND_CERTIFIER});
  AddKey(world, "certifier", 1, v1::PERMISSION_CERTIFY);
  AddKey(world, "certifier", 2, v1::PERMISSION_CERTIFY);
  AddKey(world, "farm", 1, v1::PERMISSION_RELEASE_LABELS);
  CertifierNames names;
  Farm::Expect(world.Do("cnas", CertifierAccreditation("certifier")));
  names.accreditation = world.CreatedName(kAccreditationsCollection);
  Farm::Expect(world.Do("body-hn", PilotLicence("certifier")));
  names.licence = world.CreatedName(kLicencesCollection);
  return names;
}

v1::IssueCertificate CertificateOn(std::string_view statement, const CertifierNames& names) {
  v1::IssueCertificate message;
  message.set_statement(std::string(statement));
  message.set_scheme_version(std::string(kFirstVersion));
  message.set_licence(names.licence);
  message.set_accreditation(names.accreditation);
  message.set_sub_scope("ISO 14067");
  message.add_evaluators("h2");
  message.set_decision_maker("h1");
  message.set_valid_from_day("2026-06-02");
  message.set_valid_until_day("2028-06-01");
  message.add_surveillance_days("2027-06-01");
  message.add_evidence(ReportName());
  *message.mutable_decision() = Text("符合标准要求，予以发证", "Meets the standard: certified");
  message.set_impartial(true);
  return message;
}

v1::ChangeCertificateStatus ChangeCertificate(std::string_view certificate,
                                              v1::StatusChange change) {
  v1::ChangeCertificateStatus message;
  message.set_certificate(std::string(certificate));
  *message.mutable_change() = std::move(change);
  return message;
}

v1::ChangeCertificateStatus ChangeReleasedLots(std::string_view certificate,
                                               v1::StatusChange change) {
  v1::ChangeCertificateStatus message;
  message.set_certificate(std::string(certificate));
  *message.mutable_released_lots() = std::move(change);
  return message;
}

v1::RecordSurveillance Surveillance(std::string_view certificate) {
  v1::RecordSurveillance message;
  message.set_certificate(std::string(certificate));
  *message.mutable_finding() = Text("继续符合要求", "still meets the standard");
  message.add_evidence(ReportName());
  return message;
}

v1::RegisterHarvest HarvestedIn(std::string_view month, std::string_view id,
                                std::string_view kilograms) {
  auto message = Harvested(id, kilograms);
  message.set_first_day(std::string(month) + "-01");
  message.set_last_day(std::string(month) + "-20");
  return message;
}

v1::ReleaseLabel ReleaseMark(std::string_view certificate, std::string_view lot_id,
                             std::string_view kilograms) {
  v1::ReleaseLabel message;
  message.set_certificate(std::string(certificate));
  message.set_lot(LotName(lot_id));
  *message.mutable_mass() = Amounting(kilograms, "kg");
  message.mutable_lot_mark()->set_medium("sign on a pallet");
  message.set_market("CN");
  return message;
}

v1::ReleaseLabel Release(std::string_view certificate, std::string_view lot_id,
                         std::string_view kilograms) {
  auto message = ReleaseMark(certificate, lot_id, kilograms);
  message.mutable_unit_serials()->set_count(1000);
  return message;
}

v1::ReleaseLabel ReleaseRun(std::string_view certificate, std::string_view lot_id,
                            std::string_view kilograms) {
  auto message = ReleaseMark(certificate, lot_id, kilograms);
  auto& run = *message.mutable_printed_run();
  run.set_from(501);
  run.set_to(1500);
  run.set_printer("label printer at the packhouse");
  run.set_medium("film, 40 mm roll");
  return message;
}

v1::ConfirmRelease ReleaseConfirmed(std::string_view label) {
  v1::ConfirmRelease message;
  message.set_label(std::string(label));
  *message.mutable_finding() = Text("已核对，同意放行", "checked, may be released");
  return message;
}

v1::ReportUnits Reported(std::string_view label, std::uint64_t from, std::uint64_t to,
                         v1::UnitFate fate) {
  v1::ReportUnits message;
  message.set_label(std::string(label));
  message.mutable_units()->set_from(from);
  message.mutable_units()->set_to(to);
  message.set_fate(fate);
  *message.mutable_reason() = Text("印刷不清", "badly printed");
  return message;
}

v1::ReportUnits ReportedMass(std::string_view label, std::string_view kilograms) {
  auto message = Reported(label, 1, 1);
  *message.mutable_mass() = Amounting(kilograms, "kg");
  return message;
}

v1::ChangeLabelStatus ChangeLabel(std::string_view label, v1::StatusChange change) {
  v1::ChangeLabelStatus message;
  message.set_label(std::string(label));
  *message.mutable_change() = std::move(change);
  return message;
}

Certification::Certification(v1::CreateSchemeVersion first)
    : Audit(std::move(first)),
      names(Appoint(world)),
      rated(DeclareRated(world, ForwardHeader())),
      statement(Stated(rated)) {
  Do(HarvestedIn("2026-05", "h26", "1000"));
}

std::string Certification::Certified(const v1::IssueCertificate& message) {
  Expect(Certify(message));
  return world.CreatedName(kCertificatesCollection);
}

std::string Certification::Released(const v1::ReleaseLabel& message) {
  Expect(Label(message));
  return MakeName(kLabelsCollection, world.CreatedSerial("HN15"));
}

std::string Certification::Stated(std::string_view footprint_name) {
  return Issued(RatedStatement(footprint_name, accreditation));
}

}  // namespace tanji::ledger::testing
