// Facilities, products and lots from the command line: what is written, what is shown of it, and
// that the examples are good as they stand.
#include <gtest/gtest.h>

#include <array>

#include "client/cli/goods.h"
#include "client/cli/json_message.h"
#include "client/sdk/file.h"
#include "tests/client/cli/proving_node.h"
#include "tests/ledger/answers/support/archive.h"
#include "tests/ledger/modules/products/farm.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::client::cli {
namespace {

using ledger::testing::Archive;
using ledger::testing::Farm;
using ledger::testing::LotName;

std::string Example(const std::string& name) {
  return std::string(TANJI_SOURCE_DIR) + "/deploy/examples/products/" + name + ".json";
}

// --- Writing ------------------------------------------------------------------------------------

class ProductCommands : public ::testing::Test {
 protected:
  ProductCommands() {
    harness_.Trust();
    key_ = harness_.Key("farm.key", "bt-farm-07", "fu");
  }
  Harness::Outcome RunSigned(std::vector<std::string> words) {
    words.insert(words.end(), {"--key", key_, "--yes"});
    return harness_.Run(std::move(words));
  }
  v1::Operation LastOperation() { return harness_.LastBody().operations(0); }

  Harness harness_;
  std::string key_;
};

TEST_F(ProductCommands, RegisterFromFilesAndNameWhatWasMade) {
  const auto facility =
      RunSigned({"facility", "register", Example("mango-facility"), "--output", "json"});
  ASSERT_EQ(facility.code, 0) << facility.err;
  EXPECT_EQ(facility.json()["created"][0], "participants/bt-farm-07/facilities/orchard-1");
  EXPECT_EQ(LastOperation().register_facility().area().unit(), "mu");
  const auto product = RunSigned({"product", "register", Example("mango-product")});
  ASSERT_EQ(product.code, 0) << product.err;
  EXPECT_NE(product.out.find("participants/bt-farm-07/products/mango"), std::string::npos);
  const auto harvest = RunSigned({"lot", "register", Example("mango-harvest")});
  ASSERT_EQ(harvest.code, 0) << harvest.err;
  EXPECT_EQ(LastOperation().register_harvest().mass().decimal(), "30000");
  EXPECT_NE(harvest.err.find("tanji lot show mango-2025"), std::string::npos) << harvest.err;
  const auto derived = RunSigned({"lot", "derive", Example("mango-split")});
  ASSERT_EQ(derived.code, 0) << derived.err;
  EXPECT_NE(derived.out.find("participants/bt-farm-07/lots/mango-2025-a"), std::string::npos);
}

// What --print-template prints may be registered as it is.
TEST_F(ProductCommands, TemplatesHaveTheFormTheLedgerAsksFor) {
  constexpr std::array<std::array<const char*, 2>, 4> kFromFile = {
      {{"facility", "register"}, {"product", "register"}, {"lot", "register"}, {"lot", "derive"}}};
  for (const auto& [noun, verb] : kFromFile) {
    const auto printed = harness_.Run({noun, verb, "--print-template"});
    const std::string file = harness_.Write("template.json", printed.out);
    const auto run = RunSigned({noun, verb, file});
    EXPECT_EQ(run.code, 0) << noun << " " << verb << ": " << run.err;
    EXPECT_EQ(RunSigned({noun, verb}).code, 1) << "no file";
  }
}

TEST_F(ProductCommands, WhatTheLedgerWouldRefuseForItsFormIsNotSigned) {
  const auto before = harness_.ledger.log().size();
  auto text = *ReadFile(Example("mango-facility"));
  text.replace(text.find("\"WET\""), 5, "\"DRY\"");
  const auto run = RunSigned({"facility", "register", harness_.Write("dry.json", text)});
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.err.find("CLIMATE_CONTRADICTED"), std::string::npos) << run.err;
  EXPECT_EQ(harness_.ledger.log().size(), before);
}

