// Labels of lots from the command line: released, checked by whoever holds the goods, and printed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdio.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "client/cli/number_text.h"
#include "client/cli/product_labels/link.h"
#include "ledger/base/serial.h"
#include "ledger/base/timestamp.h"
#include "tests/client/cli/certified_farm.h"
#include "tests/ledger/modules/factors/datasets.h"

namespace tanji::client::cli {
namespace {

using ledger::testing::OpenStatus;

// What a scanner that is not ours finds on the pages of a directory, sorted.
std::vector<std::string> Scanned(const std::string& directory) {
  std::vector<std::string> links;
  for (const auto& file : std::filesystem::directory_iterator(directory)) {
    const std::string svg = file.path().string(), png = svg + ".png";
    const std::string command = "rsvg-convert -d 200 -p 200 -o '" + png + "' '" + svg +
                                "' && zbarimg --nodbus --raw -q '" + png + "' && rm '" + png + "'";
    FILE* const pipe = popen(command.c_str(), "r");
    char line[1024];
    while (fgets(line, sizeof line, pipe) != nullptr) {
      links.emplace_back(line);
      links.back().pop_back();
    }
    EXPECT_EQ(pclose(pipe), 0) << command;
  }
  std::ranges::sort(links);
  return links;
}

class LabelCommands : public CertifiedCommands {};

// --- Writing ------------------------------------------------------------------------------------

TEST_F(LabelCommands, ALabelIsReleasedAndItsSerialPrinted) {
  const auto certificate = Issue();
  auto words = ReleaseWords(certificate);
  words.insert(words.end(), {"--units", "12"});
  const auto run = Grower(words);
  ASSERT_EQ(run.code, 0) << run.err;
  Expect(run.out, {"labels/HN15"});
  Expect(run.err, {"Serial: HN15 ", "tanji label sheet HN15", "label confirm"});
  const auto message = LastOperation().release_label();
  EXPECT_EQ(message.lot(), "participants/farm/lots/h26");
  EXPECT_EQ(message.mass().unit(), "kg");
  EXPECT_EQ(message.unit_serials().count(), 12u);

  // The serial is the one that the ledger derives from the transaction and the scheme's prefix.
  words = ReleaseWords(certificate, "90kg");
  words.insert(words.end(), {"--units", "9", "--output", "json"});
  const auto json = Grower(words).json();
  const auto id = crypto::Hash::FromHex(json["transaction_id"].get<std::string>()).value();
  EXPECT_EQ(json["created"][0], "labels/" + ledger::DeriveSerial("HN15", id, 0, 0));

  words = ReleaseWords(certificate);
  words.insert(words.end(),
               {"--printed-run", "1001-2000", "--printer", "印刷厂", "--medium", "薄膜"});
  ASSERT_EQ(Grower(words).code, 0);
  EXPECT_EQ(LastOperation().release_label().printed_run().to(), 2000u);
  words = ReleaseWords(certificate, "100kg");
  words.insert(words.end(), {"--mark", "托盘牌", "--claim", "0", "--lang", "zh"});
  const auto mark = Grower(words);
  ASSERT_EQ(mark.code, 0) << mark.err;
  Expect(mark.err, {"序列号：HN15"});
  EXPECT_EQ(LastOperation().release_label().lot_mark().medium(), "托盘牌");
}

TEST_F(LabelCommands, AReleaseThatMakesNoSenseIsNotSent) {
  const auto certificate = Issue();
  const auto code = [&](std::vector<std::string> more, const char* mass = "400 kg",
                        const char* market = "CN") {
    auto words = ReleaseWords(certificate, mass, market);
    words.insert(words.end(), more.begin(), more.end());
    return Grower(std::move(words)).code;
  };
  EXPECT_EQ(code({}), 1) << "no allotment";
  EXPECT_EQ(code({"--units", "3", "--mark", "x"}), 1);
  EXPECT_EQ(code({"--units", "0"}), 1);
  EXPECT_EQ(code({"--printed-run", "1-5"}), 1) << "by whom, and on what";
  EXPECT_EQ(code({"--printed-run", "9-5", "--printer", "p", "--medium", "m"}), 1);
  EXPECT_EQ(code({"--units", "3"}, "a lot"), 1);
  EXPECT_EQ(code({"--units", "3"}, "400 kg", "EU"), 2) << "nothing may be said there";
  EXPECT_EQ(code({"--units", "3"}, "2000kg"), 2) << "more than there is";
}

TEST_F(LabelCommands, UnitsAreReported) {
  const auto serial = Release(Issue());
  const auto run = Grower(
      {"label", "report", serial, "--units", "3-5", "--fate", "spoiled", "--reason-zh", "印坏"});
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(LastOperation().report_units().units().to(), 5u);
  EXPECT_EQ(LastOperation().report_units().fate(), v1::UNIT_FATE_SPOILED);
  const auto code = [&](std::vector<std::string> more) {
    std::vector<std::string> words{"label", "report", serial, "--reason-zh", "x"};
    words.insert(words.end(), more.begin(), more.end());
    return Grower(std::move(words)).code;
  };
  EXPECT_EQ(code({"--fate", "spoiled"}), 1) << "which";
  EXPECT_EQ(code({"--units", "7", "--mass", "1kg", "--fate", "spoiled"}), 1);
  EXPECT_EQ(code({"--units", "7", "--fate", "eaten"}), 1);
  EXPECT_EQ(code({"--units", "5", "--fate", "recalled"}), 2) << "reported already";

  const auto gone = harness_.Run("label show " + serial + " --unit 4");
  EXPECT_EQ(gone.code, 6);
  Expect(gone.out, {"not in force: unit 4 was reported: label spoiled, on no goods",
                    "units 3 to 5: label spoiled"});
  const auto zh = harness_.Run("label show " + serial + " --unit 4 --lang zh");
  Expect(zh.out, {"无效：第 4 号单元已报告：标签作废，未用于货物"});
  EXPECT_EQ(harness_.Run("label show " + serial + " --unit 6").code, 0);
  const auto none = harness_.Run("label show " + serial + " --unit 13");
  EXPECT_EQ(none.code, 6);
  Expect(none.out, {"this label has no unit 13"});
}

TEST_F(LabelCommands, WhatBearsLabelsIsNotLeftOfTheLot) {
  const auto serial = Release(Issue());
  const auto lot = harness_.Run("lot show farm/h26");
  ASSERT_EQ(lot.code, 0) << lot.err;
  Expect(lot.out, {"bears labels of schemes/pilot (kg)", "400"});
  EXPECT_NE(lot.out.find("left now (kg)"), std::string::npos);
  EXPECT_NE(lot.out.find("600", lot.out.find("left now (kg)")), std::string::npos) << lot.out;
  Expect(harness_.Run("lot show farm/h26 --lang zh").out, {"带有 schemes/pilot 的标识（千克）"});
  // Today, which is not over yet, means now.
  const auto today = ledger::ToText(ledger::DateAt(
      ledger::Timestamp::FromMillis(harness_.now_ms).value(), ledger::UtcOffset::China()));
  const auto shown = harness_.Run("label show " + serial + " --on " + today);
  EXPECT_EQ(shown.code, 0) << shown.err;
}

TEST_F(LabelCommands, TheCertifierConfirmsAndSuspends) {
  const auto serial = Release(Issue());
  EXPECT_EQ(Certifier({"label", "confirm", serial, "--finding-zh", "已核对"}).code, 2)
      << "nothing waits for it";
  EXPECT_EQ(LastOperation().confirm_release().label(), "labels/" + serial);
  EXPECT_EQ(Certifier({"label", "confirm", serial}).code, 1) << "without a finding";
  ASSERT_EQ(Certifier({"label", "suspend", serial, "--reason-zh", "投诉", "--reason-en",
                       "a complaint", "--prevailing", "zh"})
                .code,
            0);
  EXPECT_EQ(LastOperation().change_label_status().change().open(), v1::STATUS_KIND_SUSPENDED);
  const auto en = harness_.Run("label show " + serial);
  EXPECT_EQ(en.code, 6);
  Expect(en.out, {"suspended since", "(participants/certifier) has decided: suspended",
                  "reason: a complaint"});
  ASSERT_EQ(
      Certifier({"label", "reinstate", serial, "--interval", "1", "--reason-zh", "无误"}).code, 0);
  Forget();
  EXPECT_EQ(harness_.Run("label show " + serial).code, 0);
}

// --- Reading ------------------------------------------------------------------------------------

TEST_F(LabelCommands, AnyoneChecksALabelHoweverItIsTyped) {
  const auto serial = Release(Issue());
  const auto en = harness_.Run("label show " + serial);
  EXPECT_EQ(en.code, 0) << en.err;
  EXPECT_EQ(en.out.find("in force"), en.out.find_first_not_of(' ', 6)) << "the verdict comes first";
  Expect(en.out, {"mango",
                  "participants/farm",
                  "participants/certifier",
                  "participants/auditor",
                  "EXAMPLE",
                  "Meets the 1.5-degree pilot threshold",
                  "0.867 kgCO2e/kg (recorded as 0.86655",
                  "threshold for harvests of 2026",
                  "0.955 kgCO2e/kg (recorded as 0.954926061",
                  "9.25 %",
                  "not assessed",
                  "land-use change",
                  "establishment",
                  "harvests in the footprint",
                  "participants/farm/lots/h26, harvested 2026-05-01 to 2026-05-20",
                  "400 kg",
                  "12, numbered 1 to 12",
                  "statements/",
                  "footprints/",
                  "Verified"});
  const auto zh = harness_.Run("label show " + serial + " --lang zh --unit 12");
  EXPECT_EQ(zh.code, 0);
  Expect(zh.out, {"有效", "芒果", "生产者", "符合 1.5 度试点限值", "2026 年收获的限值", "低于限值",
                  "未评估", "土地利用变化", "建园阶段", "第 12 号单元", "有此单元"});

  std::string lower = serial;
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
  for (const auto& typed :
       {lower, serial.substr(0, 4) + " " + serial.substr(4),
        serial.substr(0, 9) + "-" + serial.substr(9), "labels/" + serial,
        "https://id.example.org/labels/" + serial + "/3",
        "ledger.example/test labels/" + serial + "#3",
        "https://id.example.org/01/04006381333931/10/h26/21/" + serial + "-3",
        "https://id.example.org/01/04006381333931/10/h26?label=" + serial + "&unit=3"}) {
    EXPECT_EQ(harness_.Run({"label", "show", typed}).code, 0) << typed;
  }
  std::string wrong = serial;
  wrong.back() = wrong.back() == '7' ? '8' : '7';
  const auto run = harness_.Run({"label", "show", wrong, "--lang", "zh"});
  EXPECT_EQ(run.code, 1);
  Expect(run.err, {"BAD_SERIAL", "校验符"});
  EXPECT_EQ(harness_.Run("label show HN150000000000011").code, 6) << "well typed, but not there";
}

TEST_F(LabelCommands, EachCauseIsNamedInWords) {
  const auto certificate = Issue();
  const auto serial = Release(certificate);
  farm_.Expect(farm_.world.Do(
      "body-cn", ledger::testing::ChangeFactor(ledger::testing::kPower,
                                               OpenStatus(v1::STATUS_KIND_SUSPENDED))));
  farm_.Expect(
      farm_.world.Do("cnas", ledger::testing::ChangeAccreditation(
                                 farm_.accreditation, OpenStatus(v1::STATUS_KIND_REVOKED))));
  ASSERT_EQ(Certifier({"certificate", "withdraw", certificate, "--only-released-lots",
                       "--reason-zh", "召回"})
                .code,
            0);
  const auto en = harness_.Run("label show " + serial);
  EXPECT_EQ(en.code, 6);
  Expect(en.out, {"withdrawn since", "for lots released already,", "has decided: withdrawn",
                  "the emission factor", "is suspended", "the auditor's accreditation",
                  "this makes it suspended", "this makes it"});
  const auto zh = harness_.Run("label show " + serial + " --lang zh");
  Expect(zh.out, {"注销（自", "关于已放行的批次，", "决定：注销，理由：召回", "核查机构的认可",
                  "因此暂停"});
  const auto json = harness_.Run("label show " + serial + " --output json").json();
  EXPECT_EQ(json["yes"], false);
  EXPECT_EQ(json["answer"]["label"]["kind"], "STATUS_KIND_WITHDRAWN");
}

TEST_F(LabelCommands, LabelsAreListedAndProved) {
  const auto serial = Release(Issue());
  harness_.node.labels.add_labels()->set_name("labels/" + serial);
  const auto list = harness_.Run("label list --output json");
  ASSERT_EQ(list.code, 0) << list.err;
  EXPECT_EQ(list.json()["rows"][0]["in_force"], true);
  Expect(harness_.Run("label list --lang zh").out, {"批次", "400", "有效"});
  const std::string proof = harness_.File("label.proof");
  ASSERT_EQ(harness_.Run("prove label " + serial + " --unit 2 --out " + proof).code, 0);
  const auto verified = harness_.Run("verify " + proof + " --lang zh");
  EXPECT_EQ(verified.code, 0) << verified.err;
  Expect(verified.out, {"第 2 号单元", "已验证"});
  auto bytes = *ReadFile(proof);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  EXPECT_EQ(harness_.Run("verify " + harness_.Write("altered", bytes)).code, 3);
}

// --- Printing -----------------------------------------------------------------------------------

TEST_F(LabelCommands, SheetsCanBeScanned) {
  const auto serial = Release(Issue());
  const std::string pages = harness_.File("pages");
  const auto run = harness_.Run("label sheet " + serial + " --out " + pages + " --output json");
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.json()["files"].size(), 2u) << "twelve labels, ten to a page";
  const auto links = Scanned(pages);
  ASSERT_EQ(links.size(), 12u);
  EXPECT_THAT(links, testing::Contains("ledger.example/test labels/" + serial + "#12"));
  for (const auto& link : links) EXPECT_EQ(harness_.Run({"label", "show", link}).code, 0) << link;
  EXPECT_EQ(harness_.Run("label sheet " + serial + " --out " + pages).code, 5)
      << "nothing is overwritten";
  const auto page = *ReadFile(run.json()["files"][0].get<std::string>());
  Expect(page, {"EXAMPLE", "0.867", "≤ 0.955", "未评估：土地利用变化、建园阶段"});
  EXPECT_EQ(run.json()["shortened_labels"], 0);
}

TEST_F(LabelCommands, AResolverGivesDigitalLinks) {
  const auto serial = Release(Issue());
  ASSERT_EQ(Grower({"label", "report", serial, "--units", "2", "--fate", "spoiled", "--reason-zh",
                    "印坏"})
                .code,
            0);
  const std::string labels = harness_.File("labels");
  const auto run = harness_.Run("label sheet " + serial + " --units 1-3 --single --resolver " +
                                "https://id.example.org --out " + labels);
  ASSERT_EQ(run.code, 0) << run.err;
  Expect(run.err, {"1 unit(s) were reported and are left out"});
  const std::string item = "https://id.example.org/01/04006381333931/10/h26/21/" + serial;
  EXPECT_THAT(Scanned(labels), testing::ElementsAre(item + "-1", item + "-3"));
}

TEST_F(LabelCommands, NothingIsPrintedThatShouldNotBe) {
  const auto certificate = Issue();
  const auto serial = Release(certificate);
  const std::string out = harness_.File("none"), sheet = "label sheet " + serial + " --out " + out;
  EXPECT_EQ(harness_.Run("label sheet " + serial).code, 1) << "where to";
  EXPECT_EQ(harness_.Run(sheet + " --units 10-13").code, 1);
  EXPECT_EQ(harness_.Run(sheet + " --units x").code, 1);
  EXPECT_EQ(harness_.Run(sheet + " --resolver http://id.example.org").code, 1);
  EXPECT_EQ(harness_.Run("label sheet HN150000000000011 --out " + out).code, 6);
  ASSERT_EQ(Certifier({"label", "suspend", serial, "--reason-zh", "投诉"}).code, 0);
  Forget();
  const auto zh = harness_.Run(sheet + " --lang zh");
  EXPECT_EQ(zh.code, 6);
  Expect(zh.err, {"没有打印：标签暂停（自"});
  Expect(harness_.Run(sheet).err, {"Nothing was written to print: the label is suspended since"});
  EXPECT_FALSE(std::filesystem::exists(out));
}

TEST_F(LabelCommands, AMarkIsPrintedOnce) {
  auto words = ReleaseWords(Issue());
  words.insert(words.end(), {"--mark", "pallet"});
  const auto released = Grower(words);
  ASSERT_EQ(released.code, 0) << released.err;
  const auto serial = OnlySerial();
  const std::string out = harness_.File("mark");
  EXPECT_EQ(harness_.Run("label sheet " + serial + " --units 1-2 --out " + out).code, 1);
  ASSERT_EQ(
      harness_.Run("label sheet " + serial + " --resolver https://id.example.org/ --out " + out)
          .code,
      0);
  EXPECT_THAT(Scanned(out), testing::ElementsAre(
                                "https://id.example.org/01/04006381333931/10/h26?label=" + serial));
}

// --- Parts --------------------------------------------------------------------------------------

v1::LabelAnswer LabelOfUnits(std::uint32_t count, const char* gtin) {
  v1::LabelAnswer answer;
  answer.mutable_label()->set_serial("HN153C9KX07WQMZBT");
  answer.mutable_label()->set_lot("participants/farm/lots/h26");
  answer.mutable_label()->mutable_unit_serials()->set_count(count);
  answer.mutable_certificate()->mutable_product()->set_gtin(gtin);
  return answer;
}

TEST(LabelLink, ASerialNumberOfGs1IsOfOneItemOrLeftOut) {
  const auto link = [](std::uint32_t count, const char* gtin, const char* resolver) {
    const auto made = LinkOf(LabelOfUnits(count, gtin), "ledger.example", resolver, 7);
    return made.ok() ? *made : std::string(made.error().name());
  };
  constexpr char kSite[] = "https://id.example.org/x";
  EXPECT_EQ(link(99, "4006381333931", kSite),
            "https://id.example.org/x/01/04006381333931/10/h26/21/HN153C9KX07WQMZBT-7");
  EXPECT_EQ(link(100, "4006381333931", kSite),
            "https://id.example.org/x/01/04006381333931/10/h26?label=HN153C9KX07WQMZBT&unit=7")
      << "number 100 would not fit";
  EXPECT_EQ(link(9, "", kSite), "https://id.example.org/x/labels/HN153C9KX07WQMZBT/7");
  EXPECT_EQ(link(9, "4006381333931", ""), "ledger.example labels/HN153C9KX07WQMZBT#7");
  EXPECT_EQ(link(9, "4006381333932", kSite), "NO_GS1_LINK");
  for (const char* bad :
       {"id.example.org", "http://id.example.org", "https://a/?q", "https://a/01"}) {
    EXPECT_EQ(link(9, "", bad), "BAD_RESOLVER") << bad;
  }
}

TEST(ShortenTogether, NeverRoundsAcrossALimit) {
  const auto shown = [](const char* value, const char* limit) {
    const auto pair = ShortenTogether(value, limit);
    return pair.value + " " + pair.limit;
  };
  EXPECT_EQ(shown("0.86655", "0.954926061"), "0.867 0.955");
  EXPECT_EQ(shown("0.95478", "0.954926061"), "0.9548 0.9549");
  EXPECT_EQ(shown("0.954926061", "0.954926061"), "0.955 0.955");
  EXPECT_EQ(shown("0.954926062", "0.954926061"), "0.954926062 0.954926061");
  EXPECT_EQ(shown("0", "0.5"), "0.000 0.500");
  EXPECT_EQ(shown("1291.4", "1300"), "1291 1300");
}

}  // namespace
}  // namespace tanji::client::cli
