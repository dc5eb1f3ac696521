// A farm with an orchard, a product and a bound on what it can yield; messages for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tanji/v1/products.pb.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger::testing {

inline constexpr std::string_view kOrchard = "participants/farm/facilities/orchard";
inline constexpr std::string_view kMango = "participants/farm/products/mango";
inline constexpr std::string_view kCut = "participants/farm/products/cut-mango";

v1::Amount Amounting(std::string_view decimal, std::string_view unit);

// 15 mu, which is 1 ha, wet.
v1::RegisterFacility Orchard(std::string_view id = "orchard");
// A packhouse: nothing is grown there.
v1::RegisterFacility Packhouse();
v1::RegisterProduct Mango(std::string_view id = "mango");
// 20,000 kg/ha for CPC:0131.
v1::SetYieldBound Bound(std::string_view category = "CPC:0131");
// Of the orchard in December 2025, in kg.
v1::RegisterHarvest Harvested(std::string_view id, std::string_view kilograms = "15000");
v1::ConfirmHarvest Confirmation(std::string_view lot_id);
std::string LotName(std::string_view id, std::string_view producer_id = "farm");

struct Part {
  std::string lot_id, kilograms;
};
// A split or merge of mangoes, mass balance.
v1::DeriveLot Derived(std::string_view id, const std::vector<Part>& parts,
                      std::string_view kilograms);
v1::ReportLoss Loss(std::string_view lot_id, std::string_view kilograms);
v1::ChangeLotStatus ChangeLot(std::string_view lot_id, v1::StatusChange change);
v1::ChangeFacilityStatus ChangeOrchard(v1::StatusChange change);
v1::ChangeProductStatus ChangeMango(v1::StatusChange change);

// `farm` and `neighbour` are producers, `auditor` an auditor; the farm has its orchard, a packhouse
// and the products mango and cut-mango, and mangoes have a bound.
struct Farm {
  Farm();
  // Asserted to succeed, by `farm`.
  template <class Message>
  void Do(const Message& message) {
    Expect(world.Do("farm", message));
  }
  static void Expect(const Outcome& outcome);

  World world;
};

}  // namespace tanji::ledger::testing
