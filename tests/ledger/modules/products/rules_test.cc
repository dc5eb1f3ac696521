#include "ledger/modules/products/rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ledger/modules/products/farm.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Amounting;
using testing::Refused;

// Specimens that circulate in print, among them GS1's own worked example 629104150021-3.
TEST(Gs1CheckDigit, IsThatOfPublishedNumbers) {
  for (const std::string_view good :
       {"6291041500213", "73513537", "036000291452", "4006381333931", "10614141000415"}) {
    EXPECT_EQ(Gs1CheckDigit(good.substr(0, good.size() - 1)), good.back()) << good;
    EXPECT_TRUE(Accepted(CheckGtin(good, "gtin"))) << good;
  }
}

TEST(Gs1CheckDigit, SeesEverySlipOfOneDigit) {
  const std::string good = "6291041500213";
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (char digit = '0'; digit <= '9'; ++digit) {
      auto slip = good;
      slip[at] = digit;
      EXPECT_EQ(CheckGln(slip, "gln").ok(), slip == good) << slip;
    }
  }
}

TEST(Gs1Number, HasTheLengthsOfItsKind) {
  EXPECT_TRUE(Accepted(CheckGln("", "gln")));
  EXPECT_TRUE(Refused(CheckGln("73513537", "gln"), v1::CODE_GS1_NUMBER_MALFORMED,
                      {{"field", "gln"}, {"value", "73513537"}, {"expected", "13"}}));
  EXPECT_TRUE(
      Refused(CheckGtin("629104150021X", "gtin"), v1::CODE_GS1_NUMBER_MALFORMED,
              {{"field", "gtin"}, {"value", "629104150021X"}, {"expected", "8, 12, 13, 14"}}));
  EXPECT_TRUE(Refused(CheckGtin("6291041500212", "gtin"), v1::CODE_CHECK_DIGIT_FALSE,
                      {{"field", "gtin"}, {"value", "6291041500212"}, {"expected", "3"}}));
}

TEST(CoveringCategories, GoFromTheLongestToTheShortest) {
  using ::testing::ElementsAre;
  EXPECT_THAT(CoveringCategories("CPC:01316"),
              ElementsAre("CPC:01316", "CPC:0131", "CPC:013", "CPC:01", "CPC:0"));
  EXPECT_THAT(CoveringCategories("HS:080450"), ElementsAre("HS:080450", "HS:0804", "HS:08"));
  EXPECT_THAT(CoveringCategories("HS:08"), ElementsAre("HS:08"));
}

TEST(Climate, IsWetAboveAThousandMillimetres) {
  EXPECT_EQ(ClimateOf(1000), v1::CLIMATE_CLASS_DRY);
  EXPECT_EQ(ClimateOf(1001), v1::CLIMATE_CLASS_WET);
}

TEST(Goods, ConvertExactly) {
  EXPECT_EQ(MassOf(Amounting("82000", "jin")).kilograms().Text(), "41000");
  EXPECT_EQ(MassOf(Amounting("0.001", "jin")).kilograms().Text(), "0.0005");
  EXPECT_EQ(MassOf(Amounting("5.955", "t")).kilograms().Text(), "5955");
  EXPECT_EQ(SquareMetresOf(Amounting("15", "mu")).Text(), "10000");
  EXPECT_EQ(SquareMetresOf(Amounting("1", "mu")).Text(), "666.666666667");
  EXPECT_EQ(SquareMetresOf(Amounting("0.35", "ha")).Text(), "3500");
}

