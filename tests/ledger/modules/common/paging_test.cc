#include "ledger/modules/common/paging.h"

#include <gtest/gtest.h>

#include <map>

#include "ledger/state/key.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

class Pages : public ::testing::Test {
 protected:
  Pages() {
    for (std::uint32_t i = 0; i < 5; ++i) {
      rows_[MakeKey(KeySpace::kBallot, i)] = "record " + std::to_string(i);
    }
    rows_[MakeKey(KeySpace::kElectorate)] = "before";
    rows_[MakeKey(KeySpace::kBallotVote, std::uint32_t{0})] = "after";
  }

  StateScan Scan() const {
    return [this](std::string_view first, const StateVisit& visit) {
      for (auto it = rows_.lower_bound(std::string(first)); it != rows_.end(); ++it) {
        if (!visit(it->first, it->second)) return;
      }
    };
  }

  std::map<std::string, std::string> rows_;
};

TEST_F(Pages, TogetherHoldEachRowOnceInOrder) {
  for (std::uint32_t size = 1; size <= 6; ++size) {
    std::vector<std::string> seen;
    std::string token;
    do {
      Page page;
      ASSERT_TRUE(testing::Accepted(ReadPage(Scan(), KeySpace::kBallot, size, token, page)));
      EXPECT_LE(page.rows.size(), size);
      for (const auto& row : page.rows) seen.push_back(row.second);
      token = page.next_token;
    } while (!token.empty());
    EXPECT_EQ(seen, (std::vector<std::string>{"record 0", "record 1", "record 2", "record 3",
                                              "record 4"}))
        << size;
  }
}

TEST_F(Pages, GoOnWhereTheLastOneEndedEvenIfItsLastRowIsGone) {
  Page first, second;
  ASSERT_TRUE(testing::Accepted(ReadPage(Scan(), KeySpace::kBallot, 2, "", first)));
  rows_.erase(first.rows.back().first);
  ASSERT_TRUE(testing::Accepted(ReadPage(Scan(), KeySpace::kBallot, 2, first.next_token, second)));
  EXPECT_EQ(second.rows.front().second, "record 2");
}

TEST_F(Pages, OfAnEmptyTableAreEmpty) {
  Page page;
  ASSERT_TRUE(testing::Accepted(ReadPage(Scan(), KeySpace::kLicence, 0, "", page)));
  EXPECT_TRUE(page.rows.empty());
  EXPECT_TRUE(page.next_token.empty());
}

TEST_F(Pages, RefuseForeignTokensAndLargeSizes) {
  Page page;
  for (const char* token : {"zz", "2", "27", "2500"}) {
    EXPECT_TRUE(testing::Refused(ReadPage(Scan(), KeySpace::kBallot, 2, token, page),
                                 v1::CODE_PAGE_TOKEN_MALFORMED, {}))
        << token;
  }
  EXPECT_TRUE(testing::Accepted(ReadPage(Scan(), KeySpace::kBallot, 1000, "", page)));
  EXPECT_TRUE(testing::Refused(ReadPage(Scan(), KeySpace::kBallot, 1001, "", page),
                               v1::CODE_PAGE_SIZE_OUT_OF_RANGE,
                               {{"value", "1001"}, {"limit", "1000"}}));
}

}  // namespace
}  // namespace tanji::ledger
