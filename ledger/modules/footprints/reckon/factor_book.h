// The factors of an inventory as its lines use them: found, of the right kind, known, in a unit
// that fits. Each is taken apart once, however many lines name it.
#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/outcome.h"
#include "ledger/base/unit.h"
#include "ledger/modules/footprints/reckon/plan.h"
#include "tanji/v1/factors.pb.h"

namespace tanji::ledger {

// A factor in use. It lives as long as its book.
struct FactorUse {
  const std::string* name = nullptr;
  const v1::FactorRow* row = nullptr;
  Unit unit = Unit::One();
  Rational value;
  // Of its range, if it has one.
  std::optional<RangedIndex> ranged;
};

class FactorBook {
 public:
  using Factors = std::map<std::string, v1::Factor, std::less<>>;

  // Both outlive the book, which adds to `plan.ranged` what has a range.
  FactorBook(const Factors& factors, Plan& plan) : factors_(factors), plan_(plan) {}

  // `field` names the factor; it is of one of the `kinds`. CODE_NOT_FOUND,
  // CODE_GRID_FACTOR_REFUSED, CODE_WRONG_KIND, CODE_FACTOR_VALUE_UNKNOWN.
  Outcome Read(const std::string& name, const std::string& field,
               std::initializer_list<v1::FactorKind> kinds, const FactorUse*& out);

  // A model's parameter, of kind GAS_MODEL and of the dimension of `unit`, such as "tC/t":
  // multiplies `term` with it, counted in `unit`. CODE_FACTOR_UNIT_UNSUITABLE.
  Outcome Multiply(Term& term, const std::string& name, const std::string& field,
                   std::string_view unit);

  // Those read so far, ascending by name.
  std::vector<PlannedFactor> used() const;

 private:
  Outcome TakeApart(const std::string& name, const v1::FactorRow& row, const std::string& field);

  const Factors& factors_;
  Plan& plan_;
  std::map<std::string, FactorUse, std::less<>> uses_;
};

// term x factor, in the factor's own unit.
void MultiplyWith(Term& term, const FactorUse& factor);

Outcome RefuseFactorUnit(const FactorUse& factor, const std::string& field, std::string expected);

}  // namespace tanji::ledger
