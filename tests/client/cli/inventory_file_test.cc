// Inventory files as people keep them, and as they are cut into messages.
#include "client/cli/footprints/inventory_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "client/cli/number_text.h"

namespace tanji::client::cli {
namespace {

namespace fs = std::filesystem;

std::string ReadAll(const fs::path& path) {
  std::ostringstream out;
  out << std::ifstream(path).rdbuf();
  return out.str();
}
fs::path Examples() {
  return fs::path(TANJI_SOURCE_DIR) / "deploy/examples/inventories";
}
Result<Inventory> Read(const std::string& text) {
  return ReadInventory(text, {"inventory.json", {}});
}
std::string NameOf(const Result<Inventory>& inventory) {
  return inventory.ok() ? "" : inventory.error().name();
}

TEST(InventoryFile, ExamplesCanAllBeDeclared) {
  std::set<std::string> names;
  for (const auto& file : fs::directory_iterator(Examples())) {
    const auto inventory = Read(ReadAll(file.path()));
    ASSERT_TRUE(inventory.ok()) << file.path() << inventory.error().Message(Language::kEn);
    EXPECT_GE(inventory->lines.size(), 10u) << file.path();
    EXPECT_EQ(SplitLines(inventory->lines).size(), 1u) << "more than one transaction";
    names.insert(file.path().stem());
  }
  EXPECT_EQ(names, (std::set<std::string>{"lychee-gate", "lychee-guangzhou", "mango-air-fr",
                                          "mango-gate", "mango-sea-fr", "rice-gate"}));
}

TEST(InventoryFile, IsBlamedByLineAndField) {
  const auto text = ReadAll(Examples() / "rice-gate.json");
  const auto with = [&](const std::string& what, const std::string& by) {
    auto altered = text;
    altered.replace(altered.find(what), what.size(), by);
    return Read(altered);
  };
  EXPECT_EQ(NameOf(with("\"lines\"", "\"rows\"")), "JSON_UNKNOWN_FIELD");
  EXPECT_EQ(NameOf(with("\"firstDay\"", "\"first\"")), "JSON_UNKNOWN_FIELD");
  EXPECT_EQ(NameOf(Read("[]")), "JSON_VALUE");
  EXPECT_EQ(NameOf(Read("{\"header\": {}, \"lines\": {}}")), "JSON_VALUE");
  EXPECT_EQ(NameOf(Read("{")), "JSON_SYNTAX");
  EXPECT_EQ(NameOf(Read("{}")), "FIELD_MISSING");
  const auto stage = with("STAGE_RAW_MATERIALS", "STAGE_USE");
  ASSERT_FALSE(stage.ok());
  EXPECT_EQ(stage.error().kind(), ErrorKind::kUsage);
  EXPECT_EQ(stage.error().name(), "STAGE_NOT_ALLOWED");
}

TEST(InventoryFile, SplitsWhatATransactionHolds) {
  const auto inventory = *Read(ReadAll(Examples() / "lychee-gate.json"));
  std::vector<v1::InventoryLine> lines(120, inventory.lines.front());
  auto parts = SplitLines(lines);
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[0].lines_size(), 100);
  EXPECT_EQ(parts[1].lines_size(), 20);
  for (auto& line : lines) line.set_source(std::string(512, 'x'));
  parts = SplitLines(lines);
  EXPECT_GT(parts.size(), 1u);
  int count = 0;
  for (const auto& part : parts) {
    EXPECT_LE(part.ByteSizeLong(), 48u << 10);
    EXPECT_EQ(part.to_case(), v1::AddLines::TO_NOT_SET);
    count += part.lines_size();
  }
  EXPECT_EQ(count, 120);
  EXPECT_TRUE(SplitLines({}).empty());
}

TEST(NumberText, HasThreeSignificantDigitsHalfToEven) {
  EXPECT_EQ(ThreeDigits("0.5378707"), "0.538");
  EXPECT_EQ(ThreeDigits("0.045877333"), "0.0459");
  EXPECT_EQ(ThreeDigits("1.0995"), "1.10") << "a zero that was reckoned is a digit";
  EXPECT_EQ(ThreeDigits("12.345"), "12.3");
  EXPECT_EQ(ThreeDigits("1291.5"), "1292") << "digits before the point are never dropped";
  EXPECT_EQ(ThreeDigits("0.00000001"), "0.000000010");
  EXPECT_EQ(ThreeDigits("-0.5375"), "-0.538");
  EXPECT_EQ(ThreeDigits("0.5365"), "0.536");
  EXPECT_EQ(ThreeDigits("0"), "0");
  EXPECT_EQ(ThreeDigits("2"), "2.00");
  EXPECT_EQ(ThreeDigits("\x1b[2J"), "\\x1b[2J");
}

TEST(NumberText, SharesArePercent) {
  EXPECT_EQ(Percent(2415), "24.15 %");
  EXPECT_EQ(Percent(5), "0.05 %");
  EXPECT_EQ(Percent(10'000), "100.00 %");
  EXPECT_EQ(Percent(-307), "-3.07 %");
}

}  // namespace
}  // namespace tanji::client::cli
