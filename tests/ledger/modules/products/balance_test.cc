// What of a lot is gone, what bears labels, and what is left.
#include "ledger/modules/products/balance.h"

#include <gtest/gtest.h>

#include "ledger/modules/products/rules.h"

namespace tanji::ledger {
namespace {

Mass Kilograms(const char* text) {
  return MassOfText(text);
}
v1::Lot LotOf(const char* kilograms) {
  v1::Lot lot;
  lot.set_mass_kg(kilograms);
  return lot;
}

TEST(Balance, OfANewLotIsNothing) {
  const auto balance = NothingGone();
  EXPECT_EQ(balance.taken_kg(), "0");
  EXPECT_EQ(balance.lost_kg(), "0");
  EXPECT_TRUE(balance.labelled().empty());
}

TEST(Balance, AddsWhatIsTakenAndLost) {
  auto balance = NothingGone();
  AddTaken(balance, Kilograms("1.5"));
  AddTaken(balance, Kilograms("0.5"));
  AddLost(balance, Kilograms("0.000000001"));
  EXPECT_EQ(balance.taken_kg(), "2");
  EXPECT_EQ(balance.lost_kg(), "0.000000001");
  EXPECT_EQ(NotGone(LotOf("10"), balance), Kilograms("7.999999999"));
}

TEST(Balance, ListsSchemesAscendingAndOnlyWhileTheyLabel) {
  auto balance = NothingGone();
  SetLabelled(balance, "schemes/b", Kilograms("2"));
  SetLabelled(balance, "schemes/c", Kilograms("1"));
  SetLabelled(balance, "schemes/a", Kilograms("3"));
  SetLabelled(balance, "schemes/b", Kilograms("4"));
  ASSERT_EQ(balance.labelled_size(), 3);
  EXPECT_EQ(balance.labelled(0).scheme(), "schemes/a");
  EXPECT_EQ(balance.labelled(1).mass_kg(), "4");
  EXPECT_EQ(balance.labelled(2).scheme(), "schemes/c");
  SetLabelled(balance, "schemes/b", Mass());
  SetLabelled(balance, "schemes/d", Mass());
  EXPECT_EQ(balance.labelled_size(), 2);
  EXPECT_EQ(LabelledUnder(balance, "schemes/b"), Mass());
  EXPECT_EQ(LabelledUnder(balance, "schemes/c"), Kilograms("1"));
}

// The same goods may bear labels of two schemes: what one of them holds is enough to keep them.
TEST(Balance, LeavesWhatNoSchemeHasLabelled) {
  auto balance = NothingGone();
  AddTaken(balance, Kilograms("2"));
  SetLabelled(balance, "schemes/a", Kilograms("3"));
  SetLabelled(balance, "schemes/b", Kilograms("5"));
  EXPECT_EQ(MostLabelled(balance), Kilograms("5"));
  EXPECT_EQ(NotGone(LotOf("10"), balance), Kilograms("8"));
  EXPECT_EQ(Left(LotOf("10"), balance), Kilograms("3"));
}

}  // namespace
}  // namespace tanji::ledger
