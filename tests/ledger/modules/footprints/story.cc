// What footprints can do, each operation once.
#include "ledger/modules/common/names.h"
#include "tests/ledger/modules/footprints/grower.h"
#include "tests/ledger/modules/stories.h"

namespace tanji::ledger::testing {
namespace {

// Every field of a header for a forward footprint that succeeds another one.
v1::InventoryHeader FullHeader(const std::string& predecessor) {
  auto header = MangoHeader();
  header.set_first_day("2025-02-01");
  header.set_last_day("2026-01-31");
  header.set_coverage(v1::FOOTPRINT_COVERAGE_FORWARD);
  header.set_valid_until_day("2027-01-31");
  header.mutable_perennial()->set_harvests(1);
  header.mutable_perennial()->set_establishment_unknown(v1::UNKNOWN_NOT_ASSESSED);
  header.set_cut_off_share(50);
  *header.add_cut_off() = Text("农膜", "mulch film");
  auto& before = *header.add_predecessors();
  before.set_footprint(predecessor);
  before.set_reason(v1::SUCCESSION_REASON_NEW_PERIOD);
  return header;
}

// Every field of a line.
v1::InventoryLine FullLine() {
  auto line = PowerLine("power", "1000");
  line.mutable_factor()->mutable_amount_range()->set_low("900");
  line.mutable_factor()->mutable_amount_range()->set_high("1100.5");
  line.set_of_which(v1::OF_WHICH_PACKAGING);
  line.set_factor_primary(true);
  line.mutable_quality()->set_technological(1);
  line.mutable_quality()->set_geographical(2);
  line.mutable_quality()->set_temporal(5);
  return line;
}

}  // namespace

void TellFootprints(Story& story) {
  auto& world = story.world();
  world.Register("farm", {v1::PARTICIPANT_KIND_PRODUCER});
  Farm::Expect(world.Do("farm", Orchard()));
  Farm::Expect(world.Do("farm", Mango()));
  PublishPower(world);
  Farm::Expect(world.Do("farm", Creation()));
  const auto first = world.CreatedName(kFootprintsCollection);
  Farm::Expect(world.Do("farm", Lines(first, {PowerLine("power", "1000")})));
  Farm::Expect(world.Do("farm", Declaration(world, first)));

  story.Tell("farm", Op(Creation(FullHeader(first))));
  const auto name = world.CreatedName(kFootprintsCollection);
  story.Tell("farm", Op(Lines(name, {FullLine(), UpstreamLine("grafts", first, "2.5")})));
  // The period is over by then.
  world.Advance(40 * kDayMs);
  story.Tell("farm", Op(Declaration(world, name)));
  story.Tell("farm", Op(ChangeFootprint(first, OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
}

}  // namespace tanji::ledger::testing
