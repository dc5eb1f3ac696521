#include "ledger/modules/footprints/reckon/references.h"

#include <set>

namespace tanji::ledger {
namespace {

using Names = std::set<std::string>;

// Optional names are empty.
void AddAll(std::initializer_list<const std::string*> names, Names& out) {
  for (const auto* name : names) {
    if (!name->empty()) out.insert(*name);
  }
}

void AddFactors(const v1::FactorLine& line, Names& out) {
  AddAll({&line.factor(), &line.upstream(), &line.conversion()}, out);
}

void AddFactors(const v1::SoilN2o& model, Names& out) {
  AddAll({&model.ef4(), &model.frac_leach(), &model.ef5()}, out);
  for (const auto& input : model.inputs()) {
    const auto& residue = input.residue();
    AddAll({&input.ef1(), &input.frac_gas(), &residue.dry(), &residue.rag(), &residue.nag()}, out);
  }
}

void AddFactors(const v1::RiceCh4& model, Names& out) {
  AddAll({&model.efc(), &model.sfw(), &model.sfp(), &model.exponent()}, out);
  for (const auto& amendment : model.amendments()) AddAll({&amendment.cfoa()}, out);
}

}  // namespace

std::set<std::string> FactorsOf(const v1::InventoryLine& line) {
  Names out;
  switch (line.what_case()) {
    case v1::InventoryLine::kFactor:
      AddFactors(line.factor(), out);
      break;
    case v1::InventoryLine::kSoilN2O:
      AddFactors(line.soil_n2o(), out);
      break;
    case v1::InventoryLine::kRiceCh4:
      AddFactors(line.rice_ch4(), out);
      break;
    case v1::InventoryLine::kCarbonApplied:
      AddAll({&line.carbon_applied().factor()}, out);
      break;
    case v1::InventoryLine::kResidueBurning:
      AddAll({&line.residue_burning().ch4(), &line.residue_burning().n2o()}, out);
      break;
    case v1::InventoryLine::kLandUseChange:
    case v1::InventoryLine::kUpstreamFootprint:
    case v1::InventoryLine::kReportedApart:
    case v1::InventoryLine::WHAT_NOT_SET:
      break;
  }
  return out;
}

References ReferencesOf(const v1::InventoryHeader&, std::span<const v1::InventoryLine> lines) {
  Names factors, footprints;
  for (const auto& line : lines) {
    factors.merge(FactorsOf(line));
    if (line.has_upstream_footprint()) footprints.insert(line.upstream_footprint().footprint());
  }
  return {{factors.begin(), factors.end()}, {footprints.begin(), footprints.end()}};
}

}  // namespace tanji::ledger
