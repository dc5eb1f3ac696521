#include "ledger/modules/labels/rules.h"

#include <algorithm>
#include <cassert>

#include "ledger/base/date.h"
#include "ledger/base/integer.h"
#include "ledger/base/rational.h"
#include "ledger/base/unit.h"
#include "ledger/modules/products/rules.h"

namespace tanji::ledger {
namespace {

constexpr std::string_view kFootprintUnit = "kgCO2e/kg";

// (limit - compared) / limit in 1/10000, rounded down. Whoever is judged has compared <= limit; a
// limit of 0 leaves no margin.
std::uint32_t MarginOf(const Comparison& comparison) {
  if (comparison.limit.IsZero()) return 0;
  const auto left = comparison.limit - Rational(comparison.compared);
  return static_cast<std::uint32_t>(Floor(left * Rational(kWholeShare) / comparison.limit));
}

struct Bounds {
  Decimal value, low, high;
};
// nullopt also for a result that no ledger makes: a verifier may be given one.
std::optional<Bounds> BoundsIn(const std::string& unit, const v1::FootprintResult& result) {
  const auto in_unit = [&](const std::string& text) {
    const auto value = Decimal::Parse(text);
    return value ? FootprintIn(unit, *value) : std::nullopt;
  };
  const auto value = in_unit(result.value()), low = in_unit(result.low()),
             high = in_unit(result.high());
  if (!value || !low || !high) return std::nullopt;
  return Bounds{*value, *low, *high};
}

Outcome JudgeYear(const Criteria& criteria, const std::string& category, std::uint32_t year,
                  const Bounds& bounds, v1::CertificateYear& out) {
  Decimal threshold;
  TANJI_RETURN_IF_REFUSED(ThresholdFor(criteria, category, year, threshold));
  v1::SchemeGrade grade;
  TANJI_RETURN_IF_REFUSED(Judge(criteria, bounds.value, bounds.low, bounds.high, threshold, grade));
  out.set_harvest_year(year);
  out.set_threshold(threshold.Text());
  out.set_margin(MarginOf(Compare(criteria.requirements, bounds.value, bounds.high, threshold)));
  out.set_grade(grade.id());
  return Outcome::Ok();
}

}  // namespace

CoveredDays DaysCovered(const v1::InventoryHeader& header) {
  if (header.coverage() == v1::FOOTPRINT_COVERAGE_EX_POST) {
    return {header.first_day(), header.last_day()};
  }
  const auto next = AddDays(ParseDate(header.last_day()).value(), 1).value();
  return {ToText(next), header.valid_until_day()};
}

bool CoversHarvestOf(const v1::InventoryHeader& header, const std::string& lot_name,
                     const v1::Lot& lot) {
  if (!lot.has_harvest() || lot.product() != header.product()) return false;
  const auto& assessed = header.facilities();
  const bool is_assessed =
      std::ranges::all_of(lot.harvest().facilities(), [&](const std::string& facility) {
        return std::ranges::find(assessed, facility) != assessed.end();
      });
  if (!is_assessed) return false;
  if (header.coverage() == v1::FOOTPRINT_COVERAGE_EX_POST) {
    return std::ranges::find(header.lots(), lot_name) != header.lots().end();
  }
  // Days of four-digit years compare as texts.
  const auto days = DaysCovered(header);
  return days.first <= lot.harvest().first_day() && lot.harvest().last_day() <= days.last;
}

std::uint32_t YearOf(std::string_view day) {
  return static_cast<std::uint32_t>(ParseDate(day).value().year);
}

std::optional<Decimal> FootprintIn(std::string_view unit, Decimal value) {
  const auto from = Unit::Parse(kFootprintUnit).value();
  const auto to = Unit::Parse(unit);
  if (!to || to->dimension() != from.dimension()) return std::nullopt;
  return ExactDecimal(Rational(value) * from.ratio() / to->ratio());
}

Outcome JudgeYears(const Criteria& criteria, const std::string& category,
                   const v1::InventoryHeader& header, const v1::FootprintResult& result,
                   v1::Certificate& out) {
  const auto& requirements = criteria.requirements;
  const auto bounds = BoundsIn(requirements.unit(), result);
  if (!bounds) {
    return Refuse(v1::CODE_REQUIREMENT_NOT_MET, {{"field", "unit"},
                                                 {"value", std::string(kFootprintUnit)},
                                                 {"expected", requirements.unit()},
                                                 {"object", out.footprint()}});
  }
  out.set_rule(requirements.decision());
  out.set_guard(requirements.guard());
  out.set_unit(requirements.unit());
  const bool upper = requirements.decision() == v1::DECISION_RULE_UPPER_BOUND;
  out.set_compared((upper ? bounds->high : bounds->value).Text());
  const auto days = DaysCovered(header);
  auto first_refusal = Outcome::Ok();
  for (auto year = YearOf(days.first); year <= YearOf(days.last); ++year) {
    v1::CertificateYear row;
    auto outcome = JudgeYear(criteria, category, year, *bounds, row);
    if (outcome.ok()) {
      *out.add_years() = std::move(row);
    } else if (first_refusal.ok()) {
      first_refusal = std::move(outcome);
    }
  }
  return out.years().empty() ? first_refusal : Outcome::Ok();
}

bool Meets(const v1::Certificate& certificate, const v1::CertificateYear& year,
           const v1::FootprintResult& result) {
  const auto bounds = BoundsIn(certificate.unit(), result);
  const auto threshold = Decimal::Parse(year.threshold());
  if (!bounds || !threshold) return false;
  v1::SchemeRequirements rule;
  rule.set_decision(certificate.rule());
  rule.set_guard(certificate.guard());
  const auto comparison = Compare(rule, bounds->value, bounds->high, *threshold);
  return Rational(comparison.compared) <= comparison.limit;
}

const v1::CertificateYear* YearIn(const v1::Certificate& certificate, std::uint32_t harvest_year) {
  for (const auto& year : certificate.years()) {
    if (year.harvest_year() == harvest_year) return &year;
  }
  return nullptr;
}

std::string NextSurveillanceDay(const v1::Certificate& certificate,
                                const v1::CertificateProgress& progress, AsOf at) {
  const auto& planned = certificate.surveillance_days();
  const auto held = std::ranges::count_if(progress.surveillance_times(), [&](std::int64_t time_ms) {
    return time_ms <= std::min(at.known_ms, at.effective_ms);
  });
  return held < planned.size() ? planned[static_cast<int>(held)] : std::string();
}

std::uint64_t UnitCount(const v1::Label& label) {
  if (label.has_unit_serials()) return label.unit_serials().count();
  if (label.has_printed_run()) return label.printed_run().to() - label.printed_run().from() + 1;
  return 0;
}

std::uint64_t FirstUnit(const v1::Label& label) {
  return label.has_printed_run() ? label.printed_run().from() : 1;
}

bool HasUnit(const v1::Label& label, std::uint64_t unit) {
  return unit >= FirstUnit(label) && unit - FirstUnit(label) < UnitCount(label);
}

bool Overlap(const v1::UnitRange& a, const v1::UnitRange& b) {
  return a.from() <= b.to() && b.from() <= a.to();
}

Mass MassOfUnits(Mass mass, std::uint64_t retired, std::uint64_t units) {
  assert(units != 0 && retired <= units && units <= kMaxUnits);
  // 10^21 units of 1e-9 kg times 10^7 stay within 128 bits.
  const auto part =
      mass.kilograms().units() * static_cast<Int128>(retired) / static_cast<Int128>(units);
  return Mass::FromKilograms(Decimal::FromUnits(part).value()).value();
}

bool IsReportedBy(const v1::RetiredUnits& retired, AsOf at) {
  return retired.recorded_time() <= std::min(at.known_ms, at.effective_ms);
}

Retired RetiredBy(const v1::Label& label, const v1::LabelProgress& progress, AsOf at) {
  Retired out;
  std::uint64_t units = 0;
  Rational kilograms;
  for (const auto& row : progress.retired()) {
    if (!IsReportedBy(row, at)) continue;
    out.last_ms = std::max(out.last_ms, row.recorded_time());
    if (row.has_units()) {
      units += row.units().to() - row.units().from() + 1;
    } else {
      kilograms += Rational(MassOfText(row.mass_kg()).kilograms());
    }
  }
  const auto all = UnitCount(label);
  out.is_all =
      all > 0 ? units >= all : kilograms >= Rational(MassOfText(label.mass_kg()).kilograms());
  return out;
}

Mass ActiveMass(const v1::Label& label, const v1::LabelProgress& progress) {
  return Subtract(MassOfText(label.mass_kg()), MassOfText(progress.retired_kg())).value();
}

}  // namespace tanji::ledger
