// Certificates from the command line: what is written, what is shown of it and why one no longer
// counts.
#include <gtest/gtest.h>

#include "client/cli/certificates/plan.h"
#include "client/cli/json_message.h"
#include "tests/client/cli/certified_farm.h"
#include "tests/ledger/modules/factors/datasets.h"

namespace tanji::client::cli {
namespace {

using ledger::testing::OpenStatus;

constexpr char kUuid[] = "00000000-0000-8000-8000-000000000001";

class CertificateCommands : public CertifiedCommands {};

// --- Writing ------------------------------------------------------------------------------------

TEST_F(CertificateCommands, TheVersionSetsTheDaysThatAreLeftOut) {
  const auto run = Certifier(IssueWords(CertificateFile()));
  ASSERT_EQ(run.code, 0) << run.err;
  Expect(run.out, {"certificates/"});
  const auto message = LastOperation().issue_certificate();
  EXPECT_EQ(message.statement(), farm_.statement);
  EXPECT_EQ(message.licence(), farm_.licence);
  EXPECT_EQ(message.accreditation(), farm_.certification);
  EXPECT_EQ(message.valid_from_day().substr(0, 8), "2026-06-");
  EXPECT_EQ(message.valid_until_day().substr(0, 7), "2028-06");
  ASSERT_EQ(message.surveillance_days_size(), 1);
  EXPECT_EQ(message.surveillance_days(0), "2027" + message.valid_from_day().substr(4));
  Expect(run.err, {"Valid from 2026-06-", "surveillance by: 2027-06-"});
}

TEST_F(CertificateCommands, ACertificateIsSignedOffline) {
  const std::string draft = harness_.File("draft.tx");
  auto words = IssueWords(CertificateFile());
  words.insert(words.end(), {"--out", draft, "--lang", "zh"});
  const auto run = Certifier(std::move(words));
  ASSERT_EQ(run.code, 0) << run.err;
  Expect(run.err, {"已签名 1 个", "监督日"});
  const auto shown = harness_.Run("transaction show " + draft + " --lang zh");
  Expect(shown.out, {"颁发证书", "作出决定的人", "监督日"});
  const auto sent = harness_.Run("transaction submit " + draft + " --yes --unverified");
  EXPECT_EQ(sent.code, 0) << sent.err;
  Expect(sent.out, {"certificates/"});
}

TEST_F(CertificateCommands, IssuingIsRefusedForItsFormOrByTheLedger) {
  EXPECT_EQ(Certifier({"certificate", "issue"}).code, 1) << "no file";
  auto text = *ReadFile(CertificateFile());
  text.replace(text.find("\"h1\""), 4, "\"h0\"");
  const auto decider = Certifier(IssueWords(harness_.Write("one.json", text)));
  EXPECT_EQ(decider.code, 1);
  Expect(decider.err, {"DECIDER_EVALUATED"});
  text.replace(text.find("pilot/versions/v1"), 17, "pilot/versions/v9");
  const auto version = Certifier(IssueWords(harness_.Write("v9.json", text)));
  EXPECT_EQ(version.code, 1);
  Expect(version.err, {"has no version schemes/pilot/versions/v9"});
  auto words = IssueWords(CertificateFile());
  words.insert(words.end(), {"--predecessor", kUuid});
  EXPECT_EQ(Certifier(std::move(words)).code, 2) << "there is no such predecessor";
}

TEST_F(CertificateCommands, SuspendingSaysWhatBecomesOfTheLots) {
  const auto certificate = Issue();
  const std::vector<std::string> suspend{"certificate", "suspend", certificate, "--reason-zh",
                                         "复核"};
  const auto alone = Certifier(suspend);
  ASSERT_EQ(alone.code, 0) << alone.err;
  Expect(alone.err, {"stay as they are"});
  EXPECT_TRUE(LastOperation().change_certificate_status().has_change());
  EXPECT_FALSE(LastOperation().change_certificate_status().has_released_lots());
  auto words = suspend;
  words.push_back("--only-released-lots");
  ASSERT_EQ(Certifier(words).code, 0);
  EXPECT_FALSE(LastOperation().change_certificate_status().has_change());
  EXPECT_EQ(LastOperation().change_certificate_status().released_lots().open(),
            v1::STATUS_KIND_SUSPENDED);
  words.push_back("--also-released-lots");
  EXPECT_EQ(Certifier(words).code, 1) << "both";

  EXPECT_EQ(Certifier({"certificate", "reinstate", certificate, "--reason-zh", "通过"}).code, 1);
  const auto both = Certifier({"certificate", "reinstate", certificate, "--interval", "1",
                               "--released-interval", "1", "--reason-zh", "通过"});
  ASSERT_EQ(both.code, 0) << both.err;
  EXPECT_EQ(LastOperation().change_certificate_status().released_lots().end(), 1u);
  ASSERT_EQ(Certifier({"certificate", "withdraw", certificate, "--also-released-lots",
                       "--reason-en", "ended"})
                .code,
            0);
  EXPECT_EQ(LastOperation().change_certificate_status().released_lots().open(),
            v1::STATUS_KIND_WITHDRAWN);
  EXPECT_EQ(Certifier({"certificate", "suspend", "mango", "--reason-zh", "x"}).code, 1);
}

TEST_F(CertificateCommands, ASurveillanceIsRecorded) {
  const auto certificate = Issue();
  EXPECT_EQ(Certifier({"certificate", "surveillance", certificate}).code, 1) << "nothing found";
  ASSERT_EQ(
      Certifier({"certificate", "surveillance", certificate, "--finding-zh", "继续符合"}).code, 0);
  Expect(harness_.Run("certificate show " + certificate).out, {"none left to be held"});
  EXPECT_EQ(Certifier({"certificate", "surveillance", certificate, "--finding-zh", "再来"}).code, 2)
      << "none is left";
}

TEST(CertificatePlan, IsAsLongAndAsOftenAsTheVersionAllows) {
  v1::SchemeRequirements requirements;
  requirements.mutable_validity()->set_months(36);
  requirements.mutable_surveillance()->set_months(12);
  v1::IssueCertificate message;
  message.set_valid_from_day("2028-02-29");
  ASSERT_TRUE(FillDays(requirements, 0, {}, message).ok());
  EXPECT_EQ(message.valid_until_day(), "2031-02-27");
  ASSERT_EQ(message.surveillance_days_size(), 2);
  EXPECT_EQ(message.surveillance_days(1), "2030-02-28");
  v1::IssueCertificate open;
  EXPECT_FALSE(FillDays({}, 0, {}, open).ok()) << "no length, and no last day";
  open.set_valid_from_day("tomorrow");
  EXPECT_FALSE(FillDays(requirements, 0, {}, open).ok());
}

// --- Reading ------------------------------------------------------------------------------------

TEST_F(CertificateCommands, ACertificateIsShownWithWhatItRestsOn) {
  const auto certificate = Issue();
  const auto en = harness_.Run("certificate show " + certificate);
  EXPECT_EQ(en.code, 0) << en.err;
  Expect(en.out, {"in force", "mango (participants/farm/products/mango)",
                  "(participants/certifier)", "(participants/auditor)", "EXAMPLE",
                  "threshold for harvests of 2026", "0.955 kgCO2e/kg (recorded as 0.954926061",
                  "0.867 kgCO2e/kg (recorded as 0.86655", "9.25 %", "2027", "land-use change",
                  "the next one is due by 2027-06-", "lots released under it", "Verified"});
  const auto zh = harness_.Run("certificate show " + certificate + " --lang zh");
  Expect(zh.out, {"有效", "芒果", "2026 年收获的限值", "未评估", "建园阶段", "监督"});
  EXPECT_EQ(harness_.Run(std::string("certificate show ") + kUuid).code, 6);
}

TEST_F(CertificateCommands, WhyACertificateNoLongerCounts) {
  const auto certificate = Issue();
  farm_.Expect(farm_.world.Do(
      "body-cn", ledger::testing::ChangeFactor(ledger::testing::kPower,
                                               OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
  const auto en = harness_.Run("certificate show " + certificate);
  EXPECT_EQ(en.code, 6);
  Expect(en.out, {"suspended since 2026-06-", "because the emission",
                  "datasets/power/factors/average is withdrawn", "this makes it suspended"});
  const auto zh = harness_.Run("certificate show " + certificate + " --lang zh");
  Expect(zh.out, {"暂停（自", "所用的排放因子 datasets/power/factors/average：注销", "因此暂停"});
}

TEST_F(CertificateCommands, CertificatesAreListedAndProved) {
  const auto certificate = Issue();
  harness_.node.certificates.add_certificates()->set_name(certificate);
  const auto list = harness_.Run("certificate list --output json");
  ASSERT_EQ(list.code, 0) << list.err;
  EXPECT_EQ(list.json()["rows"][0]["kind"], "STATUS_KIND_IN_FORCE");
  Expect(harness_.Run("certificate list --lang zh").out, {"认证机构", "有效"});
  const std::string proof = harness_.File("certificate.proof");
  ASSERT_EQ(harness_.Run("prove certificate " + certificate + " --out " + proof).code, 0);
  const auto verified = harness_.Run("verify " + proof + " --lang zh");
  EXPECT_EQ(verified.code, 0) << verified.err;
  Expect(verified.out, {"有效期", "决定人"});
  harness_.node.certificates.add_certificates()->set_name(std::string("certificates/") + kUuid);
  EXPECT_EQ(harness_.Run("certificate list").code, 3) << "the node lists what is not there";
}

// --- Files --------------------------------------------------------------------------------------

TEST(CertificateFiles, ExamplesAndTemplatesAreWellFormed) {
  const auto expect_good = [](const std::string& name, const std::string& text) {
    v1::IssueCertificate message;
    const auto done = ReadJsonMessage(text, {name, {}}, message);
    ASSERT_TRUE(done.ok()) << name << ": " << done.error().Message(Language::kEn);
    EXPECT_TRUE(message.impartial());
    EXPECT_EQ(message.decision_maker(), "lu");
    EXPECT_TRUE(LeavesDaysOpen(message));
  };
  const std::string examples = std::string(TANJI_SOURCE_DIR) + "/deploy/examples/labels/";
  for (const char* crop : {"mango", "paddy"}) {
    const std::string file = examples + crop + "-certificate.json";
    expect_good(file, *ReadFile(file));
  }
  Harness harness;
  for (const char* language : {"zh", "en"}) {
    expect_good(language,
                harness.Run({"certificate", "issue", "--print-template", "--lang", language}).out);
  }
  v1::GrantAccreditation granted;
  const std::string file = examples + "certifier-accreditation.json";
  ASSERT_TRUE(ReadJsonMessage(*ReadFile(file), {file, {}}, granted).ok());
  EXPECT_EQ(granted.scope().activity(), v1::ACTIVITY_CERTIFICATION);
}

}  // namespace
}  // namespace tanji::client::cli
