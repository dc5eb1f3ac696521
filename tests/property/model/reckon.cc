// The value of a footprint by plain arithmetic: every line again for every bound that is tried.
#include "tests/property/model/footprints.h"
#include "tests/property/model/shape.h"
#include "tests/property/model/world.h"

namespace tanji::property {
namespace {

struct Cell {
  std::size_t line;
  int gas, pact;
  Number mass, co2e;
};

// Values that stand at one of their bounds: of a factor by its name, of an amount by its line.
using Moved = std::map<std::string, Number>;

std::string AmountOf(const v1::InventoryLine& line) {
  return "amount of " + line.id();
}

const v1::FactorRow& RowOf(const World& world, const std::string& name) {
  std::string dataset, code;
  FactorName(name, dataset, code);
  return world.factors.datasets.at(dataset).rows.at(code).row;
}

const Footprint& FootprintOf(const World& world, const std::string& name) {
  return world.footprints.footprints.at(name.substr(std::string_view("footprints/").size()));
}

std::string Below(const v1::FactorRow& row) {
  return row.unit().substr(row.unit().find('/') + 1);
}

int PactOf(v1::Stage stage, int gas) {
  if (stage == v1::STAGE_DISTRIBUTION) return v1::PACT_COMPONENT_OUTBOUND_LOGISTICS;
  return gas == v1::GAS_CH4_NON_FOSSIL ? v1::PACT_COMPONENT_BIOGENIC_NON_CO2
                                       : v1::PACT_COMPONENT_FOSSIL;
}

class Reckoning {
 public:
  Reckoning(const World& world, const Footprint& footprint)
      : world_(world), header_(footprint.record.header()), lines_(footprint.lines) {
    gwp_[v1::GAS_CO2E] = 1;
    const auto id = header_.gwp_set().substr(std::string_view("gwpSets/").size());
    for (const auto& row : world.factors.gwp_sets.at(id).record.values()) {
      gwp_[row.gas()] = NumberOf(row.value());
    }
    // One output bears everything; more of them share it by mass.
    Number all_kg = 0;
    for (const auto& output : header_.outputs()) all_kg += InBase(output.mass());
    scale_ = 1 / all_kg;
  }

  Code Run(Reckoned& out) {
    std::vector<Cell> cells;
    if (const Code code = Cells({}, cells)) return code;
    out.output_kg = Rounded(InBase(header_.outputs(0).mass()));
    out.lines.resize(lines_.size());
    for (const auto& cell : cells) Add(cell, out);
    for (std::size_t i = 0; i < lines_.size(); ++i) AddReferences(lines_[i], i, out);
    Range(out);
    return v1::CODE_OK;
  }

 private:
  Code Cells(const Moved& moved, std::vector<Cell>& out) const {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Code code = v1::CODE_OK;
      if (lines_[i].has_factor()) code = AddFactorLine(i, moved, out);
      if (lines_[i].has_upstream_footprint()) code = AddUpstreamLine(i, out);
      if (code != v1::CODE_OK) return code;
    }
    return v1::CODE_OK;
  }

  Code AddCell(std::size_t line, int gas, int pact, const Number& exact,
               std::vector<Cell>& out) const {
    if (!gwp_.contains(gas)) return v1::CODE_GWP_UNKNOWN;
    out.push_back({line, gas, pact, Rounded(exact), Rounded(exact * gwp_.at(gas))});
    return v1::CODE_OK;
  }

  Number ValueOf(const std::string& name, const Moved& moved) const {
    const auto it = moved.find(name);
    return it != moved.end() ? it->second : NumberOf(RowOf(world_, name).value().decimal());
  }

  Code KindRefusal(const v1::FactorRow& row, std::initializer_list<v1::FactorKind> kinds) const {
    if (row.kind() == v1::FACTOR_KIND_GRID_CO2) return v1::CODE_GRID_FACTOR_REFUSED;
    if (std::find(kinds.begin(), kinds.end(), row.kind()) == kinds.end()) {
      return v1::CODE_WRONG_KIND;
    }
    return row.value().has_decimal() ? v1::CODE_OK : v1::CODE_FACTOR_VALUE_UNKNOWN;
  }

