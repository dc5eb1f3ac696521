// A certifier with two people, a verified footprint that meets the pilot's thresholds, lots to
// label, and messages for tests.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tanji/v1/labels.pb.h"
#include "tests/ledger/modules/verification/audit.h"

namespace tanji::ledger::testing {

// Well-formed names of nothing.
inline constexpr char kNoCertificate[] = "certificates/00000000-0000-8000-8000-000000000001";
inline constexpr char kNoLabel[] = "labels/HN150000000000011";

// The first version of the pilot, but for what `alter` changes of what it demands.
v1::CreateSchemeVersion Demanding(const std::function<void(v1::SchemeRequirements&)>& alter);
// Every release waits for the certifier.
v1::CreateSchemeVersion WithConfirmation();

// Mangoes of 2025 for the harvests from 2026 to 2028. The thresholds of the pilot for them are
// 0.954926, 0.903535 and 0.852143 kgCO2e/kg.
v1::InventoryHeader ForwardHeader();
// That, as the successor of `footprint`.
v1::InventoryHeader Succeeding(std::string_view footprint, v1::SuccessionReason reason);
// 50 kWh in the materials and so many in the orchard, both rated: with 100 it is 0.86655 kgCO2e/kg,
// which meets the thresholds of 2026 and 2027.
std::vector<v1::InventoryLine> RatedLines(std::string_view kilowatt_hours = "100");
// Created, filled and declared by `farm`, asserted to succeed. The name.
std::string DeclareRated(World& world, const v1::InventoryHeader& header,
                         std::string_view kilowatt_hours = "100");
// Unmodified, one finding of about 1 %.
v1::IssueStatement RatedStatement(std::string_view footprint, std::string_view accreditation);

struct CertifierNames {
  std::string accreditation, licence;
};
// Of ISO 14067 for CPC:0131 under the pilot, for five years.
v1::GrantAccreditation CertifierAccreditation(std::string_view body_id);
v1::GrantLicence PilotLicence(std::string_view certifier_id);
// In a world with `farm` and the pilot: registers `certifier`, accredits and licenses it; its keys
// 1 and 2, of holders h1 and h2, may certify, and the farm's key 1 may release labels.
CertifierNames Appoint(World& world);

// Every field filled but the predecessor: evaluated by h2, decided by h1, for two years from June
// 2026, one surveillance in between.
v1::IssueCertificate CertificateOn(std::string_view statement, const CertifierNames& names);
v1::ChangeCertificateStatus ChangeCertificate(std::string_view certificate,
                                              v1::StatusChange change);
v1::ChangeCertificateStatus ChangeReleasedLots(std::string_view certificate,
                                               v1::StatusChange change);
v1::RecordSurveillance Surveillance(std::string_view certificate);

// Of the orchard, segregated, on the first twenty days of `month`, "2026-05".
v1::RegisterHarvest HarvestedIn(std::string_view month, std::string_view id,
                                std::string_view kilograms);
// 1,000 units for China, with the first claim.
v1::ReleaseLabel Release(std::string_view certificate, std::string_view lot_id,
                         std::string_view kilograms);
v1::ReleaseLabel ReleaseMark(std::string_view certificate, std::string_view lot_id,
                             std::string_view kilograms);
// Numbers 501 to 1,500.
v1::ReleaseLabel ReleaseRun(std::string_view certificate, std::string_view lot_id,
                            std::string_view kilograms);
v1::ConfirmRelease ReleaseConfirmed(std::string_view label);
v1::ReportUnits Reported(std::string_view label, std::uint64_t from, std::uint64_t to,
                         v1::UnitFate fate = v1::UNIT_FATE_SPOILED);
v1::ReportUnits ReportedMass(std::string_view label, std::string_view kilograms);
v1::ChangeLabelStatus ChangeLabel(std::string_view label, v1::StatusChange change);

// Audit with all that, in June 2026; the lot `h26` holds 1,000 kg of May 2026.
struct Certification : Audit {
  explicit Certification(v1::CreateSchemeVersion first = FirstVersion());

  v1::IssueCertificate Message() const { return CertificateOn(statement, names); }
  // By the certifier with its keys 1 and 2; by the farm with its key 1.
  template <class M>
  Outcome Certify(const M& message) {
    return world.Run("certifier", {Op(message)}, {1, 2});
  }
  template <class M>
  Outcome Label(const M& message) {
    return world.Run("farm", {Op(message)}, {1});
  }
  // Asserted to succeed; the name.
  std::string Certified(const v1::IssueCertificate& message);
  std::string Certified() { return Certified(Message()); }
  std::string Released(const v1::ReleaseLabel& message);
  // A statement of the auditor on another footprint.
  std::string Stated(std::string_view footprint_name);

  CertifierNames names;
  // The one that meets the thresholds, and the statement on it.
  std::string rated, statement;
};

}  // namespace tanji::ledger::testing