TEST_F(ProductCommands, OnesOwnAreNamedByTheirIdAlone) {
  const std::string own = "participants/bt-farm-07/facilities/orchard-1";
  for (const std::string name : {"orchard-1", "bt-farm-07/orchard-1", own.c_str()}) {
    ASSERT_EQ(RunSigned({"facility", "suspend", name, "--reason-zh", "休耕"}).code, 0) << name;
    EXPECT_EQ(LastOperation().change_facility_status().facility(), own);
  }
  EXPECT_EQ(LastOperation().change_facility_status().change().open(), v1::STATUS_KIND_SUSPENDED);
  ASSERT_EQ(RunSigned({"product", "withdraw", "mango", "--reason-zh", "停产"}).code, 0);
  EXPECT_EQ(LastOperation().change_product_status().product(),
            "participants/bt-farm-07/products/mango");
  ASSERT_EQ(
      RunSigned({"lot", "reinstate", "mango-2025", "--interval", "2", "--reason-zh", "已复检"})
          .code,
      0);
  EXPECT_EQ(LastOperation().change_lot_status().lot(), "participants/bt-farm-07/lots/mango-2025");
  EXPECT_EQ(LastOperation().change_lot_status().change().end(), 2u);
}

TEST_F(ProductCommands, AnIdAloneIsNobodysWithoutAnAuthor) {
  const auto whose = harness_.Run("lot show mango-2025");
  EXPECT_EQ(whose.code, 1);
  EXPECT_NE(whose.err.find("WHOSE"), std::string::npos) << whose.err;
  for (const char* name : {"a/b/c", "participants/bt-farm-07/products/mango", "/x", "x/", "Ä/b"}) {
    const auto bad = RunSigned({"lot", "show", name});
    EXPECT_EQ(bad.code, 1) << name;
    EXPECT_NE(bad.err.find("BAD_NAME"), std::string::npos) << bad.err;
  }
}

TEST_F(ProductCommands, AnAuditorConfirmsTheHarvestOfANamedProducer) {
  ASSERT_EQ(
      RunSigned({"lot", "confirm", "bt-farm-12/lychee-2025", "--finding-zh", "已核对过磅单"}).code,
      0);
  const auto confirm = LastOperation().confirm_harvest();
  EXPECT_EQ(confirm.lot(), "participants/bt-farm-12/lots/lychee-2025");
  EXPECT_EQ(confirm.interval(), 1u);
  EXPECT_EQ(confirm.finding().zh(), "已核对过磅单");
  EXPECT_EQ(RunSigned({"lot", "confirm", "lychee-2025", "--finding-zh", "x"}).code, 1)
      << "an auditor has no lots of its own";
  EXPECT_EQ(RunSigned({"lot", "confirm", "bt-farm-12/lychee-2025"}).code, 1) << "nothing found";
}

TEST_F(ProductCommands, LossesAreAmountsWithAUnit) {
  const auto lose = [&](const std::string& mass) {
    return RunSigned({"lot", "loss", "mango-2025", mass, "--reason-zh", "腐烂"});
  };
  for (const char* mass : {"45.5jin", "45.5 jin"}) {
    ASSERT_EQ(lose(mass).code, 0);
    EXPECT_EQ(LastOperation().report_loss().mass().decimal(), "45.5");
    EXPECT_EQ(LastOperation().report_loss().mass().unit(), "jin");
    EXPECT_EQ(LastOperation().report_loss().lot(), "participants/bt-farm-07/lots/mango-2025");
  }
  for (const char* bad : {"45", "kg", "", "45 "}) {
    const auto run = lose(bad);
    EXPECT_EQ(run.code, 1) << bad;
    EXPECT_NE(run.err.find("BAD_AMOUNT"), std::string::npos) << run.err;
  }
  EXPECT_NE(lose("45mu").err.find("UNIT_NOT_ACCEPTED"), std::string::npos);
  EXPECT_NE(lose("045kg").err.find("DECIMAL_MALFORMED"), std::string::npos);
}

TEST_F(ProductCommands, YieldBoundsNeedASource) {
  EXPECT_EQ(RunSigned({"yield-bound", "set", "CPC:0131", "20000"}).code, 1);
  ASSERT_EQ(
      RunSigned({"yield-bound", "set", "CPC:0131", "20000", "--source", "made up for tests"}).code,
      0);
  EXPECT_EQ(LastOperation().set_yield_bound().category(), "CPC:0131");
  EXPECT_EQ(LastOperation().set_yield_bound().kg_per_ha(), "20000");
  EXPECT_EQ(LastOperation().set_yield_bound().source(), "made up for tests");
}

// --- Reading ------------------------------------------------------------------------------------

