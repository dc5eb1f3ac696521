// What products can do, each operation once.
#include "tests/ledger/modules/products/farm.h"
#include "tests/ledger/modules/stories.h"

namespace tanji::ledger::testing {

void TellProducts(Story& story) {
  auto& world = story.world();
  world.Register("farm", {v1::PARTICIPANT_KIND_PRODUCER});
  world.Register("auditor", {v1::PARTICIPANT_KIND_AUDITOR});
  story.Tell("farm", Op(Orchard()));
  story.Tell("farm", Op(Mango()));
  auto cut = Mango("cut-mango");
  cut.set_category("CPC:21491");
  Farm::Expect(world.Do("farm", cut));
  story.Tell("body-cn", Op(Bound()));
  auto above = Harvested("h-2025-12", "41000");
  *above.mutable_mass() = Amounting("82000", "jin");
  above.clear_moisture_unknown();
  above.set_moisture(8200);
  story.Tell("farm", Op(above));
  story.Tell("auditor", Op(Confirmation("h-2025-12")));
  Farm::Expect(world.Do("farm", Harvested("h-2025-12-b", "900")));
  auto derive = Derived("cut-1", {{"h-2025-12", "1000.5"}, {"h-2025-12-b", "99.5"}}, "550");
  derive.set_product(std::string(kCut));
  derive.set_yield_ratio("0.5");
  story.Tell("farm", Op(derive));
  story.Tell("farm", Op(Loss("h-2025-12", "12.25")));
  story.Tell("farm", Op(ChangeLot("h-2025-12-b", OpenStatus(v1::STATUS_KIND_SUSPENDED))));
  story.Tell("farm", Op(ChangeOrchard(OpenStatus(v1::STATUS_KIND_SUSPENDED))));
  story.Tell("farm", Op(ChangeMango(OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
}

}  // namespace tanji::ledger::testing