  // `quantity` of `base` times the factor, by gas where it is split.
  Code AddProduct(std::size_t i, const std::string& name, const Number& quantity,
                  const std::string& base, const Moved& moved, Code mismatch,
                  std::vector<Cell>& out) const {
    const auto& row = RowOf(world_, name);
    const UnitOf per(Below(row));
    if (per.base != base) return mismatch;
    const Number count = quantity / per.ratio * scale_;
    const auto stage = lines_[i].stage();
    if (row.parts().empty()) {
      const int gas = row.kind() == v1::FACTOR_KIND_COMBUSTION_CO2 ? v1::GAS_CO2 : v1::GAS_CO2E;
      return AddCell(i, gas, PactOf(stage, gas), count * ValueOf(name, moved), out);
    }
    const auto own = NumberOf(row.value().decimal());
    const bool ranged = row.range().has_range();
    if (ranged && own == 0) return v1::CODE_RANGE_OF_ZERO;
    const Number stretched = ranged ? Number(ValueOf(name, moved) / own) : Number(1);
    for (const auto& part : row.parts()) {
      const Number exact = count * NumberOf(part.value()) * stretched;
      if (const Code code = AddCell(i, part.gas(), PactOf(stage, part.gas()), exact, out)) {
        return code;
      }
    }
    return v1::CODE_OK;
  }

  Code AddFactorLine(std::size_t i, const Moved& moved, std::vector<Cell>& out) const {
    const auto& line = lines_[i].factor();
    const auto& row = RowOf(world_, line.factor());
    if (const Code code =
            KindRefusal(row, {v1::FACTOR_KIND_COMBUSTION_CO2, v1::FACTOR_KIND_OPERATION_CO2E,
                              v1::FACTOR_KIND_LIFECYCLE_CO2E})) {
      return code;
    }
    const bool stated = line.upstream_known_case() != v1::FactorLine::UPSTREAM_KNOWN_NOT_SET;
    const bool complete = row.kind() == v1::FACTOR_KIND_LIFECYCLE_CO2E;
    if (complete && stated) return v1::CODE_INVENTORY_FIELD_UNEXPECTED;
    if (!complete && !stated) return v1::CODE_UPSTREAM_NOT_STATED;
    const UnitOf unit(line.amount().unit());
    const auto at = moved.find(AmountOf(lines_[i]));
    const Number amount = at != moved.end() ? at->second : NumberOf(line.amount().decimal());
    if (const Code code = AddProduct(i, line.factor(), amount * unit.ratio, unit.base, moved,
                                     v1::CODE_UNIT_MISMATCH, out)) {
      return code;
    }
    if (line.upstream().empty()) return v1::CODE_OK;
    if (const Code code =
            KindRefusal(RowOf(world_, line.upstream()), {v1::FACTOR_KIND_UPSTREAM_CO2E})) {
      return code;
    }
    return AddProduct(i, line.upstream(), amount * unit.ratio, unit.base, moved,
                      v1::CODE_UPSTREAM_UNIT_MISMATCH, out);
  }

  // What was split by gas counts in this footprint's GWP set; in the same set the published CO2e.
  Code AddUpstreamLine(std::size_t i, std::vector<Cell>& out) const {
    const auto& line = lines_[i].upstream_footprint();
    const auto& below = FootprintOf(world_, line.footprint());
    if (below.record.header().boundary() != v1::FOOTPRINT_BOUNDARY_CRADLE_TO_GATE) {
      return v1::CODE_UPSTREAM_BEYOND_GATE;
    }
    if (below.result.depth >= 4) return v1::CODE_UPSTREAM_TOO_DEEP;
    const bool same = below.record.header().gwp_set() == header_.gwp_set();
    const Number count = InBase(line.amount()) * scale_;
    for (const auto& [key, part] : below.result.parts) {
      const int pact = lines_[i].stage() == v1::STAGE_DISTRIBUTION
                           ? static_cast<int>(v1::PACT_COMPONENT_OUTBOUND_LOGISTICS)
                           : key.second;
      if (const Code code = AddCell(i, key.first, pact, count * part.mass, out)) return code;
      if (same) out.back().co2e = Rounded(count * part.co2e);
    }
    return v1::CODE_OK;
  }

  void Add(const Cell& cell, Reckoned& out) const {
    out.value += cell.co2e;
    out.lines[cell.line] += cell.co2e;
    out.stages[lines_[cell.line].stage()] += cell.co2e;
    out.pact[cell.pact] += cell.co2e;
    for (auto* sum : {&out.gases[cell.gas], &out.parts[{cell.gas, cell.pact}]}) {
      sum->mass += cell.mass;
      sum->co2e += cell.co2e;
    }
  }

  void AddReferences(const v1::InventoryLine& line, std::size_t i, Reckoned& out) const {
    if (line.has_factor()) {
      out.factors.insert(line.factor().factor());
      if (!line.factor().upstream().empty()) out.factors.insert(line.factor().upstream());
    }
    if (line.has_upstream_footprint()) {
      const auto& name = line.upstream_footprint().footprint();
      out.upstream.insert(name);
      out.depth = std::max(out.depth, FootprintOf(world_, name).result.depth + 1);
    }
    // Biogenic CO2 is beside the total: what is taken up with a minus sign.
    if (!line.has_reported_apart()) return;
    const Number co2 = Rounded(InBase(line.reported_apart().amount()) * scale_);
    const bool release = line.reported_apart().kind() == v1::APART_KIND_BIOGENIC_RELEASE;
    out.lines[i] = release ? co2 : Number(-co2);
  }

