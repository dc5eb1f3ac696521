#include "ledger/base/decimal.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/factors/usable.h"
#include "ledger/modules/footprints/reckon/check.h"
#include "ledger/modules/footprints/reckon/references.h"
#include "ledger/modules/footprints/reckon/shape.h"

namespace tanji::ledger {
namespace {

constexpr std::uint64_t kWhole = 10'000;  // of shares in 1/10000

Outcome CheckModel(const v1::FactorLine& line, const std::string& field) {
  const auto amount = Path(field, "amount");
  TANJI_RETURN_IF_REFUSED(CheckAmount(line.amount(), amount, Sign::kNotNegative));
  if (line.has_amount_range()) {
    TANJI_RETURN_IF_REFUSED(CheckRangeOf(line.amount_range(),
                                         Decimal::Parse(line.amount().decimal()),
                                         Path(field, "amount_range"), Sign::kNotNegative));
  }
  TANJI_RETURN_IF_REFUSED(CheckFactorName(line.factor(), Path(field, "factor")));
  const auto upstream = Path(field, "upstream");
  if (line.upstream_known_case() == v1::FactorLine::kUpstream) {
    TANJI_RETURN_IF_REFUSED(CheckFactorName(line.upstream(), upstream));
    if (line.conversion().empty()) return Outcome::Ok();
    return CheckFactorName(line.conversion(), Path(field, "conversion"));
  }
  if (line.upstream_known_case() == v1::FactorLine::kUpstreamUnknown &&
      line.upstream_unknown() != v1::UNKNOWN_NOT_ASSESSED) {
    return Refuse(v1::CODE_WRONG_KIND, {{"field", Path(field, "upstream_unknown")},
                                        {"value", v1::Unknown_Name(line.upstream_unknown())},
                                        {"expected", "UNKNOWN_NOT_ASSESSED"}});
  }
  // A conversion is of use to an upstream factor only.
  return CheckSet(line.conversion().empty(), upstream);
}

Outcome CheckResidue(const v1::ResidueNitrogen& residue, const std::string& field) {
  TANJI_RETURN_IF_REFUSED(CheckGoods(residue.yield(), Path(field, "yield")));
  TANJI_RETURN_IF_REFUSED(CheckFactorName(residue.dry(), Path(field, "dry")));
  TANJI_RETURN_IF_REFUSED(CheckFactorName(residue.rag(), Path(field, "rag")));
  TANJI_RETURN_IF_REFUSED(CheckFactorName(residue.nag(), Path(field, "nag")));
  return CheckRange(residue.returned_share(), 1, kWhole, Path(field, "returned_share"));
}

Outcome CheckNitrogen(const v1::NitrogenInput& input, const std::string& field) {
  TANJI_RETURN_IF_REFUSED(CheckText(input.text(), Path(field, "text")));
  TANJI_RETURN_IF_REFUSED(CheckFactorName(input.ef1(), Path(field, "ef1")));
  const auto frac_gas = Path(field, "frac_gas");
  if (input.has_applied()) {
    TANJI_RETURN_IF_REFUSED(CheckAmountLike(input.applied(), "kg N", Path(field, "applied")));
    return CheckFactorName(input.frac_gas(), frac_gas);
  }
  TANJI_RETURN_IF_REFUSED(CheckSet(input.has_residue(), Path(field, "applied")));
  TANJI_RETURN_IF_REFUSED(CheckResidue(input.residue(), Path(field, "residue")));
  return input.frac_gas().empty() ? Outcome::Ok() : RefuseUnexpected(frac_gas, field, "residue");
}

Outcome CheckModel(const v1::SoilN2o& model, const std::string& field) {
  const auto inputs = Path(field, "inputs");
  TANJI_RETURN_IF_REFUSED(CheckCount(model.inputs_size(), kMaxNitrogenInputs, inputs));
  for (int i = 0; i < model.inputs_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(CheckNitrogen(model.inputs(i), Item(inputs, i)));
  }
  TANJI_RETURN_IF_REFUSED(CheckFactorName(model.ef4(), Path(field, "ef4")));
  TANJI_RETURN_IF_REFUSED(CheckFactorName(model.frac_leach(), Path(field, "frac_leach")));
  return CheckFactorName(model.ef5(), Path(field, "ef5"));
}

Outcome CheckModel(const v1::RiceCh4& model, const std::string& field) {
  TANJI_RETURN_IF_REFUSED(CheckAmountLike(model.area(), "ha", Path(field, "area")));
  TANJI_RETURN_IF_REFUSED(CheckDecimal(model.days(), Path(field, "days"), Sign::kNotNegative));
  TANJI_RETURN_IF_REFUSED(CheckFactorName(model.efc(), Path(field, "efc")));
  TANJI_RETURN_IF_REFUSED(CheckFactorName(model.sfw(), Path(field, "sfw")));
  TANJI_RETURN_IF_REFUSED(CheckFactorName(model.sfp(), Path(field, "sfp")));
  const auto amendments = Path(field, "amendments"), exponent = Path(field, "exponent");
  if (model.amendments_size() == 0) {
    return model.exponent().empty() ? Outcome::Ok() : CheckSet(false, amendments);
  }
  TANJI_RETURN_IF_REFUSED(CheckCount(model.amendments_size(), kMaxAmendments, amendments));
  for (int i = 0; i < model.amendments_size(); ++i) {
    const auto& amendment = model.amendments(i);
    const auto item = Item(amendments, i);
    TANJI_RETURN_IF_REFUSED(
        CheckDecimal(amendment.tonnes_per_ha(), Path(item, "tonnes_per_ha"), Sign::kNotNegative));
    TANJI_RETURN_IF_REFUSED(CheckFactorName(amendment.cfoa(), Path(item, "cfoa")));
  }
  return CheckFactorName(model.exponent(), exponent);
}

Outcome CheckModel(const v1::CarbonApplied& model, const std::string& field) {
  TANJI_RETURN_IF_REFUSED(CheckGoods(model.mass(), Path(field, "mass")));
  return CheckFactorName(model.factor(), Path(field, "factor"));
}

Outcome CheckModel(const v1::ResidueBurning& model, const std::string& field) {
  TANJI_RETURN_IF_REFUSED(CheckAmountLike(model.dry_matter(), "kg dm", Path(field, "dry_matter")));
  TANJI_RETURN_IF_REFUSED(
      CheckRange(model.combustion_share(), 1, kWhole, Path(field, "combustion_share")));
  TANJI_RETURN_IF_REFUSED(CheckFactorName(model.ch4(), Path(field, "ch4")));
  return CheckFactorName(model.n2o(), Path(field, "n2o"));
}

Outcome CheckModel(const v1::LandUseChange& model, const std::string& field) {
  const auto before = Path(field, "carbon_before"), after = Path(field, "carbon_after");
  TANJI_RETURN_IF_REFUSED(CheckAmountLike(model.area(), "ha", Path(field, "area")));
  TANJI_RETURN_IF_REFUSED(CheckDecimal(model.carbon_before(), before, Sign::kNotNegative));
  TANJI_RETURN_IF_REFUSED(CheckDecimal(model.carbon_after(), after, Sign::kNotNegative));
  if (*Decimal::Parse(model.carbon_after()) > *Decimal::Parse(model.carbon_before())) {
    return Refuse(
        v1::CODE_CARBON_GAIN,
        {{"field", after}, {"value", model.carbon_after()}, {"limit", model.carbon_before()}});
  }
  TANJI_RETURN_IF_REFUSED(CheckDayOfThisAge(model.conversion_day(), Path(field, "conversion_day")));
  const auto evidence = Path(field, "evidence");
  TANJI_RETURN_IF_REFUSED(CheckCount(model.evidence_size(), kMaxConversionDocuments, evidence));
  for (int i = 0; i < model.evidence_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(
        CheckHashName(kDocumentsCollection, model.evidence(i), Item(evidence, i)));
  }
  return CheckAscendingTexts(model.evidence(), evidence);
}

Outcome CheckModel(const v1::UpstreamFootprint& upstream, const std::string& field) {
  TANJI_RETURN_IF_REFUSED(CheckGoods(upstream.amount(), Path(field, "amount")));
  return CheckIdName(kFootprintsCollection, upstream.footprint(), Path(field, "footprint"));
}

Outcome CheckModel(const v1::ReportedApart& apart, const std::string& field) {
  TANJI_RETURN_IF_REFUSED(CheckChosen(apart.kind(), Path(field, "kind")));
  return CheckAmountLike(apart.amount(), "kgCO2", Path(field, "amount"), Sign::kPositive);
}

Outcome CheckWhat(const v1::InventoryLine& line, const std::string& field) {
  switch (line.what_case()) {
    case v1::InventoryLine::kFactor:
      return CheckModel(line.factor(), Path(field, "factor"));
    case v1::InventoryLine::kSoilN2O:
      return CheckModel(line.soil_n2o(), Path(field, "soil_n2o"));
    case v1::InventoryLine::kRiceCh4:
      return CheckModel(line.rice_ch4(), Path(field, "rice_ch4"));
    case v1::InventoryLine::kCarbonApplied:
      return CheckModel(line.carbon_applied(), Path(field, "carbon_applied"));
    case v1::InventoryLine::kResidueBurning:
      return CheckModel(line.residue_burning(), Path(field, "residue_burning"));
    case v1::InventoryLine::kLandUseChange:
      return CheckModel(line.land_use_change(), Path(field, "land_use_change"));
    case v1::InventoryLine::kUpstreamFootprint:
      return CheckModel(line.upstream_footprint(), Path(field, "upstream_footprint"));
    case v1::InventoryLine::kReportedApart:
      return CheckModel(line.reported_apart(), Path(field, "reported_apart"));
    case v1::InventoryLine::WHAT_NOT_SET:
      break;
  }
  return CheckSet(false, Path(field, "what"));
}

// What happens on the land happens while it is planted, tended or cleared. Land-use change is
// spread over 20 years by itself, so it is not of a stage that is spread over the bearing life.
bool SuitsStage(v1::InventoryLine::WhatCase what, v1::Stage stage) {
  switch (what) {
    case v1::InventoryLine::kSoilN2O:
    case v1::InventoryLine::kRiceCh4:
    case v1::InventoryLine::kCarbonApplied:
    case v1::InventoryLine::kResidueBurning:
      return stage == v1::STAGE_CULTIVATION || stage == v1::STAGE_ESTABLISHMENT ||
             stage == v1::STAGE_CLEARING;
    case v1::InventoryLine::kLandUseChange:
      return stage == v1::STAGE_CULTIVATION;
    default:
      return true;
  }
}

Outcome CheckStage(const v1::InventoryLine& line, std::string_view field) {
  const auto stage = Path(field, "stage");
  TANJI_RETURN_IF_REFUSED(CheckChosen(line.stage(), stage));
  if (SuitsStage(line.what_case(), line.stage())) return Outcome::Ok();
  return Refuse(
      v1::CODE_STAGE_NOT_ALLOWED,
      {{"field", stage},
       {"value", v1::Stage_Name(line.stage())},
       {"other", std::string(field)},
       {"rule", v1::InventoryLine::descriptor()->FindFieldByNumber(line.what_case())->name()}});
}

Outcome CheckQuality(const v1::DataQuality& quality, std::string_view field) {
  constexpr std::uint64_t kBest = 1, kWorst = 5;
  TANJI_RETURN_IF_REFUSED(
      CheckRange(quality.technological(), kBest, kWorst, Path(field, "technological")));
  TANJI_RETURN_IF_REFUSED(
      CheckRange(quality.geographical(), kBest, kWorst, Path(field, "geographical")));
  return CheckRange(quality.temporal(), kBest, kWorst, Path(field, "temporal"));
}

}  // namespace

Outcome CheckInventoryLine(const v1::InventoryLine& line, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckChosenId(line.id(), Path(field, "id")));
  TANJI_RETURN_IF_REFUSED(CheckStage(line, field));
  TANJI_RETURN_IF_REFUSED(CheckText(line.text(), Path(field, "text")));
  TANJI_RETURN_IF_REFUSED(CheckWhat(line, std::string(field)));
  if (line.has_reported_apart() && line.of_which() != v1::OF_WHICH_UNSPECIFIED) {
    return RefuseUnexpected(Path(field, "of_which"), field, "reported_apart");
  }
  if (line.has_quality()) {
    TANJI_RETURN_IF_REFUSED(CheckQuality(line.quality(), Path(field, "quality")));
  }
  const auto source = Path(field, "source");
  TANJI_RETURN_IF_REFUSED(CheckSet(!line.source().empty(), source));
  TANJI_RETURN_IF_REFUSED(CheckMaxBytes(line.source(), kMaxSourceBytes, source));
  TANJI_RETURN_IF_REFUSED(CheckRange(line.output(), 0, kMaxOutputs, Path(field, "output")));
  const auto factors = FactorsOf(line).size();
  if (factors <= kMaxLineFactors) return Outcome::Ok();
  return Refuse(v1::CODE_TOO_MANY_LINE_FACTORS, {{"field", std::string(field)},
                                                 {"value", std::to_string(factors)},
                                                 {"limit", std::to_string(kMaxLineFactors)}});
}

}  // namespace tanji::ledger
