// A farm whose mangoes can be certified and labelled, a certifier, and a node that serves them:
// what the commands about certificates and labels are tried against.
#pragma once

#include <string>
#include <vector>

#include "client/sdk/file.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/labels/queries.h"
#include "tests/client/cli/proving_node.h"
#include "tests/ledger/modules/membership/grants.h"
#include "tests/ledger/modules/schemes/pilot.h"
#include "tests/ledger/modules/verification/audit.h"

namespace tanji::client::cli {

// In June 2026; lot `h26` holds 1,000 kg harvested in May. The footprint is 0.86655 kgCO2e/kg, the
// threshold of 2026 0.954926061; lychees and the like are not in it.
struct CertifiableFarm : ledger::testing::Audit {
  CertifiableFarm() {
    world.Register("certifier", {v1::PARTICIPANT_KIND_CERTIFIER});
    v1::AddKey evaluator;
    *evaluator.mutable_key() = ledger::testing::Grant("certifier", 1, {v1::PERMISSION_CERTIFY});
    Expect(world.Do("certifier", evaluator));
    auto granted = ledger::testing::PilotAccreditation("certifier");
    granted.mutable_scope()->set_activity(v1::ACTIVITY_CERTIFICATION);
    granted.mutable_scope()->clear_assurance_levels();
    Expect(world.Do("cnas", granted));
    certification = world.CreatedName(ledger::kAccreditationsCollection);
    auto allowed = ledger::testing::Licence("certifier");
    allowed.set_scheme(std::string(ledger::testing::kPilot));
    allowed.set_valid_until_time(ledger::testing::kGenesisTimeMs + 1000 * ledger::testing::kDayMs);
    Expect(world.Do("body-hn", allowed));
    licence = world.CreatedName(ledger::kLicencesCollection);
    statement = Verified(Forward());
    auto harvest = ledger::testing::Harvested("h26", "1000");
    harvest.set_first_day("2026-05-01");
    harvest.set_last_day("2026-05-20");
    Do(harvest);
  }

  // For the harvests from 2026 to 2028: 150 kWh on 100 kg.
  static v1::InventoryHeader Forward() {
    auto header = ledger::testing::MangoHeader();
    header.set_coverage(v1::FOOTPRINT_COVERAGE_FORWARD);
    header.set_valid_until_day("2028-12-31");
    auto& perennial = *header.mutable_perennial();
    perennial.set_harvests(1);
    perennial.set_establishment_unknown(v1::UNKNOWN_NOT_ASSESSED);
    return header;
  }
  // The statement on a footprint that is declared with this header.
  std::string Verified(const v1::InventoryHeader& header) {
    auto bags = ledger::testing::PowerLine("bags", "50");
    bags.set_stage(v1::STAGE_RAW_MATERIALS);
    std::vector<v1::InventoryLine> lines{bags, ledger::testing::PowerLine("power", "100")};
    for (auto& line : lines) {
      line.mutable_quality()->set_technological(2);
      line.mutable_quality()->set_geographical(2);
      line.mutable_quality()->set_temporal(2);
    }
    auto message = ledger::testing::StatementOn(Declared(header, lines), accreditation);
    message.mutable_findings(0)->mutable_misstatement()->set_decimal("0.0086");
    return Issued(message);
  }

  std::string certification, licence, statement;
};

// `tanji` before a node that keeps such a farm.
class CertifiedCommands : public ::testing::Test {
 protected:
  CertifiedCommands() {
    // Decided by h0, evaluated by h1, and signed by both.
    node_.keys_of["certifier"] = {0, 1};
    certifier_ = harness_.Key("lu.key", "certifier", "h0");
    grower_ = harness_.Key("fu.key", "farm", "h0");
  }

  // Signed with a key, and not asking. Receipts are not of the world's log.
  Harness::Outcome RunSigned(const std::string& key, std::vector<std::string> words) {
    words.insert(words.end(), {"--key", key, "--yes", "--unverified"});
    return harness_.Run(std::move(words));
  }
  Harness::Outcome Certifier(std::vector<std::string> words) {
    return RunSigned(certifier_, std::move(words));
  }
  Harness::Outcome Grower(std::vector<std::string> words) {
    return RunSigned(grower_, std::move(words));
  }
  // Reads the ledger anew: each of its archives is a history of its own.
  void Forget() {
    harness_.variables["TANJI_HOME"] = harness_.File("home-" + std::to_string(++homes_));
    TrustPolicyOf(harness_, ledger::testing::Archive(farm_.world), 0);
  }
  v1::Operation LastOperation() { return node_.bodies.back().operations(0); }

  // Named on the command line: statement, licence, accreditation.
  std::vector<std::string> IssueWords(const std::string& file) {
    return {"certificate", "issue",           file,
            "--statement", farm_.statement,   "--licence",
            farm_.licence, "--accreditation", farm_.certification};
  }
  std::string CertificateFile() {
    return harness_.Write("certificate.json", R"({
      "scheme_version": "schemes/pilot/versions/v1", "sub_scope": "ISO 14067",
      "evaluators": ["h1"], "decision_maker": "h0", // no days
      "decision": {"zh": "准予认证", "en": "granted", "prevailing": "ZH", "translation": "HUMAN"},
      "impartial": true})");
  }
  // The name of the only certificate. The world's names follow from transactions of its own, not
  // from those that the commands sign.
  std::string Issue() {
    const auto run = Certifier(IssueWords(CertificateFile()));
    EXPECT_EQ(run.code, 0) << run.err;
    v1::ListCertificatesResponse response;
    const auto listed =
        ledger::ListCertificates({}, farm_.world.state(), farm_.world.Scan(), response);
    EXPECT_TRUE(listed.ok() && response.certificates_size() == 1);
    return response.certificates(0).name();
  }
  std::vector<std::string> ReleaseWords(const std::string& certificate,
                                        const std::string& mass = "400 kg",
                                        const std::string& market = "CN") {
    return {"label",  "release", "--certificate", certificate, "--lot", "h26",
            "--mass", mass,      "--market",      market};
  }
  // Twelve units; the serial of the only label.
  std::string Release(const std::string& certificate) {
    auto words = ReleaseWords(certificate);
    words.insert(words.end(), {"--units", "12"});
    const auto run = Grower(std::move(words));
    EXPECT_EQ(run.code, 0) << run.err;
    return OnlySerial();
  }
  std::string OnlySerial() {
    v1::ListLabelsResponse response;
    const auto listed = ledger::ListLabels({}, farm_.world.state(), farm_.world.Scan(), response);
    EXPECT_TRUE(listed.ok() && response.labels_size() == 1);
    return response.labels(0).label().serial();
  }
  void Expect(const std::string& out, const std::vector<const char*>& texts) {
    for (const char* text : texts)
      EXPECT_NE(out.find(text), std::string::npos) << text << "\n" << out;
  }

  Harness harness_;
  CertifiableFarm farm_;
  WorldNode node_{harness_, farm_.world};
  std::string certifier_, grower_;
  int homes_ = 0;
};

}  // namespace tanji::client::cli