  Number TotalWith(const std::string& name, const std::string& bound) const {
    std::vector<Cell> cells;
    Number total = 0;
    Cells({{name, NumberOf(bound)}}, cells);
    for (const auto& cell : cells) total += cell.co2e;
    return total;
  }

  // Each value that has bounds goes to them alone; the shifts are added as squares.
  void Range(Reckoned& out) const {
    std::map<std::string, v1::Range> ranges;
    for (const auto& name : out.factors) {
      const auto& range = RowOf(world_, name).range();
      if (range.has_range()) ranges[name] = range.range();
    }
    for (const auto& line : lines_) {
      if (line.factor().has_amount_range()) ranges[AmountOf(line)] = line.factor().amount_range();
    }
    Number down = 0, up = 0;
    for (const auto& [name, range] : ranges) {
      const Number at_low = TotalWith(name, range.low()) - out.value;
      const Number at_high = TotalWith(name, range.high()) - out.value;
      const Number fall = std::max({Number(-at_low), Number(-at_high), Number(0)});
      const Number rise = std::max({at_low, at_high, Number(0)});
      down += fall * fall;
      up += rise * rise;
    }
    out.low = std::max(Number(0), Number(out.value - RootBelow(down)));
    out.high = out.value + RootBelow(up);
  }

  const World& world_;
  const v1::InventoryHeader& header_;
  const std::vector<v1::InventoryLine>& lines_;
  std::map<int, Number> gwp_;
  Number scale_;
};

// All that the lines name, in order; of one line the factors by name.
Code InputsRefusal(const World& world, const Footprint& footprint, std::int64_t now_ms) {
  for (const auto& line : footprint.lines) {
    std::set<std::string> factors;
    if (line.has_factor()) factors = {line.factor().factor(), line.factor().upstream()};
    factors.erase("");
    for (const auto& name : factors) {
      if (const Code code = UsableFactor(world, name, now_ms)) return code;
    }
    if (!line.has_upstream_footprint()) continue;
    const auto id = line.upstream_footprint().footprint().substr(11);
    const auto it = world.footprints.footprints.find(id);
    if (it == world.footprints.footprints.end()) return v1::CODE_NOT_FOUND;
    if (!it->second.declared_ms) return v1::CODE_FOOTPRINT_IS_DRAFT;
    if (!Stands(world, id, now_ms, now_ms)) return v1::CODE_NOT_IN_FORCE;
  }
  return v1::CODE_OK;
}

}  // namespace

Code Reckon(const World& world, const Footprint& footprint, std::int64_t now_ms, Reckoned& out) {
  if (const Code code = UsableGwpSet(world, footprint.record.header().gwp_set(), now_ms)) {
    return code;
  }
  if (const Code code = InputsRefusal(world, footprint, now_ms)) return code;
  return Reckoning(world, footprint).Run(out);
}

bool Stands(const World& world, const std::string& id, std::int64_t day_ms, std::int64_t known_ms) {
  const auto& footprint = world.footprints.footprints.at(id);
  if (!footprint.declared_ms) return false;
  const auto made_ms = *footprint.declared_ms;
  bool stands = footprint.life.InForce(day_ms, known_ms) &&
                world.members.MadeWell(footprint.record.producer(), footprint.declared_by, made_ms,
                                       std::max(made_ms, known_ms));
  const auto& gwp_set = footprint.record.header().gwp_set();
  stands = stands && GwpSetStands(world, gwp_set.substr(8), day_ms, known_ms);
  for (const auto& name : footprint.result.factors) {
    std::string dataset, code;
    FactorName(name, dataset, code);
    stands = stands && DatasetStands(world, dataset, day_ms, known_ms) &&
             world.factors.datasets.at(dataset).rows.at(code).life.InForce(day_ms, known_ms);
  }
  for (const auto& name : footprint.result.upstream) {
    stands = stands && Stands(world, name.substr(11), day_ms, known_ms);
  }
  return stands;
}

bool WaitsForCorrection(const World& world, const std::string& id, std::int64_t day_ms,
                        std::int64_t known_ms) {
  const auto& all = world.footprints.footprints;
  for (const auto& name : all.at(id).result.upstream) {
    const auto upstream = name.substr(11);
    for (const auto& successor : all.at(upstream).successors) {
      if (successor.reason() == v1::SUCCESSION_REASON_CORRECTION &&
          successor.recorded_time() <= day_ms && successor.recorded_time() <= known_ms) {
        return true;
      }
    }
    if (WaitsForCorrection(world, upstream, day_ms, known_ms)) return true;
  }
  return false;
}

}  // namespace tanji::property
