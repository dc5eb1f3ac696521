#include "ledger/base/unit.h"

#include <array>
#include <cstdint>

namespace tanji::ledger {
namespace {

struct SimpleUnit {
  std::string_view code;
  std::string_view alias;  // empty: none
  std::string_view base;
  std::int64_t numerator;  // of the ratio to the base unit
  std::int64_t denominator;
  bool with_substance = false;
};

// Ratios are exact by definition. 亩: 15 to the hectare. 斤: half a kilogram. 1 kWh = 3.6 MJ. A
// cubic metre of gas is one at 0 °C (Nm3) or, as China's household meters count it, at 20 °C, at
// equal pressure: 273.15 K / 293.15 K. A plain m3 has no reference state and converts to neither.
constexpr std::array<SimpleUnit, 19> kSimpleUnits = {{
    {"kg", "", "kg", 1, 1, true},
    {"g", "", "kg", 1, 1'000, true},
    {"mg", "", "kg", 1, 1'000'000, true},
    {"t", "", "kg", 1'000, 1, true},
    {"jin", "斤", "kg", 1, 2},
    {"m2", "", "m2", 1, 1},
    {"ha", "", "m2", 10'000, 1},
    {"mu", "亩", "m2", 10'000, 15},
    {"m3", "", "m3", 1, 1},
    {"L", "", "m3", 1, 1'000},
    {"Nm3", "", "Nm3", 1, 1},
    {"m3@20C", "", "Nm3", 27'315, 29'315},
    {"MJ", "", "MJ", 1, 1},
    {"GJ", "", "MJ", 1'000, 1},
    {"kWh", "", "MJ", 36, 10},
    {"MWh", "", "MJ", 3'600, 1},
    {"d", "", "d", 1, 1},
    {"h", "", "d", 1, 24},
    {"km", "", "km", 1, 1},
}};

struct Substance {
  std::string_view name;
  bool after_space;  // in the canonical text; both spellings are read
};

// Gases and what IPCC's factors count by element stand right behind the unit, as the tables have
// them; nutrients and matter stand apart. "N leached" and the like are what an emission factor
// multiplies, and differ from the N applied.
constexpr std::array<Substance, 15> kSubstances = {{
    {"CO2", false},
    {"CO2e", false},
    {"CH4", false},
    {"N2O", false},
    {"N2O-N", false},
    {"SF6", false},
    {"HFC-134a", false},
    {"C", false},
    {"N", true},
    {"P2O5", true},
    {"K2O", true},
    {"dm", true},
    {"N volatilised", true},
    {"N leached", true},
    {"dm burnt", true},
}};

// One unit of a product, or the whole of it so far.
struct Part {
  std::string code;
  Dimension dimension;
  Rational ratio{1};
};

std::string WithSubstance(std::string_view unit, const Substance& substance) {
  std::string out(unit);
  if (substance.after_space) out += ' ';
  out += substance.name;
  return out;
}

Part MakePart(std::string code, std::string base, const SimpleUnit& unit) {
  return {std::move(code), {{std::move(base), 1}}, Rational(unit.numerator, unit.denominator)};
}

std::optional<Part> ParseSubstance(std::string_view text, const SimpleUnit& unit) {
  if (text.starts_with(' ')) text.remove_prefix(1);
  for (const auto& substance : kSubstances) {
    if (text != substance.name) continue;
    return MakePart(WithSubstance(unit.code, substance), WithSubstance(unit.base, substance), unit);
  }
  return std::nullopt;
}

std::optional<Part> ParseSimple(std::string_view text) {
  for (const auto& unit : kSimpleUnits) {
    if (text == unit.code || (!unit.alias.empty() && text == unit.alias)) {
      return MakePart(std::string(unit.code), std::string(unit.base), unit);
    }
    if (!unit.with_substance || !text.starts_with(unit.code)) continue;
    if (auto part = ParseSubstance(text.substr(unit.code.size()), unit)) return part;
  }
  return std::nullopt;
}

// `power` is 1 or -1.
void Multiply(Dimension& dimension, const Dimension& by, int power) {
  for (const auto& [base, exponent] : by) {
    const int sum = (dimension[base] += power * exponent);
    if (sum == 0) dimension.erase(base);
  }
}

// Takes what stands before the next `separator` off the front of `rest`; nullopt when none is left.
std::optional<std::string_view> TakeBefore(char separator, std::optional<std::string_view>& rest) {
  if (!rest) return std::nullopt;
  const auto at = rest->find(separator);
  const auto part = rest->substr(0, at);
  rest = at == std::string_view::npos ? std::nullopt : std::optional(rest->substr(at + 1));
  return part;
}

std::optional<Part> ParseProduct(std::string_view text) {
  std::optional<std::string_view> rest = text;
  Part out;
  while (const auto piece = TakeBefore('.', rest)) {
    const auto part = ParseSimple(*piece);
    if (!part) return std::nullopt;
    if (!out.code.empty()) out.code += '.';
    out.code += part->code;
    out.ratio *= part->ratio;
    Multiply(out.dimension, part->dimension, 1);
  }
  return out;
}

}  // namespace

std::optional<Unit> Unit::Parse(std::string_view text) {
  if (text.size() > kMaxUnitText) return std::nullopt;
  std::optional<std::string_view> rest = text;
  const auto numerator = *TakeBefore('/', rest);
  auto whole = numerator == "1" ? Part{"1", {}, Rational(1)} : ParseProduct(numerator);
  if (!whole) return std::nullopt;
  while (const auto piece = TakeBefore('/', rest)) {
    const auto divisor = ParseProduct(*piece);
    if (!divisor) return std::nullopt;
    whole->code += '/' + divisor->code;
    whole->ratio /= divisor->ratio;
    Multiply(whole->dimension, divisor->dimension, -1);
  }
  return Unit(std::move(whole->code), std::move(whole->dimension), std::move(whole->ratio));
}

Unit Unit::One() {
  return *Parse("1");
}
Unit Unit::Kilogram() {
  return *Parse("kg");
}

}  // namespace tanji::ledger
