#include "ledger/modules/footprints/reckon/factor_book.h"

#include <algorithm>
#include <cassert>

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/values.h"

namespace tanji::ledger {
namespace {

std::string Listed(std::initializer_list<v1::FactorKind> kinds) {
  std::string out;
  for (const auto kind : kinds) out += (out.empty() ? "" : ", ") + v1::FactorKind_Name(kind);
  return out;
}

// A record of the ledger: its texts were checked when it was made.
Rational Number(std::string_view text) {
  return Rational(Decimal::Parse(text).value());
}

Outcome CheckKind(const std::string& name, v1::FactorKind kind, const std::string& field,
                  std::initializer_list<v1::FactorKind> kinds) {
  if (kind == v1::FACTOR_KIND_GRID_CO2) {
    return Refuse(v1::CODE_GRID_FACTOR_REFUSED, {{"field", field}, {"value", name}});
  }
  if (std::ranges::find(kinds, kind) != kinds.end()) return Outcome::Ok();
  return Refuse(v1::CODE_WRONG_KIND,
                {{"field", field}, {"value", name}, {"expected", Listed(kinds)}});
}

}  // namespace

Outcome FactorBook::TakeApart(const std::string& name, const v1::FactorRow& row,
                              const std::string& field) {
  const auto value = Known(row.value());
  if (!value) {
    return Refuse(v1::CODE_FACTOR_VALUE_UNKNOWN,
                  {{"field", field},
                   {"value", name},
                   {"reason", v1::Unknown_Name(row.value().unknown())},
                   {"source", Shown(row.source())}});
  }
  FactorUse use;
  use.row = &row;
  use.unit = Unit::Parse(row.unit()).value();
  use.value = Rational(*value);
  if (row.range().known_case() == v1::KnownRange::kRange) {
    use.ranged = plan_.ranged.size();
    plan_.ranged.push_back(
        {use.value, Number(row.range().range().low()), Number(row.range().range().high())});
  }
  const auto it = uses_.emplace(name, std::move(use)).first;
  it->second.name = &it->first;
  return Outcome::Ok();
}

Outcome FactorBook::Read(const std::string& name, const std::string& field,
                         std::initializer_list<v1::FactorKind> kinds, const FactorUse*& out) {
  const auto found = factors_.find(name);
  if (found == factors_.end()) return RefuseNotFound(field, name);
  TANJI_RETURN_IF_REFUSED(CheckKind(name, found->second.row().kind(), field, kinds));
  auto use = uses_.find(name);
  if (use == uses_.end()) {
    TANJI_RETURN_IF_REFUSED(TakeApart(name, found->second.row(), field));
    use = uses_.find(name);
  }
  out = &use->second;
  return Outcome::Ok();
}

Outcome FactorBook::Multiply(Term& term, const std::string& name, const std::string& field,
                             std::string_view unit) {
  const FactorUse* factor = nullptr;
  TANJI_RETURN_IF_REFUSED(Read(name, field, {v1::FACTOR_KIND_GAS_MODEL}, factor));
  const auto wanted = Unit::Parse(unit).value();
  if (factor->unit.dimension() != wanted.dimension()) {
    return RefuseFactorUnit(*factor, field, wanted.code());
  }
  MultiplyWith(term, *factor);
  term.constant *= factor->unit.ratio() / wanted.ratio();
  return Outcome::Ok();
}

std::vector<PlannedFactor> FactorBook::used() const {
  std::vector<PlannedFactor> out;
  for (const auto& [name, use] : uses_) out.push_back({name, use.ranged});
  return out;
}

void MultiplyWith(Term& term, const FactorUse& factor) {
  if (factor.ranged) {
    term.ranged.push_back(*factor.ranged);
  } else {
    term.constant *= factor.value;
  }
}

Outcome RefuseFactorUnit(const FactorUse& factor, const std::string& field, std::string expected) {
  return Refuse(v1::CODE_FACTOR_UNIT_UNSUITABLE, {{"field", field},
                                                  {"value", *factor.name},
                                                  {"unit", factor.unit.code()},
                                                  {"expected", std::move(expected)}});
}

}  // namespace tanji::ledger
