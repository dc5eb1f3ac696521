#include "ledger/modules/footprints/reckoning.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/factors/usable.h"
#include "ledger/modules/footprints/own_footprint.h"
#include "ledger/modules/footprints/reckon/check.h"
#include "ledger/modules/footprints/reckon/references.h"
#include "ledger/modules/footprints/standing.h"
#include "ledger/modules/footprints/tables.h"

namespace tanji::ledger {
namespace {

Outcome ReadUpstream(const StateReader& reader, std::string_view field, const std::string& name,
                     std::int64_t time_ms, UpstreamValue& out) {
  const auto id = ParseIdName(kFootprintsCollection, name).value();
  auto footprint = ReadFootprint(reader, id);
  if (!footprint) return RefuseNotFound(field, name);
  TANJI_RETURN_IF_REFUSED(RequireDeclared(footprint->progress, field, name));
  const AsOf now{time_ms, time_ms};
  const auto fallen = StandingOf(reader, id, *footprint, now).Fallen();
  if (!fallen.empty()) {
    return Refuse(v1::CODE_NOT_IN_FORCE,
                  {{"field", std::string(field)}, {"value", fallen.front()}});
  }
  out = {std::move(footprint->result), footprint->record.header().boundary(),
         footprint->record.header().gwp_set()};
  return Outcome::Ok();
}

Outcome ReadOfLine(const StateReader& reader, const v1::InventoryLine& line, std::int64_t time_ms,
                   Inputs& out) {
  for (const auto& name : FactorsOf(line)) {
    if (out.factors.contains(name)) continue;
    v1::Factor factor;
    TANJI_RETURN_IF_REFUSED(FindUsableFactor(reader, LineField(line), name, time_ms, factor));
    out.factors.emplace(name, std::move(factor));
  }
  const auto& name = line.upstream_footprint().footprint();
  if (!line.has_upstream_footprint() || out.upstream.contains(name)) return Outcome::Ok();
  UpstreamValue value;
  TANJI_RETURN_IF_REFUSED(ReadUpstream(
      reader, Path(LineField(line), "upstream_footprint.footprint"), name, time_ms, value));
  out.upstream.emplace(name, std::move(value));
  return Outcome::Ok();
}

}  // namespace

std::vector<std::string> Inputs::upstream_names() const {
  std::vector<std::string> names;
  for (const auto& [name, value] : upstream) names.push_back(name);
  return names;
}

Outcome ReadInputs(const StateReader& reader, const v1::InventoryHeader& header,
                   std::span<const v1::InventoryLine> lines, std::int64_t time_ms, Inputs& out) {
  TANJI_RETURN_IF_REFUSED(
      FindGwpSet(reader, "header.gwp_set", header.gwp_set(), time_ms, out.gwp_set));
  for (const auto& line : lines) {
    TANJI_RETURN_IF_REFUSED(ReadOfLine(reader, line, time_ms, out));
  }
  return Outcome::Ok();
}

}  // namespace tanji::ledger
