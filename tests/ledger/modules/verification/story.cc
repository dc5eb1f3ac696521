// What verification can do, each operation once.
#include "ledger/modules/common/names.h"
#include "tests/ledger/modules/stories.h"
#include "tests/ledger/modules/verification/audit.h"

namespace tanji::ledger::testing {
namespace {

std::string Declare(World& world, const v1::InventoryHeader& header) {
  Farm::Expect(world.Do("farm", Creation(header)));
  const auto name = world.CreatedName(kFootprintsCollection);
  Farm::Expect(world.Do("farm", Lines(name, {PowerLine("power", "1000")})));
  Farm::Expect(world.Do("farm", Declaration(world, name)));
  return name;
}

v1::InventoryHeader Correcting(const std::string& footprint) {
  auto header = MangoHeader();
  auto& before = *header.add_predecessors();
  before.set_footprint(footprint);
  before.set_reason(v1::SUCCESSION_REASON_CORRECTION);
  return header;
}

}  // namespace

void TellVerification(Story& story) {
  auto& world = story.world();
  world.Register("farm", {v1::PARTICIPANT_KIND_PRODUCER});
  world.Register("auditor", {v1::PARTICIPANT_KIND_AUDITOR});
  Farm::Expect(world.Do("farm", Orchard()));
  Farm::Expect(world.Do("farm", Mango()));
  PublishPower(world);
  const auto accreditation = Accredit(world);
  const auto footprint = Declare(world, MangoHeader());

  story.Tell("auditor", Op(Request(footprint)));
  const auto correction = world.CreatedName(kCorrectionsCollection);
  auto answer = AnswerTo(correction);
  answer.set_successor(Declare(world, Correcting(footprint)));
  story.Tell("farm", Op(answer));
  story.Tell("auditor", Op(Closing(correction)));

  story.Tell("auditor", Op(StatementOn(footprint, accreditation)), {0, 1});
  const auto statement = world.CreatedName(kStatementsCollection);
  story.Tell("auditor", Op(ChangeStatement(statement, OpenStatus(v1::STATUS_KIND_SUSPENDED))));
  // Open at the end, so that its count is there to be frozen.
  story.Tell("auditor", Op(Request(footprint)));
}

}  // namespace tanji::ledger::testing
