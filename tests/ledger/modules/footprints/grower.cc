#include "tests/ledger/modules/footprints/grower.h"

#include "ledger/modules/common/names.h"
#include "ledger/modules/footprints/tables.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/footprints/reckon/inputs.h"

namespace tanji::ledger::testing {

v1::InventoryHeader MangoHeader() {
  auto header = EmptyInventory().header;
  header.set_facilities(0, std::string(kOrchard));
  return header;
}

v1::InventoryLine PowerLine(std::string_view id, std::string_view kilowatt_hours,
                            std::string_view factor) {
  v1::InventoryLine line;
  line.set_id(std::string(id));
  line.set_stage(v1::STAGE_CULTIVATION);
  *line.mutable_text() = Text("灌溉用电", "electricity for irrigation");
  *line.mutable_factor()->mutable_amount() = Amounting(kilowatt_hours, "kWh");
  line.mutable_factor()->set_factor(std::string(factor));
  line.set_activity_primary(true);
  line.set_source("meter");
  return line;
}

v1::InventoryLine UpstreamLine(std::string_view id, std::string_view footprint,
                               std::string_view kilograms) {
  v1::InventoryLine line;
  line.set_id(std::string(id));
  line.set_stage(v1::STAGE_RAW_MATERIALS);
  *line.mutable_text() = Text("外购的果", "fruit bought in");
  *line.mutable_upstream_footprint()->mutable_amount() = Amounting(kilograms, "kg");
  line.mutable_upstream_footprint()->set_footprint(std::string(footprint));
  line.set_source("invoice");
  return line;
}

v1::CreateFootprint Creation(const v1::InventoryHeader& header) {
  v1::CreateFootprint message;
  *message.mutable_header() = header;
  return message;
}

v1::AddLines Lines(std::string_view footprint, const std::vector<v1::InventoryLine>& lines) {
  v1::AddLines message;
  message.set_footprint(std::string(footprint));
  for (const auto& line : lines) *message.add_lines() = line;
  return message;
}

v1::DeclareFootprint Declaration(World& world, std::string_view footprint) {
  v1::DeclareFootprint message;
  message.set_footprint(std::string(footprint));
  const auto id = ParseIdName(kFootprintsCollection, footprint).value();
  message.set_lines_digest(kFootprintProgress.Get(world.state(), id).value().lines_digest());
  return message;
}

v1::ChangeFootprintStatus ChangeFootprint(std::string_view footprint, v1::StatusChange change) {
  v1::ChangeFootprintStatus message;
  message.set_footprint(std::string(footprint));
  *message.mutable_change() = std::move(change);
  return message;
}

void PublishPower(World& world) {
  Farm::Expect(world.Do("body-cn", GwpSet("ar6")));
  PublishDatasetOf(world, "power", {"average", "peak"});
}

Grower::Grower() {
  PublishPower(world);
}

std::string Grower::Draft(const v1::InventoryHeader& header,
                          const std::vector<v1::InventoryLine>& lines) {
  Do(Creation(header));
  const auto name = world.CreatedName(kFootprintsCollection);
  Do(Lines(name, lines));
  return name;
}

std::string Grower::Declared(const v1::InventoryHeader& header,
                             const std::vector<v1::InventoryLine>& lines) {
  const auto name = Draft(header, lines);
  Do(Declaration(world, name));
  return name;
}

}  // namespace tanji::ledger::testing
