#include "ledger/base/shares.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

namespace tanji::ledger {
namespace {

using ::testing::ElementsAre;

Decimal D(std::string_view text) {
  return Decimal::Parse(text).value();
}
std::vector<Decimal> Cells(std::initializer_list<std::string_view> texts) {
  std::vector<Decimal> out;
  for (const auto text : texts) out.push_back(D(text));
  return out;
}

TEST(Apportion, LargestRemainderThenEarlierLine) {
  // 1/3 each of 10000: the first of three equal remainders gets the one that is left.
  EXPECT_THAT(*Apportion(Cells({"1", "1", "1"}), 10'000), ElementsAre(3334, 3333, 3333));
  // Quotas 0.6, 1.8, 0.6: the largest remainder first, then the earlier of the equal ones.
  EXPECT_THAT(*Apportion(Cells({"1", "3", "1"}), 3), ElementsAre(1, 2, 0));
  EXPECT_THAT(*Apportion(Cells({"0", "5"}), 7), ElementsAre(0, 7));
  EXPECT_THAT(*Apportion(Cells({"2", "2"}), 0), ElementsAre(0, 0));
  EXPECT_EQ(Apportion(Cells({"0", "0"}), 5), std::nullopt);
  EXPECT_EQ(Apportion(Cells({"1", "-1"}), 5), std::nullopt);
  EXPECT_EQ(Apportion({}, 5), std::nullopt);
}

TEST(Shares, OfMagnitudesWithTheSignOfTheCell) {
  EXPECT_THAT(*Shares(Cells({"3", "-1"})), ElementsAre(7500, -2500));
  EXPECT_THAT(*Shares(Cells({"-1", "-1", "-1"})), ElementsAre(-3334, -3333, -3333));
  EXPECT_THAT(*Shares(Cells({"0.000000001"})), ElementsAre(10'000));
  EXPECT_THAT(*Shares(Cells({"99999999999999999999999999999", "-99999999999999999999999999999"})),
              ElementsAre(5000, -5000));
  EXPECT_EQ(Shares(Cells({"0"})), std::nullopt);
}

RC_GTEST_PROP(SharesProperty, AddUpAndStayWithinOneOfTheQuota, (const std::vector<int>& units)) {
  std::vector<Decimal> cells;
  std::int64_t sum = 0;
  for (const int value : units) {
    cells.push_back(Decimal::FromUnits(value).value());
    sum += std::abs(std::int64_t{value});
  }
  const auto shares = Shares(cells);
  RC_ASSERT(shares.has_value() == (sum != 0));
  if (!shares) return;
  std::int64_t total = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::int64_t share = std::abs((*shares)[i]);
    const std::int64_t scaled = std::abs(std::int64_t{units[i]}) * kWholeShare;
    RC_ASSERT(share == scaled / sum || share == scaled / sum + 1);
    RC_ASSERT((*shares)[i] == 0 || ((*shares)[i] < 0) == (units[i] < 0));
    total += share;
  }
  RC_ASSERT(total == kWholeShare);
}

// D5: floor((200 * below + 100 * equal) / 2n), the own value among the equal ones.
TEST(Percentile, CountsHalfOfTheEqual) {
  EXPECT_EQ(Percentile(0, 1, 1), 50);
  EXPECT_EQ(Percentile(0, 1, 10), 5);
  EXPECT_EQ(Percentile(9, 1, 10), 95);
  EXPECT_EQ(Percentile(3, 1, 7), 50);
  EXPECT_EQ(Percentile(0, 3, 7), 21);  // 300 / 14 = 21.4
  EXPECT_EQ(Percentile(0, 1, 1000), 0);
  EXPECT_EQ(PercentileAmong(Cells({"3", "1", "2", "2"}), D("2")), 50);
  EXPECT_EQ(PercentileAmong(Cells({"3", "1", "2", "2"}), D("3")), 87);
  EXPECT_EQ(PercentileAmong(Cells({"3", "1"}), D("2")), std::nullopt);
}

TEST(Quantile, NearestRank) {
  const auto values = Cells({"50", "15", "40", "20", "35"});
  EXPECT_EQ(Quantile(values, 5), D("15"));
  EXPECT_EQ(Quantile(values, 20), D("15"));
  EXPECT_EQ(Quantile(values, 21), D("20"));
  EXPECT_EQ(Quantile(values, 30), D("20"));
  EXPECT_EQ(Quantile(values, 40), D("20"));
  EXPECT_EQ(Quantile(values, 50), D("35"));
  EXPECT_EQ(Quantile(values, 100), D("50"));
  EXPECT_EQ(Quantile({}, 50), std::nullopt);
}

TEST(Mean, SumsFirstAndRoundsOnce) {
  EXPECT_EQ(Mean(Cells({"1", "2"}), 0), D("2"));
  EXPECT_EQ(Mean(Cells({"2", "3"}), 0), D("2"));
  EXPECT_EQ(Mean(Cells({"1", "1", "2"}), 2), D("1.33"));
  EXPECT_EQ(Mean(Cells({"-1", "-1", "-2"}), 2), D("-1.33"));
  EXPECT_EQ(Mean(Cells({"99999999999999999999999999999", "99999999999999999999999999999"}), 9),
            D("99999999999999999999999999999"));
  EXPECT_EQ(Mean({}, 2), std::nullopt);
}

}  // namespace
}  // namespace tanji::ledger