TEST(Goods, AreBoundedInKilograms) {
  EXPECT_TRUE(Accepted(CheckGoods(Amounting("1000000000", "t"), "mass")));
  const Detail bounds{{"field", "mass"},
                      {"value", "1000000000.001 t"},
                      {"lowest", "0.000000001 kg"},
                      {"highest", "1000000000000 kg"}};
  EXPECT_TRUE(Refused(CheckGoods(Amounting("1000000000.001", "t"), "mass"),
                      v1::CODE_FIELD_OUT_OF_RANGE, bounds));
  // Half of the last place rounds to the even 0, which is no mass.
  EXPECT_EQ(CheckGoods(Amounting("0.000000001", "jin"), "mass").code(),
            v1::CODE_FIELD_OUT_OF_RANGE);
  EXPECT_TRUE(Accepted(CheckGoods(Amounting("0.000000003", "jin"), "mass")));
  EXPECT_EQ(MassOf(Amounting("0.000000003", "jin")).kilograms().units(), 2);
  EXPECT_TRUE(Refused(CheckArea(Amounting("1", "kg"), "area"), v1::CODE_UNIT_NOT_ACCEPTED,
                      {{"field", "area.unit"}, {"value", "kg"}, {"expected", "m2, ha, mu"}}));
}

TEST(DayInChina, BeginsEightHoursEarlier) {
  constexpr std::int64_t kHourMs = 3'600'000;
  EXPECT_EQ(ToText(DayInChina(testing::kGenesisTimeMs)), "2026-01-01");
  EXPECT_EQ(ToText(DayInChina(testing::kGenesisTimeMs + 16 * kHourMs - 1)), "2026-01-01");
  EXPECT_EQ(ToText(DayInChina(testing::kGenesisTimeMs + 16 * kHourMs)), "2026-01-02");
  EXPECT_EQ(ToText(DayInChina(testing::kGenesisTimeMs - 8 * kHourMs - 1)), "2025-12-31");
  // The last instant that the ledger knows.
  EXPECT_EQ(ToText(DayInChina(253'402'300'799'999)), "9999-12-31");
}

TEST(Custody, RunsFromTheStrictestToTheWeakest) {
  EXPECT_TRUE(IsStricter(v1::CUSTODY_MODEL_IDENTITY_PRESERVED, v1::CUSTODY_MODEL_SEGREGATED));
  EXPECT_TRUE(IsStricter(v1::CUSTODY_MODEL_SEGREGATED, v1::CUSTODY_MODEL_CONTROLLED_BLENDING));
  EXPECT_TRUE(IsStricter(v1::CUSTODY_MODEL_CONTROLLED_BLENDING, v1::CUSTODY_MODEL_MASS_BALANCE));
  EXPECT_TRUE(IsStricter(v1::CUSTODY_MODEL_MASS_BALANCE, v1::CUSTODY_MODEL_BOOK_AND_CLAIM));
  EXPECT_FALSE(IsStricter(v1::CUSTODY_MODEL_MASS_BALANCE, v1::CUSTODY_MODEL_MASS_BALANCE));
  EXPECT_FALSE(IsStricter(v1::CUSTODY_MODEL_BOOK_AND_CLAIM, v1::CUSTODY_MODEL_SEGREGATED));
}

TEST(Confirmation, IsNeededWithoutABoundOrAboveIt) {
  v1::Lot lot;
  lot.set_mass_kg("100");
  EXPECT_FALSE(NeedsConfirmation(lot));
  lot.mutable_harvest()->set_bound_unknown(v1::UNKNOWN_NOT_ASSESSED);
  EXPECT_TRUE(NeedsConfirmation(lot));
  lot.mutable_harvest()->set_bound_kg("100");
  EXPECT_FALSE(NeedsConfirmation(lot));
  lot.mutable_harvest()->set_bound_kg("99.999999999");
  EXPECT_TRUE(NeedsConfirmation(lot));
}

TEST(Left, IsWhatIsNeitherTakenNorLost) {
  v1::Lot lot;
  lot.set_mass_kg("100");
  v1::LotBalance balance;
  balance.set_taken_kg("30.5");
  balance.set_lost_kg("0.000000001");
  EXPECT_EQ(Left(lot, balance).kilograms().Text(), "69.499999999");
}

}  // namespace
}  // namespace tanji::ledger