// A farm with a plausible lot, one that was confirmed, one under review, and a split.
struct FarmWithLots : Farm {
  FarmWithLots() {
    Do(ledger::testing::Harvested("plausible"));
    Do(ledger::testing::Harvested("confirmed", "30000"));
    Do(ledger::testing::Harvested("pending", "31000"));
    Expect(world.Do("auditor", ledger::testing::Confirmation("confirmed")));
    Do(ledger::testing::Derived("split", {{"confirmed", "5000"}}, "5000"));
    Do(ledger::testing::Loss("confirmed", "12.25"));
    Do(ledger::testing::ChangeMango(ledger::testing::OpenStatus(v1::STATUS_KIND_SUSPENDED)));
  }
};

class ProductAnswersShown : public ::testing::Test {
 protected:
  ProductAnswersShown() {
    TrustPolicyOf(harness_, archive_, 60'000);
    ProveFrom(harness_, [this]() -> const Archive& { return archive_; });
  }
  // The node lists an object that `id` and the farm name.
  template <class Record>
  static void List(Record& record, const std::string& id, const std::string& producer = "farm") {
    record.set_producer("participants/" + producer);
    record.set_id(id);
  }

  Harness harness_;
  FarmWithLots farm_;
  Archive archive_{farm_.world};
};

TEST_F(ProductAnswersShown, ALotWithWhatIsLeftAndWhoConfirmedIt) {
  const auto en = harness_.Run("lot show farm/confirmed");
  EXPECT_EQ(en.code, 0) << en.err;
  for (const char* text : {"24987.75", "left now (kg)", "participants/auditor",
                           "weighing slips seen", "status of the auditor", "Verified"}) {
    EXPECT_NE(en.out.find(text), std::string::npos) << text << "\n" << en.out;
  }
  const auto zh = harness_.Run("lot show farm/pending --lang zh");
  EXPECT_EQ(zh.code, 6) << "under review";
  for (const char* text : {"复核中", "现余（千克）", "31000", "高于面积与最高合理单产之积"}) {
    EXPECT_NE(zh.out.find(text), std::string::npos) << text << "\n" << zh.out;
  }
  EXPECT_EQ(harness_.Run("lot show farm/none").code, 6);
  EXPECT_EQ(harness_.Run("facility show farm/orchard").code, 0);
  EXPECT_EQ(harness_.Run("product show farm/mango").code, 6) << "suspended";
  EXPECT_EQ(harness_.Run("product show cut-mango --author farm").code, 0);
}

TEST_F(ProductAnswersShown, ProofFilesThatAreVerifiedOffline) {
  for (const char* what : {"facility farm/orchard", "product farm/cut-mango", "lot farm/split"}) {
    const std::string proof = harness_.File("proof");
    std::remove(proof.c_str());
    const auto proved =
        harness_.Run(std::string("prove ") + what + " --out " + proof + " --output json");
    ASSERT_EQ(proved.code, 0) << what << proved.err;
    const auto verified = harness_.Run("verify " + proof + " --output json");
    EXPECT_EQ(verified.code, 0) << verified.err;
    EXPECT_EQ(verified.json()["yes"], true);
    auto bytes = *ReadFile(proof);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    EXPECT_EQ(harness_.Run("verify " + harness_.Write("altered", bytes)).code, 3) << what;
  }
}

TEST_F(ProductAnswersShown, ListsOfWhichEveryRowIsProved) {
  List(*harness_.node.facilities.add_facilities()->mutable_facility(), "orchard");
  List(*harness_.node.facilities.add_facilities()->mutable_facility(), "packhouse");
  const auto facilities = harness_.Run("facility list farm");
  EXPECT_EQ(facilities.code, 0) << facilities.err;
  EXPECT_NE(facilities.out.find("15 mu"), std::string::npos) << facilities.out;
  EXPECT_NE(facilities.out.find("wet"), std::string::npos);

  List(*harness_.node.products.add_products()->mutable_product(), "mango");
  const auto products = harness_.Run("product list --output json");
  ASSERT_EQ(products.code, 0) << products.err;
  EXPECT_EQ(products.json()["rows"][0]["product"]["category"], "CPC:01316");
  EXPECT_EQ(products.json()["rows"][0]["in_force"], false);

  auto& lots = harness_.node.lots;
  for (const char* id : {"confirmed", "pending", "split"}) {
    List(*lots.add_lots()->mutable_lot(), id);
  }
  const auto shown = harness_.Run("lot list --output json");
  ASSERT_EQ(shown.code, 0) << shown.err;
  ASSERT_EQ(shown.json()["rows"].size(), 3u);
  EXPECT_EQ(shown.json()["rows"][0]["left_kg"], "24987.75");
  EXPECT_EQ(shown.json()["rows"][0]["in_force"], true);
  EXPECT_EQ(shown.json()["rows"][1]["status"]["kind"], "STATUS_KIND_UNDER_REVIEW");
  EXPECT_EQ(shown.json()["rows"][2]["name"], LotName("split"));
  const auto table = harness_.Run("lot list --lang zh");
  EXPECT_NE(table.out.find("复核中"), std::string::npos) << table.out;

  List(*lots.add_lots()->mutable_lot(), "invented");
  EXPECT_EQ(harness_.Run("lot list").code, 3);
  List(*lots.mutable_lots(3)->mutable_lot(), "\x1b[2J");
  EXPECT_EQ(harness_.Run("lot list").code, 3);
  EXPECT_EQ(harness_.Run("lot list FARM").code, 1);
}

// A node may list the lots of one producer under another: each is proved, and yet not asked for.
TEST_F(ProductAnswersShown, ListsOfOneProducerHoldNoOthers) {
  List(*harness_.node.facilities.add_facilities()->mutable_facility(), "orchard");
  List(*harness_.node.products.add_products()->mutable_product(), "mango");
  List(*harness_.node.lots.add_lots()->mutable_lot(), "confirmed");
  for (const std::string noun : {"facility", "product", "lot"}) {
    EXPECT_EQ(harness_.Run(noun + " list farm").code, 0) << noun;
    const auto other = harness_.Run(noun + " list neighbour");
    EXPECT_EQ(other.code, 3) << noun << other.out;
    EXPECT_NE(other.err.find("ROW_DIFFERS"), std::string::npos) << other.err;
  }
}

// Rows that were proved at different times are verified as of the first of them, not the last.
TEST_F(ProductAnswersShown, AListIsVerifiedUpToTheOldestOfItsProofs) {
  for (const char* id : {"confirmed", "pending", "split"}) {
    List(*harness_.node.lots.add_lots()->mutable_lot(), id);
  }
  constexpr std::array<std::uint64_t, 3> kSignedAfter = {20, 10, 30};
  const auto signers = archive_.QuorumOf();
  std::size_t asked = 0;
  harness_.node.prove = [&](const v1::ProveRequest& request) -> Result<v1::ProveResponse> {
    auto later = signers;
    later.time_s += kSignedAfter.at(asked++);
    auto parts = archive_.PartsFor(request.question());
    parts.checkpoint_note = archive_.Note(archive_.NewestCheckpoint(), later);
    v1::ProveResponse response;
    response.set_bundle(Archive::Bytes(archive_.Bundle(parts)));
    return response;
  };
  const auto run = harness_.Run("lot list --output json");
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(asked, 3u);
  EXPECT_EQ(run.json()["verified"]["time"], (signers.time_s + 10) * 1000);
}

TEST_F(ProductAnswersShown, NothingIsListedTwice) {
  for (int i = 0; i < 2; ++i) List(*harness_.node.lots.add_lots()->mutable_lot(), "confirmed");
  EXPECT_EQ(harness_.Run("lot list").code, 3);
}

TEST_F(ProductAnswersShown, OfAnEmptyListItIsSaidThatRowsMayBeMissing) {
  const auto run = harness_.Run("lot list farm");
  EXPECT_EQ(run.code, 0);
  EXPECT_NE(run.err.find("The node lists none"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("none is missing cannot be proved"), std::string::npos) << run.err;
}

TEST_F(ProductAnswersShown, TheBoundThatBindsACategory) {
  const auto mango = harness_.Run("yield-bound show CPC:01316 --output json");
  ASSERT_EQ(mango.code, 0) << mango.err;
  EXPECT_EQ(mango.json()["found"], true);
  EXPECT_EQ(mango.json()["yield_bound"]["category"], "CPC:0131") << "of a wider category";
  EXPECT_NE(harness_.Run("yield-bound show CPC:0131").out.find("20000"), std::string::npos);
  const auto rice = harness_.Run("yield-bound show CPC:0113 --lang zh");
  EXPECT_EQ(rice.code, 6);
  EXPECT_NE(rice.out.find("核查机构确认"), std::string::npos) << rice.out;
  EXPECT_EQ(harness_.Run("yield-bound show mango").code, 1);
}

TEST(LeftKg, IsWhatIsNeitherTakenNorLost) {
  v1::Lot lot;
  v1::LotBalance balance;
  lot.set_mass_kg("10.5");
  balance.set_taken_kg("10");
  balance.set_lost_kg("0.25");
  EXPECT_EQ(LeftKg(lot, balance), "0.25");
  balance.set_lost_kg("0.75");
  EXPECT_EQ(LeftKg(lot, balance), "?") << "more gone than there was";
  balance.set_lost_kg("-1");
  EXPECT_EQ(LeftKg(lot, balance), "?");
  balance.clear_lost_kg();
  EXPECT_EQ(LeftKg(lot, balance), "?");
}

// --- The examples -------------------------------------------------------------------------------

// What the examples say, done by the examples' participants.
class ProductExamples : public ::testing::Test {
 protected:
  ProductExamples() {
    world_.Register("bt-farm-07", {v1::PARTICIPANT_KIND_PRODUCER});
    world_.Register("bt-farm-12", {v1::PARTICIPANT_KIND_PRODUCER});
    world_.Register("bt-paddy-coop", {v1::PARTICIPANT_KIND_PRODUCER_GROUP});
    world_.Register("green-verify", {v1::PARTICIPANT_KIND_AUDITOR});
  }
  template <class Message>
  Message Read(const std::string& name) {
    Message message;
    const auto done = ReadJsonMessage(*ReadFile(Example(name)), {name, {}}, message);
    EXPECT_TRUE(done.ok()) << name << ": " << done.error().Message(Language::kEn);
    return message;
  }
  template <class Message>
  void Do(const std::string& author, const std::string& name) {
    EXPECT_TRUE(ledger::testing::Accepted(world_.Do(author, Read<Message>(name)))) << name;
  }
  void GrowAndHarvest(const std::string& author, const std::string& crop) {
    Do<v1::RegisterFacility>(author, crop + "-facility");
    Do<v1::RegisterProduct>(author, crop + "-product");
    Do<v1::RegisterHarvest>(author, crop + "-harvest");
    v1::ConfirmHarvest confirm;
    confirm.set_lot("participants/" + author + "/lots/" +
                    Read<v1::RegisterHarvest>(crop + "-harvest").id());
    confirm.set_interval(1);
    *confirm.mutable_finding() = ledger::testing::Text("已核对", "seen");
    EXPECT_TRUE(ledger::testing::Accepted(world_.Do("green-verify", confirm))) << crop;
  }

  ledger::testing::World world_;
};

TEST_F(ProductExamples, CanAllBeRegistered) {
  GrowAndHarvest("bt-farm-07", "mango");
  GrowAndHarvest("bt-farm-12", "lychee");
  GrowAndHarvest("bt-paddy-coop", "paddy");
  Do<v1::DeriveLot>("bt-farm-07", "mango-split");
}

// The inventories are about these products and places, and about this much of them.
TEST_F(ProductExamples, AreWhatTheInventoriesNameAndWeigh) {
  struct Row {
    const char* crop;
    const char* producer;
    const char* inventory;
    const char* output_kg;
  };
  for (const auto& row : {Row{"mango", "bt-farm-07", "mango-gate", "15000"},
                          Row{"lychee", "bt-farm-12", "lychee-gate", "9000"},
                          Row{"paddy", "bt-paddy-coop", "rice-gate", "5955"}}) {
    const auto inventory = nlohmann::json::parse(*ReadFile(
        std::string(TANJI_SOURCE_DIR) + "/deploy/examples/inventories/" + row.inventory + ".json"));
    const auto& header = inventory["header"];
    const std::string owner = std::string("participants/") + row.producer;
    const std::string crop = row.crop;
    const auto harvest = Read<v1::RegisterHarvest>(crop + "-harvest");
    EXPECT_EQ(header["product"],
              owner + "/products/" + Read<v1::RegisterProduct>(crop + "-product").id());
    EXPECT_EQ(header["facilities"][0],
              owner + "/facilities/" + Read<v1::RegisterFacility>(crop + "-facility").id());
    EXPECT_EQ(harvest.product(), header["product"].get<std::string>());
    EXPECT_EQ(harvest.facilities(0), header["facilities"][0].get<std::string>());
    EXPECT_GE(harvest.first_day(), header["firstDay"].get<std::string>());
    EXPECT_LE(harvest.last_day(), header["lastDay"].get<std::string>());
    EXPECT_EQ(header["outputs"][0]["mass"]["decimal"], row.output_kg);
  }
}

}  // namespace
}  // namespace tanji::client::cli
