#include <algorithm>

#include "crypto/hash/hash.h"
#include "tests/ledger/modules/products/farm.h"
#include "tests/property/generate/footprints.h"
#include "tests/property/generate/rows.h"
#include "tests/property/generate/scene.h"

namespace tanji::property {
namespace {

using ledger::testing::Amounting;

template <class Map>
std::vector<std::string> NamesOf(const Map& all, const std::string& author,
                                 const std::string& collection) {
  std::vector<std::string> names;
  for (const auto& [owned, thing] : all) {
    if (OwnerOf(owned) != author) continue;
    names.push_back("participants/" + author + "/" + collection + "/" +
                    owned.substr(owned.find('/') + 1));
  }
  return names;
}

std::string AnyOf(Scene& scene, const std::vector<std::string>& names, const std::string& none) {
  return names.empty() || scene.dice.Percent(3) ? none : scene.dice.Pick(names);
}

void AddOutput(Scene& scene, v1::InventoryHeader& header) {
  auto& output = *header.add_outputs();
  *output.mutable_name() = ledger::testing::Text("芒果", "mango");
  *output.mutable_mass() =
      Amounting(std::to_string(scene.dice.Between(1, 30'000)), scene.dice.Pick({"kg", "t", "jin"}));
  output.set_moisture_unknown(v1::UNKNOWN_NOT_ASSESSED);
}

void AddLots(Scene& scene, const std::string& author, v1::InventoryHeader& header) {
  std::set<std::string> lots;
  for (const auto& name : NamesOf(scene.world.products.lots, author, "lots")) {
    const auto& lot = scene.world.products.lots.at(author + "/" + name.substr(name.rfind('/') + 1));
    const bool fits = !lot.first_day.empty() && lot.product == header.product();
    if (scene.dice.Percent(fits ? 40 : 1)) lots.insert(name);
  }
  for (const auto& name : lots) {
    if (header.lots_size() < 16) header.add_lots(name);
  }
}

// Whether there is a footprint to do something to.
bool NoFootprint(Scene& scene, bool draft) {
  for (const auto& [id, footprint] : scene.world.footprints.footprints) {
    if (!footprint.declared_ms == draft) return false;
  }
  return !scene.dice.Percent(10);
}

void AddPredecessors(Scene& scene, const std::string& author, v1::InventoryHeader& header) {
  std::set<std::string> names;
  for (auto count = scene.dice.Between(1, 2); count > 0; --count) {
    names.insert("footprints/" + AnyFootprint(scene, author, false));
  }
  for (const auto& name : names) {
    auto& predecessor = *header.add_predecessors();
    predecessor.set_footprint(name);
    predecessor.set_reason(scene.dice.Pick(
        {v1::SUCCESSION_REASON_CORRECTION, v1::SUCCESSION_REASON_NEW_PERIOD,
         v1::SUCCESSION_REASON_WITHDRAWN, v1::SUCCESSION_REASON_METHOD_OR_FACTOR_YEAR}));
  }
}

v1::InventoryHeader AnyHeader(Scene& scene, const std::string& author) {
  auto& dice = scene.dice;
  const auto& products = scene.world.products;
  const auto place = "participants/" + author;
  v1::InventoryHeader header;
  *header.mutable_title() = AnyText(scene);
  header.set_product(
      AnyOf(scene, NamesOf(products.products, author, "products"), place + "/products/none"));
  header.add_facilities(
      AnyOf(scene, NamesOf(products.facilities, author, "facilities"), place + "/facilities/none"));
  *header.mutable_reference_flow() = ledger::testing::Text("一季", "one season");
  header.set_first_day(dice.Percent(85) ? "2025-01-01" : "2025-01-02");
  header.set_last_day(dice.Percent(85)   ? "2025-12-31"
                      : dice.Percent(60) ? "2026-01-01"
                                         : "2034-12-31");
  header.set_boundary(dice.Percent(75) ? v1::FOOTPRINT_BOUNDARY_CRADLE_TO_GATE
                                       : v1::FOOTPRINT_BOUNDARY_CRADLE_TO_DELIVERY);
  AddOutput(scene, header);
  if (dice.Percent(30)) AddOutput(scene, header);
  const bool alone = (header.outputs_size() == 1) != dice.Percent(2);
  header.set_allocation(alone ? v1::ALLOCATION_RULE_NONE : v1::ALLOCATION_RULE_MASS);
  header.set_gwp_set(
      AnyName(scene, "gwpSets", AnyKey(scene, scene.world.factors.gwp_sets, "none")));
  header.mutable_category_rules()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
  if (!dice.Percent(3)) header.set_land_use_change_unknown(v1::UNKNOWN_NOT_ASSESSED);
  header.set_coverage(v1::FOOTPRINT_COVERAGE_EX_POST);
  if (dice.Percent(40)) AddLots(scene, author, header);
  if (!NoFootprint(scene, false) && dice.Percent(25)) AddPredecessors(scene, author, header);
  return header;
}

// A producer that has something to make a footprint of.
std::string AnyFarm(Scene& scene) {
  const auto& products = scene.world.products.products;
  if (products.empty() || scene.dice.Percent(5)) return AnyAuthor(scene, {});
  return OwnerOf(scene.dice.Pick(products).first);
}

Proposal CreateFootprint(Scene& scene) {
  const auto author = AnyFarm(scene);
  v1::CreateFootprint message;
  *message.mutable_header() = AnyHeader(scene, author);
  return Propose(author, message);
}

// Factors that may be used now, by name, of the kinds of `wanted`; now and then any factor.
std::string AnyFactor(Scene& scene, bool upstream) {
  std::vector<std::string> fit, all;
  for (const auto& [id, dataset] : scene.world.factors.datasets) {
    for (const auto& [code, factor] : dataset.rows) {
      all.push_back("datasets/" + id + "/factors/" + code);
      const auto kind = factor.row.kind();
      const bool right =
          upstream ? kind == v1::FACTOR_KIND_UPSTREAM_CO2E
                   : kind != v1::FACTOR_KIND_UPSTREAM_CO2E && kind != v1::FACTOR_KIND_GRID_CO2;
      if (right && UsableFactor(scene.world, all.back(), scene.now_ms) == v1::CODE_OK) {
        fit.push_back(all.back());
      }
    }
  }
  if (all.empty() || scene.dice.Percent(2)) return "datasets/data-0/factors/none";
  return fit.empty() || scene.dice.Percent(3) ? scene.dice.Pick(all) : scene.dice.Pick(fit);
}

void SetFactorLine(Scene& scene, v1::FactorLine& line) {
  auto& dice = scene.dice;
  line.set_factor(AnyFactor(scene, false));
  const auto& sort = SortOf(line.factor().substr(line.factor().rfind('/') + 1));
  const auto amount = dice.Between(0, 2'000);
  line.mutable_amount()->set_decimal(std::to_string(amount) +
                                     (dice.Percent(30) ? ".123456789" : ""));
  std::string unit(sort.amount_unit);
  if (unit == "kg") unit = dice.Pick({"kg", "t", "jin"});
  if (unit == "L") unit = dice.Pick({"L", "m3"});
  if (unit == "kWh") unit = dice.Pick({"kWh", "MJ"});
  line.mutable_amount()->set_unit(dice.Percent(3) ? "ha" : unit);
  if (dice.Percent(25)) {
    line.mutable_amount_range()->set_low(std::to_string(dice.Between(0, amount)));
    line.mutable_amount_range()->set_high(std::to_string(
        amount + dice.Between(dice.Percent(3) ? -1 : 1, 500) * (amount > 0 ? 1 : 2)));
  }
  const bool complete = sort.kind == v1::FACTOR_KIND_LIFECYCLE_CO2E;
  if (complete != dice.Percent(3)) return;
  if (dice.Percent(40)) {
    line.set_upstream_unknown(v1::UNKNOWN_NOT_ASSESSED);
  } else {
    line.set_upstream(AnyFactor(scene, true));
  }
}

v1::InventoryLine AnyLine(Scene& scene) {
  auto& dice = scene.dice;
  v1::InventoryLine line;
  line.set_id(AnyId(scene, "line", 30));
  line.set_stage(dice.Percent(92) ? dice.Pick({v1::STAGE_RAW_MATERIALS, v1::STAGE_CULTIVATION,
                                               v1::STAGE_PACKING})
                                  : v1::STAGE_DISTRIBUTION);
  *line.mutable_text() = AnyText(scene);
  line.set_source("books");
  if (dice.Percent(70) || (NoFootprint(scene, false) && dice.Percent(90))) {
    SetFactorLine(scene, *line.mutable_factor());
  } else if (dice.Percent(75)) {
    auto& upstream = *line.mutable_upstream_footprint();
    *upstream.mutable_amount() =
        Amounting(std::to_string(dice.Between(1, 900)), dice.Pick({"kg", "t", "jin"}));
    upstream.set_footprint("footprints/" + AnyFootprint(scene, "", false));
  } else {
    auto& apart = *line.mutable_reported_apart();
    apart.set_kind(dice.Pick({v1::APART_KIND_BIOGENIC_UPTAKE, v1::APART_KIND_BIOGENIC_RELEASE,
                              v1::APART_KIND_REMOVAL_SOIL}));
    *apart.mutable_amount() = Amounting(std::to_string(dice.Between(1, 900)), "kgCO2");
  }
  return line;
}

// A draft, and who signs for what is done to it.
template <class Message>
std::string NameDraft(Scene& scene, Message& message, std::string& author) {
  const auto id = AnyFootprint(scene, "", true);
  const auto it = scene.world.footprints.footprints.find(id);
  const bool known = it != scene.world.footprints.footprints.end();
  author = Mostly(scene, known ? it->second.record.producer().substr(13) : "farm-1");
  message.set_footprint(AnyName(scene, "footprints", id));
  return id;
}

Proposal AddLines(Scene& scene) {
  if (NoFootprint(scene, true)) return CreateFootprint(scene);
  std::string author;
  v1::AddLines message;
  NameDraft(scene, message, author);
  if (scene.dice.Percent(8)) {
    message.set_footprint_operation(static_cast<std::uint32_t>(scene.dice.Below(3)));
  }
  for (auto count = scene.dice.Between(scene.dice.Percent(1) ? 0 : 1, 4); count > 0; --count) {
    *message.add_lines() = AnyLine(scene);
  }
  return Propose(author, message);
}

Proposal DeclareFootprint(Scene& scene) {
  if (NoFootprint(scene, true)) return CreateFootprint(scene);
  std::string author;
  v1::DeclareFootprint message;
  const auto id = NameDraft(scene, message, author);
  const auto it = scene.world.footprints.footprints.find(id);
  const bool empty = it != scene.world.footprints.footprints.end() && it->second.lines.empty();
  if (empty && scene.dice.Percent(85)) return AddLines(scene);
  message.set_lines_digest(it == scene.world.footprints.footprints.end() || scene.dice.Percent(3)
                               ? std::string(32, 'd')
                               : LinesDigest(it->second.lines));
  if (scene.dice.Percent(2)) message.set_footprint_operation(0);
  return Propose(author, message);
}

Proposal ChangeFootprintStatus(Scene& scene) {
  if (NoFootprint(scene, false)) return DeclareFootprint(scene);
  const auto id = AnyFootprint(scene, "", false);
  const auto it = scene.world.footprints.footprints.find(id);
  const bool known = it != scene.world.footprints.footprints.end();
  const bool first =
      known && !it->second.lines.empty() && it->second.lines.front().id().starts_with("first-");
  if (Spared(scene, first)) return AddLines(scene);
  v1::ChangeFootprintStatus message;
  message.set_footprint(AnyName(scene, "footprints", id));
  *message.mutable_change() = AnyChange(scene, known ? &it->second.life : nullptr);
  return Propose(Mostly(scene, known ? it->second.record.producer().substr(13) : "farm-1"),
                 message);
}

constexpr Generator kGenerators[] = {
    {v1::Operation::kCreateFootprint, 12, CreateFootprint},
    {v1::Operation::kAddLines, 22, AddLines},
    {v1::Operation::kDeclareFootprint, 18, DeclareFootprint},
    {v1::Operation::kChangeFootprintStatus, 5, ChangeFootprintStatus},
};

}  // namespace

std::string AnyFootprint(Scene& scene, const std::string& author, bool draft) {
  std::vector<std::string> fit, all;
  for (const auto& [id, footprint] : scene.world.footprints.footprints) {
    all.push_back(id);
    const bool own = author.empty() || footprint.record.producer() == "participants/" + author;
    if (own && !footprint.declared_ms == draft) fit.push_back(id);
  }
  if (all.empty() || scene.dice.Percent(3)) return std::string(kNoUuid);
  return fit.empty() || scene.dice.Percent(3) ? scene.dice.Pick(all) : scene.dice.Pick(fit);
}

std::vector<Proposal> WholeFootprint(Scene& scene) {
  auto create = CreateFootprint(scene);
  v1::AddLines lines;
  lines.set_footprint_operation(0);
  for (auto count = scene.dice.Between(1, 5); count > 0; --count) {
    *lines.add_lines() = AnyLine(scene);
    if (scene.dice.Percent(95))
      lines.mutable_lines(lines.lines_size() - 1)
          ->set_id("line-" + std::to_string(lines.lines_size()));
  }
  v1::DeclareFootprint declare;
  declare.set_footprint_operation(scene.dice.Percent(3) ? 1 : 0);
  declare.set_lines_digest(LinesDigest({lines.lines().begin(), lines.lines().end()}));
  const auto author = create.author_id;
  return {std::move(create), Propose(author, lines), Propose(author, declare)};
}

std::span<const Generator> FootprintsGenerators() {
  return kGenerators;
}

}  // namespace tanji::property
