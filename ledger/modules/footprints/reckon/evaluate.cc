#include "ledger/modules/footprints/reckon/evaluate.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "ledger/base/integer.h"
#include "ledger/base/power.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/footprints/reckon/check.h"

namespace tanji::ledger {
namespace {

// One ranged value that stands at another place than its own.
struct Moved {
  RangedIndex index;
  const Rational* to;
};

Outcome RefuseOverflow(std::string field) {
  return Refuse(v1::CODE_FOOTPRINT_OVERFLOW, {{"field", std::move(field)}});
}

class Evaluation {
 public:
  Evaluation(const Plan& plan, std::span<const v1::InventoryLine> lines)
      : plan_(plan), lines_(lines), moved_by_(plan.ranged.size()) {}

  Outcome Run(Evaluated& out) {
    for (std::size_t i = 0; i < plan_.cells.size(); ++i) {
      TANJI_RETURN_IF_REFUSED(AddCell(i, out));
    }
    TANJI_RETURN_IF_REFUSED(FinishTotal(out));
    for (RangedIndex i = 0; i < plan_.ranged.size(); ++i) {
      Shift shift;
      TANJI_RETURN_IF_REFUSED(FindShift(i, out, shift));
      out.shifts.push_back(shift);
    }
    return FinishRange(out);
  }

 private:
  Outcome AddCell(std::size_t index, Evaluated& out) {
    const auto& cell = plan_.cells[index];
    CellValue value;
    TANJI_RETURN_IF_REFUSED(Co2e(cell, nullptr, value.co2e, &value.mass));
    const auto note = [&](const Term& term) {
      for (const auto ranged : term.ranged) {
        value.ranged = true;
        auto& cells = moved_by_[ranged];
        if (cells.empty() || cells.back() != index) cells.push_back(index);
      }
    };
    std::ranges::for_each(cell.terms, note);
    if (cell.power) {
      std::ranges::for_each(plan_.powers[*cell.power].terms, note);
      note(plan_.powers[*cell.power].exponent);
    }
    total_ += ToInteger(value.co2e.units());
    out.cells.push_back(value);
    return Outcome::Ok();
  }

  Rational Product(const Term& term, const Moved* moved) const {
    Rational out = term.constant;
    for (const auto index : term.ranged) {
      out *= moved != nullptr && moved->index == index ? *moved->to : plan_.ranged[index].value;
    }
    return out;
  }

  // The cell with one value moved, rounded: the CO2e from the exact mass.
  Outcome Co2e(const PlannedCell& cell, const Moved* moved, Decimal& co2e, Decimal* mass) {
    Rational exact;
    for (const auto& term : cell.terms) exact += Product(term, moved);
    if (cell.power) {
      Rational power;
      TANJI_RETURN_IF_REFUSED(PowerOf(plan_.powers[*cell.power], moved, power));
      exact *= power;
    }
    const auto field = [&] { return LineField(lines_[cell.line]); };
    if (mass != nullptr) {
      const auto rounded = RoundToDecimal(exact);
      if (!rounded) return RefuseOverflow(field());
      *mass = *rounded;
    }
    const auto rounded = RoundToDecimal(cell.co2e ? *cell.co2e : exact * cell.gwp);
    if (!rounded) return RefuseOverflow(field());
    co2e = *rounded;
    return Outcome::Ok();
  }

  // D3: the base is exact at 1e-9 or refused, the exponent is p/100.
  Outcome PowerOf(const PlannedPower& power, const Moved* moved, Rational& out) {
    constexpr int kDegree = kMaxRootDegree;
    Rational base(1);
    for (const auto& term : power.terms) base += Product(term, moved);
    const auto x = ExactDecimal(base);
    if (!x) return Refuse(v1::CODE_POWER_INEXACT, {{"field", Path(power.field, "amendments")}});
    const auto exponent = Product(power.exponent, moved);
    const auto hundredths = ExactDecimal(exponent * Rational(kDegree));
    const auto one = Decimal::FromInteger(1);
    if (!hundredths || *hundredths < one || *hundredths > Decimal::FromInteger(kDegree) ||
        hundredths->units() % one.units() != 0) {
      return Refuse(v1::CODE_EXPONENT_UNUSABLE,
                    {{"field", Path(power.field, "exponent")},
                     {"value", power.exponent_factor},
                     {"exponent", ExactDecimal(exponent).value_or(Decimal()).Text()}});
    }
    const int p = static_cast<int>(hundredths->units() / one.units());
    auto& known = powers_[{*x, p}];
    if (!known) known = Power(*x, p, kDegree);
    out = Rational(known.value());
    return Outcome::Ok();
  }

  // The total with one value moved is the total plus what the cells that it touches change by.
  Outcome ChangeAt(const Moved& moved, const Evaluated& out, Integer& change) {
    change = 0;
    for (const auto index : moved_by_[moved.index]) {
      Decimal co2e;
      TANJI_RETURN_IF_REFUSED(Co2e(plan_.cells[index], &moved, co2e, nullptr));
      change += ToInteger(co2e.units()) - ToInteger(out.cells[index].co2e.units());
    }
    return Outcome::Ok();
  }

  Outcome FindShift(RangedIndex index, const Evaluated& out, Shift& shift) {
    Integer at_low, at_high;
    TANJI_RETURN_IF_REFUSED(ChangeAt({index, &plan_.ranged[index].low}, out, at_low));
    TANJI_RETURN_IF_REFUSED(ChangeAt({index, &plan_.ranged[index].high}, out, at_high));
    const Integer none = 0;
    const Integer down = std::max({Integer(-at_low), Integer(-at_high), none});
    const Integer up = std::max({at_low, at_high, none});
    down_squares_ += down * down;
    up_squares_ += up * up;
    TANJI_RETURN_IF_REFUSED(Fit(down, shift.down));
    return Fit(up, shift.up);
  }

  static Outcome Fit(const Integer& units, Decimal& out) {
    const auto narrow = ToInt128(units);
    const auto decimal = narrow ? Decimal::FromUnits(*narrow) : std::nullopt;
    if (!decimal) return RefuseOverflow("result");
    out = *decimal;
    return Outcome::Ok();
  }

  Outcome FinishTotal(Evaluated& out) { return Fit(total_, out.total); }

  Outcome FinishRange(Evaluated& out) {
    const Integer none = 0;
    TANJI_RETURN_IF_REFUSED(
        Fit(std::max(none, Integer(total_ - IntegerSquareRoot(down_squares_))), out.low));
    return Fit(total_ + IntegerSquareRoot(up_squares_), out.high);
  }

  const Plan& plan_;
  std::span<const v1::InventoryLine> lines_;
  // By ranged value: the cells that it touches, ascending.
  std::vector<std::vector<std::size_t>> moved_by_;
  std::map<std::pair<Decimal, int>, std::optional<Decimal>> powers_;
  Integer total_ = 0, down_squares_ = 0, up_squares_ = 0;
};

}  // namespace

Outcome Evaluate(const Plan& plan, std::span<const v1::InventoryLine> lines, Evaluated& out) {
  return Evaluation(plan, lines).Run(out);
}

}  // namespace tanji::ledger
