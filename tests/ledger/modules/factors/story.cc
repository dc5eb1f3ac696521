// What factors can do, each operation once.
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/stories.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger::testing {
namespace {

void AddPart(v1::FactorRow& row, v1::Gas gas, const char* value) {
  auto& part = *row.add_parts();
  part.set_gas(gas);
  part.set_value(value);
}

// Every field of a row.
v1::FactorRow FullRow() {
  auto row = GridRow("coal");
  row.mutable_range()->mutable_range()->set_low("0.9");
  row.mutable_range()->mutable_range()->set_high("2.5");
  row.mutable_value()->set_decimal("2.1");
  row.mutable_gwp_set()->set_text("gwpSets/ar6");
  AddPart(row, v1::GAS_CO2, "2");
  AddPart(row, v1::GAS_CH4_FOSSIL, "0.001");
  *row.mutable_note() = Text("含线损", "losses included");
  *row.mutable_unusual() = Text("老旧机组", "an old unit");
  return row;
}

}  // namespace

void TellFactors(Story& story) {
  story.Tell("body-cn", Op(GwpSet("ar6")));
  EXPECT_TRUE(Accepted(story.world().Do("body-cn", GwpSet("ar5"))));
  story.Tell("body-cn", Op(ChangeGwpSet("ar5", OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
  PublishDatasetOf(story.world(), "power-2024", {"average"});
  story.Tell("body-cn", Op(Dataset("power-2025", "datasets/power-2024")));
  story.Tell("body-cn", Op(Rows("power-2025", {GridRow("average"), FullRow()})));
  story.Tell("body-cn", Op(Publication(story.world(), "power-2025")));
  story.Tell("body-cn", Op(ChangeFactor("datasets/power-2025/factors/coal",
                                        OpenStatus(v1::STATUS_KIND_SUSPENDED))));
  story.Tell("body-cn", Op(ChangeDataset("power-2024", OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
}

}  // namespace tanji::ledger::testing
