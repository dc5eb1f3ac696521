// Every way in which footprints are refused, apart from the shape of an inventory and its
// reckoning.
#include "tests/ledger/modules/refusals.h"
#include "crypto/hash/hex.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/footprints/add_lines.h"
#include "ledger/modules/footprints/change_footprint_status.h"
#include "ledger/modules/footprints/create_footprint.h"
#include "ledger/modules/footprints/declare_footprint.h"
#include "ledger/modules/footprints/tables.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/footprints/grower.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger::testing {
namespace {

using Cases = std::vector<RefusalCase>;
constexpr char kNone[] = "footprints/00000000-0000-8000-8000-000000000001";
constexpr char kProducerKinds[] = "PARTICIPANT_KIND_PRODUCER, PARTICIPANT_KIND_PRODUCER_GROUP";

Detail Found(const std::string& field, const std::string& value) {
  return {{"field", field}, {"value", value}};
}
RefusalCase Case(std::string name, v1::Code code, Detail detail,
                 std::function<Outcome(Grower&)> produce) {
  return {"footprints: " + std::move(name), code, std::move(detail),
          [produce = std::move(produce)] {
            Grower grower;
            return produce(grower);
          }};
}

void AddShapes(Cases& rows) {
  using C = v1::CreateFootprint;
  AddAlterations<C>(Creation(), CheckCreateFootprint,
                    {{"no header",
                      [](C& m) { m.clear_header(); },
                      v1::CODE_FIELD_MISSING,
                      {{"field", "header"}}}},
                    rows);
  using L = v1::AddLines;
  AddAlterations<L>(
      Lines(kNone, {PowerLine("a", "1")}), CheckAddLines,
      {{"name",
        [](L& m) { m.set_footprint("footprints/1"); },
        v1::CODE_NAME_MALFORMED,
        {{"field", "footprint"}, {"value", "footprints/1"}, {"expected", "footprints/UUID"}}},
       {"no name",
        [](L& m) { m.clear_footprint(); },
        v1::CODE_FIELD_MISSING,
        {{"field", "footprint"}}},
       {"no line", [](L& m) { m.clear_lines(); }, v1::CODE_FIELD_MISSING, {{"field", "lines"}}},
       {"101 lines",
        [](L& m) {
          while (m.lines_size() < 101) *m.add_lines() = m.lines(0);
        },
        v1::CODE_LIST_TOO_LONG,
        {{"field", "lines"}, {"value", "101"}, {"limit", "100"}}}},
      rows);
  using D = v1::DeclareFootprint;
  D declaration;
  declaration.set_footprint(kNone);
  declaration.set_lines_digest(std::string(32, 'x'));
  AddAlterations<D>(declaration, CheckDeclareFootprint,
                    {{"digest",
                      [](D& m) { m.set_lines_digest("x"); },
                      v1::CODE_FIELD_LENGTH,
                      {{"field", "lines_digest"}, {"value", "1"}, {"expected", "32"}}}},
                    rows);
  using S = v1::ChangeFootprintStatus;
  AddAlterations<S>(ChangeFootprint(kNone, OpenStatus(v1::STATUS_KIND_SUSPENDED)),
                    CheckChangeFootprintStatus,
                    {{"no change",
                      [](S& m) { m.clear_change(); },
                      v1::CODE_FIELD_MISSING,
                      {{"field", "change.open"}}}},
                    rows);
}

void AddCreations(Cases& rows) {
  const auto creation = [](std::function<void(v1::InventoryHeader&)> alter) {
    return [alter = std::move(alter)](Grower& grower) {
      auto header = MangoHeader();
      alter(header);
      return grower.world.Do("farm", Creation(header));
    };
  };
  rows.push_back(
      Case("an auditor's", v1::CODE_WRONG_KIND,
           {{"field", "author"}, {"value", "participants/auditor"}, {"expected", kProducerKinds}},
           [](Grower& g) { return g.world.Do("auditor", Creation()); }));
  rows.push_back(Case("another's product", v1::CODE_NOT_ENTITLED,
                      {{"value", "participants/neighbour"}, {"expected", "participants/farm"}},
                      [](Grower& g) { return g.world.Do("neighbour", Creation()); }));
  rows.push_back(Case("no such product", v1::CODE_NOT_FOUND,
                      Found("header.product", "participants/farm/products/none"),
                      creation([](v1::InventoryHeader& header) {
                        header.set_product("participants/farm/products/none");
                      })));
  rows.push_back(Case("no such facility", v1::CODE_NOT_FOUND,
                      Found("header.facilities[0]", "participants/farm/facilities/none"),
                      creation([](v1::InventoryHeader& header) {
                        header.set_facilities(0, "participants/farm/facilities/none");
                      })));
  rows.push_back(
      Case("no such GWP set", v1::CODE_NOT_FOUND, Found("header.gwp_set", "gwpSets/none"),
           creation([](v1::InventoryHeader& header) { header.set_gwp_set("gwpSets/none"); })));
  rows.push_back(Case("no such lot", v1::CODE_NOT_FOUND,
                      Found("header.lots[0]", "participants/farm/lots/none"),
                      creation([](v1::InventoryHeader& header) {
                        header.add_lots("participants/farm/lots/none");
                      })));
  rows.push_back(Case("a lot that was withdrawn", v1::CODE_NOT_IN_FORCE,
                      Found("header.lots[0]", "participants/farm/lots/h-1"), [](Grower& g) {
                        g.Do(Harvested("h-1"));
                        g.Do(ChangeLot("h-1", OpenStatus(v1::STATUS_KIND_WITHDRAWN)));
                        auto header = MangoHeader();
                        header.add_lots("participants/farm/lots/h-1");
                        return g.world.Do("farm", Creation(header));
                      }));
  rows.push_back(Case("another's lot", v1::CODE_NOT_ENTITLED,
                      {{"value", "participants/farm"}, {"expected", "participants/neighbour"}},
                      creation([](v1::InventoryHeader& header) {
                        header.add_lots("participants/neighbour/lots/h-1");
                      })));
  rows.push_back(Case("another's facility", v1::CODE_NOT_ENTITLED,
                      {{"value", "participants/farm"}, {"expected", "participants/neighbour"}},
                      creation([](v1::InventoryHeader& header) {
                        header.set_facilities(0, "participants/neighbour/facilities/orchard");
                      })));
  rows.push_back(Case("a lot of another period", v1::CODE_LOT_NOT_COVERED,
                      {{"field", "header.lots[0]"},
                       {"value", "participants/farm/lots/h-1"},
                       {"product", "participants/farm/products/mango"},
                       {"first_day", "2025-01-01"},
                       {"last_day", "2025-12-19"}},
                      [](Grower& g) {
                        g.Do(Harvested("h-1"));
                        auto header = MangoHeader();
                        header.set_last_day("2025-12-19");
                        header.add_lots("participants/farm/lots/h-1");
                        return g.world.Do("farm", Creation(header));
                      }));
}

void AddDrafts(Cases& rows) {
  rows.push_back(
      Case("lines of none", v1::CODE_NOT_FOUND, Found("footprint", kNone),
           [](Grower& g) { return g.world.Do("farm", Lines(kNone, {PowerLine("a", "1")})); }));
  rows.push_back(Case("lines for another's", v1::CODE_NOT_ENTITLED,
                      {{"value", "participants/neighbour"}, {"expected", "participants/farm"}},
                      [](Grower& g) {
                        const auto name = g.Draft(MangoHeader(), {PowerLine("a", "1")});
                        return g.world.Do("neighbour", Lines(name, {PowerLine("b", "1")}));
                      }));
  rows.push_back(
      Case("an id twice", v1::CODE_LINE_ID_REPEATED, Found("lines[0]", "a"), [](Grower& g) {
        const auto name = g.Draft(MangoHeader(), {PowerLine("a", "1")});
        return g.world.Do("farm", Lines(name, {PowerLine("a", "1")}));
      }));
  rows.push_back(
      Case("of a later operation", v1::CODE_OPERATION_REFERENCE,
           {{"field", "footprint_operation"}, {"value", "0"}, {"expected", "create_footprint"}},
           [](Grower& g) {
             auto lines = Lines("", {PowerLine("a", "1")});
             lines.set_footprint_operation(0);
             return g.world.Run("farm", {Op(lines), Op(Creation())});
           }));
  rows.push_back(
      Case("evidence that is not there", v1::CODE_NOT_FOUND,
           Found("lines[0].land_use_change.evidence[0]", "documents/" + std::string(64, 'a')),
           [](Grower& g) {
             auto line = PowerLine("land", "1");
             auto& land = *line.mutable_land_use_change();
             *land.mutable_area() = Amounting("1", "ha");
             land.set_carbon_before("2");
             land.set_carbon_after("1");
             land.set_conversion_day("2020-01-01");
             land.add_evidence("documents/" + std::string(64, 'a'));
             g.Do(Creation());
             return g.world.Do("farm", Lines(g.world.CreatedName(kFootprintsCollection), {line}));
           }));
}

void AddDeclarations(Cases& rows) {
  rows.push_back(Case("no line", v1::CODE_FIELD_MISSING, {{"field", "lines"}}, [](Grower& g) {
    g.Do(Creation());
    const auto name = g.world.CreatedName(kFootprintsCollection);
    return g.world.Do("farm", Declaration(g.world, name));
  }));
  rows.push_back(Case("a period that is not over", v1::CODE_FIELD_OUT_OF_RANGE,
                      {{"field", "header.last_day"},
                       {"value", "2026-12-31"},
                       {"lowest", "2025-01-01"},
                       {"highest", "2026-01-01"}},
                      [](Grower& g) {
                        auto header = MangoHeader();
                        header.set_last_day("2026-12-31");
                        const auto name = g.Draft(header, {PowerLine("a", "1")});
                        return g.world.Do("farm", Declaration(g.world, name));
                      }));
  rows.push_back(Case("a product withdrawn since", v1::CODE_NOT_IN_FORCE,
                      Found("header.product", "participants/farm/products/mango"), [](Grower& g) {
                        const auto name = g.Draft(MangoHeader(), {PowerLine("a", "1")});
                        g.Do(ChangeMango(OpenStatus(v1::STATUS_KIND_WITHDRAWN)));
                        return g.world.Do("farm", Declaration(g.world, name));
                      }));
  rows.push_back(Case("a GWP set withdrawn since", v1::CODE_NOT_IN_FORCE,
                      Found("header.gwp_set", "gwpSets/ar6"), [](Grower& g) {
                        const auto name = g.Draft(MangoHeader(), {PowerLine("a", "1")});
                        g.Expect(g.world.Do(
                            "body-cn", ChangeGwpSet("ar6", OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
                        return g.world.Do("farm", Declaration(g.world, name));
                      }));
  rows.push_back(Case("another digest", v1::CODE_DIGEST_MISMATCH,
                      {{"field", "lines_digest"},
                       {"value", std::string(64, '7')},
                       {"expected", std::string(64, '0')}},
                      [](Grower& g) {
                        g.Do(Creation());
                        v1::DeclareFootprint message;
                        message.set_footprint(g.world.CreatedName(kFootprintsCollection));
                        message.set_lines_digest(std::string(32, '\x77'));
                        return g.world.Do("farm", message);
                      }));
  rows.push_back(Case("a factor that is not there", v1::CODE_NOT_FOUND,
                      Found("lines[a]", "datasets/power/factors/none"), [](Grower& g) {
                        const auto name = g.Draft(
                            MangoHeader(), {PowerLine("a", "1", "datasets/power/factors/none")});
                        return g.world.Do("farm", Declaration(g.world, name));
                      }));
  rows.push_back(
      Case("a withdrawn factor", v1::CODE_NOT_IN_FORCE, Found("lines[a]", std::string(kPower)),
           [](Grower& g) {
             const auto name = g.Draft(MangoHeader(), {PowerLine("a", "1")});
             g.Expect(g.world.Do("body-cn",
                                 ChangeFactor(kPower, OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
             return g.world.Do("farm", Declaration(g.world, name));
           }));
  rows.push_back(Case("an upstream footprint that does not exist yet", v1::CODE_NOT_FOUND,
                      Found("lines[a].upstream_footprint.footprint", kNone), [](Grower& g) {
                        const auto name = g.Draft(MangoHeader(), {UpstreamLine("a", kNone, "1")});
                        return g.world.Do("farm", Declaration(g.world, name));
                      }));
}

// The names in these are made by the transactions, so that their details are made with them.
Outcome OfDraft(Grower& g) {
  const auto draft = g.Draft(MangoHeader(), {PowerLine("a", "1")});
  return g.world.Do("farm", ChangeFootprint(draft, OpenStatus(v1::STATUS_KIND_SUSPENDED)));
}
Outcome OfClosedDraft(Grower& g) {
  return g.world.Do("farm", Lines(g.Declared(), {PowerLine("b", "1")}));
}
Outcome OfFullDraft(Grower& g) {
  std::vector<v1::InventoryLine> lines;
  for (int i = 0; i < 100; ++i) lines.push_back(PowerLine("l" + std::to_string(i), "1"));
  const auto name = g.Draft(MangoHeader(), lines);
  for (auto& line : lines) line.set_id("m" + line.id());
  g.Do(Lines(name, lines));
  return g.world.Do("farm", Lines(name, {PowerLine("one-more", "1")}));
}
Outcome OfEarlierPeriod(Grower& g) {
  auto header = MangoHeader();
  auto& before = *header.add_predecessors();
  before.set_footprint(g.Declared());
  before.set_reason(v1::SUCCESSION_REASON_NEW_PERIOD);
  return g.world.Do("farm", Creation(header));
}
Outcome OfManySuccessors(Grower& g) {
  const auto name = g.Declared();
  const auto id = ParseIdName(kFootprintsCollection, name).value();
  auto progress = kFootprintProgress.Get(g.world.state(), id).value();
  for (int i = 0; i < 64; ++i) progress.add_successors()->set_footprint(name);
  kFootprintProgress.Put(g.world.state(), id, progress);
  auto header = MangoHeader();
  auto& before = *header.add_predecessors();
  before.set_footprint(name);
  before.set_reason(v1::SUCCESSION_REASON_CORRECTION);
  return g.world.Do("farm", Creation(header));
}
// Three factors each of thirty datasets: more records than a proof may have.
Outcome OfManyDatasets(Grower& g) {
  std::vector<v1::InventoryLine> lines;
  for (int i = 0; i < 30; ++i) {
    const auto dataset = "power-" + std::to_string(i);
    PublishDatasetOf(g.world, dataset, {"a", "b", "c"});
    for (const char* code : {"a", "b", "c"}) {
      lines.push_back(PowerLine("l" + std::to_string(lines.size()), "1",
                                "datasets/" + dataset + "/factors/" + code));
    }
  }
  return g.world.Do("farm", Declaration(g.world, g.Draft(MangoHeader(), lines)));
}

// What the first footprint of a Grower is called: the ids of its transactions are always the same.
std::string FirstName() {
  static const std::string name = [] {
    Grower grower;
    grower.Do(Creation());
    return grower.world.CreatedName(kFootprintsCollection);
  }();
  return name;
}

void AddNamed(Cases& rows) {
  const auto first = FirstName();
  rows.push_back(
      Case("status of a draft", v1::CODE_FOOTPRINT_IS_DRAFT, Found("footprint", first), OfDraft));
  rows.push_back(Case("lines after the declaration", v1::CODE_DRAFT_CLOSED,
                      Found("footprint", first), OfClosedDraft));
  rows.push_back(Case("201 lines", v1::CODE_INVENTORY_FULL,
                      {{"value", first}, {"count", "200"}, {"limit", "200"}}, OfFullDraft));
  rows.push_back(Case("a new period that ends no later", v1::CODE_PREDECESSOR_UNSUITABLE,
                      {{"field", "header.predecessors[0].footprint"},
                       {"value", first},
                       {"reason", "SUCCESSION_REASON_NEW_PERIOD"},
                       {"product", "participants/farm/products/mango"},
                       {"boundary", "FOOTPRINT_BOUNDARY_CRADLE_TO_GATE"},
                       {"first_day", "2025-01-01"},
                       {"last_day", "2025-12-31"}},
                      OfEarlierPeriod));
  rows.push_back(
      Case("64 successors", v1::CODE_FOOTPRINT_SUCCEEDED_TOO_OFTEN,
           {{"field", "header.predecessors[0].footprint"}, {"value", first}, {"limit", "64"}},
           OfManySuccessors));
  rows.push_back(
      Case("90 factors of 30 datasets", v1::CODE_CLOSURE_TOO_LARGE,
           {{"value", "284"}, {"limit", "160"}, {"bytes", "35620"}, {"bytes_limit", "65536"}},
           OfManyDatasets));
}

}  // namespace

std::vector<RefusalCase> FootprintRefusals() {
  Cases rows;
  AddShapes(rows);
  AddCreations(rows);
  AddDrafts(rows);
  AddDeclarations(rows);
  AddNamed(rows);
  return rows;
}

}  // namespace tanji::ledger::testing
