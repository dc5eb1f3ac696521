// The answers of tests/oracles/reckon, an independent computation in exact fractions: the three
// example inventories with their transports, and one that uses every model. To the last digit.
//
// And the published figures of other studies beside ours. Nothing is asserted about them: an input
// is never chosen to fit (tests/vectors/footprints/README.md says where ours lie and why).
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "ledger/base/rational.h"
#include "ledger/modules/footprints/reckon/check.h"
#include "ledger/modules/footprints/reckon/references.h"
#include "tests/ledger/modules/footprints/reckon/inputs.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger::testing {
namespace {

using nlohmann::json;

const std::string kVectors = "tests/vectors/footprints/";

template <class Message>
void ExpectEqual(const json& expected, const Message& found) {
  Message message;
  const auto status = google::protobuf::util::JsonStringToMessage(expected.dump(), &message);
  ASSERT_TRUE(status.ok()) << status.ToString();
  google::protobuf::util::MessageDifferencer differencer;
  std::string difference;
  differencer.ReportDifferencesToString(&difference);
  EXPECT_TRUE(differencer.Compare(message, found)) << difference;
}

class Vectors : public ::testing::TestWithParam<const char*> {
 protected:
  json vector = ReadJson(kVectors + GetParam() + ".json");
  Inventory inventory =
      ReadInventory(vector.at("inputs").at("inventory"), vector.at("inputs").at("factors"));
};

TEST_P(Vectors, AreWellFormedInventories) {
  EXPECT_TRUE(Accepted(CheckInventoryHeader(inventory.header, "header")));
  for (const auto& line : inventory.lines) {
    EXPECT_TRUE(Accepted(CheckInventoryLine(line, LineField(line))));
  }
  EXPECT_TRUE(Accepted(CheckInventory(inventory.header, inventory.lines)));
}

TEST_P(Vectors, NameTheFactorsTheyUse) {
  const auto references = ReferencesOf(inventory.header, inventory.lines);
  const auto reckoned = inventory.Reckon();
  ASSERT_EQ(references.factors.size(), reckoned.factors.size());
  for (std::size_t i = 0; i < references.factors.size(); ++i) {
    EXPECT_EQ(references.factors[i], reckoned.factors[i].factor());
  }
}

TEST_P(Vectors, AgreeWithTheOracleToTheLastDigit) {
  const auto reckoned = inventory.Reckon();
  ExpectEqual(vector.at("result"), reckoned.result);
  ASSERT_EQ(vector.at("lines").size(), reckoned.lines.size());
  for (std::size_t i = 0; i < reckoned.lines.size(); ++i) {
    SCOPED_TRACE(inventory.lines[i].id());
    ExpectEqual(vector.at("lines")[i], reckoned.lines[i]);
  }
  ASSERT_EQ(vector.at("factors").size(), reckoned.factors.size());
  for (std::size_t i = 0; i < reckoned.factors.size(); ++i) {
    SCOPED_TRACE(reckoned.factors[i].factor());
    ExpectEqual(vector.at("factors")[i], reckoned.factors[i]);
  }
}

// Every total is the exact sum of cells: all identities hold to the last digit.
TEST_P(Vectors, AddUp) {
  const auto reckoned = inventory.Reckon();
  const auto sum = [](const auto& rows) {
    Decimal out;
    for (const auto& row : rows) out = *Add(out, *Decimal::Parse(row.co2e()));
    return out;
  };
  const auto value = *Decimal::Parse(reckoned.result.value());
  EXPECT_EQ(sum(reckoned.result.gases()), value);
  EXPECT_EQ(sum(reckoned.result.stages()), value);
  EXPECT_EQ(sum(reckoned.result.pact()), value);
  EXPECT_EQ(sum(reckoned.result.parts()), value);
  Decimal lines;
  std::uint32_t shares = 0;
  for (std::size_t i = 0; i < reckoned.lines.size(); ++i) {
    shares += reckoned.lines[i].share();
    if (inventory.lines[i].has_reported_apart()) continue;
    EXPECT_EQ(sum(reckoned.lines[i].cells()), *Decimal::Parse(reckoned.lines[i].co2e()));
    lines = *Add(lines, *Decimal::Parse(reckoned.lines[i].co2e()));
  }
  EXPECT_EQ(lines, value);
  EXPECT_EQ(shares, 10'000u);
}

// D2 by brute force: the whole footprint again, with one factor standing at its bound.
TEST_P(Vectors, HaveTheRangeOfReckoningEverythingAgain) {
  const auto reckoned = inventory.Reckon();
  const auto value = *Decimal::Parse(reckoned.result.value());
  const auto value_at = [&](const std::string& name, const std::string& bound) {
    auto moved = inventory;
    auto& row = moved.Row(name);
    const Rational stretch =
        Rational(*Decimal::Parse(bound)) / Rational(*Decimal::Parse(row.value().decimal()));
    for (auto& part : *row.mutable_parts()) {
      // What cannot be written down exactly is left to the oracle.
      const auto exact = ExactDecimal(Rational(*Decimal::Parse(part.value())) * stretch);
      if (!exact) return std::optional<Decimal>();
      part.set_value(exact->Text());
    }
    row.mutable_value()->set_decimal(bound);
    row.mutable_range()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
    return Decimal::Parse(moved.Value());
  };
  int ranged = 0;
  for (const auto& factor : reckoned.factors) {
    const auto known = inventory.Row(factor.factor()).range();
    EXPECT_EQ(known.has_range(), !factor.down().empty());
    if (!known.has_range()) continue;
    const auto a = value_at(factor.factor(), known.range().low());
    const auto b = value_at(factor.factor(), known.range().high());
    if (!a || !b) continue;
    ++ranged;
    const Decimal zero;
    EXPECT_EQ(factor.down(), std::max({*Subtract(value, *a), *Subtract(value, *b), zero}).Text());
    EXPECT_EQ(factor.up(), std::max({*Subtract(*a, value), *Subtract(*b, value), zero}).Text());
  }
  EXPECT_GT(ranged, 3);
}

INSTANTIATE_TEST_SUITE_P(Footprints, Vectors,
                         ::testing::Values("mango-gate", "mango-sea-fr", "mango-air-fr",
                                           "lychee-gate", "lychee-guangzhou", "rice-gate",
                                           "every-model"),
                         [](const auto& row) {
                           std::string name = row.param;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

TEST(Footprints, BesideWhatOthersPublished) {
  const auto published = ReadJson(kVectors + "inputs/published.json");
  for (const auto& row : published.at("rows")) {
    const std::string name = row.at("inventory");
    const auto result = ReadJson(kVectors + name + ".json").at("result");
    const auto text = [&](const json& from, const char* key) {
      return from.at(key).get<std::string>();
    };
    std::cout << name << ": " << text(result, "value") << " [" << text(result, "low") << ", "
              << text(result, "high") << "] kgCO2e/kg; published, " << text(row, "scope") << ": "
              << text(row, "low") << " to " << text(row, "high") << " " << text(row, "unit")
              << "\n";
    EXPECT_TRUE(Decimal::Parse(row.at("low").get<std::string>()));
  }
}

}  // namespace
}  // namespace tanji::ledger::testing
