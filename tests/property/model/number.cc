#include "tests/property/model/number.h"

#include <map>

namespace tanji::property {
namespace {

using Integer = boost::multiprecision::cpp_int;

const Integer& PerOne() {
  static const Integer billion = 1'000'000'000;
  return billion;
}

// Of something not negative.
Integer HalfEven(const Number& number) {
  const Integer above = boost::multiprecision::numerator(number);
  const Integer below = boost::multiprecision::denominator(number);
  const Integer whole = above / below, twice_rest = 2 * (above % below);
  const bool up = twice_rest > below || (twice_rest == below && whole % 2 == 1);
  return up ? whole + 1 : whole;
}

}  // namespace

Number NumberOf(const std::string& text) {
  const bool negative = text.starts_with("-");
  Integer digits = 0, below = 1;
  bool after_point = false;
  for (const char c : text.substr(negative ? 1 : 0)) {
    if (c == '.') {
      after_point = true;
      continue;
    }
    digits = digits * 10 + (c - '0');
    if (after_point) below *= 10;
  }
  return Number(negative ? Integer(-digits) : digits, below);
}

Number Rounded(const Number& number) {
  if (number < 0) return -Rounded(-number);
  return Number(HalfEven(number * Number(PerOne())), PerOne());
}

std::string TextOf(const Number& number) {
  if (number < 0) return "-" + TextOf(-number);
  const Integer units = HalfEven(number * Number(PerOne()));
  auto text = Integer(units / PerOne()).str();
  auto places = Integer(units % PerOne()).str();
  places.insert(0, 9 - places.size(), '0');
  while (!places.empty() && places.back() == '0') places.pop_back();
  return places.empty() ? text : text + "." + places;
}

Number RootBelow(const Number& number) {
  const Integer squared = HalfEven(number * Number(PerOne()) * Number(PerOne()));
  return Number(Integer(boost::multiprecision::sqrt(squared)), PerOne());
}

UnitOf::UnitOf(const std::string& unit) {
  static const std::map<std::string, std::pair<std::string, Number>> known{
      {"kg", {"kg", 1}},
      {"t", {"kg", 1000}},
      {"jin", {"kg", Number(1, 2)}},
      {"m2", {"m2", 1}},
      {"ha", {"m2", 10'000}},
      {"mu", {"m2", Number(10'000, 15)}},
      {"MJ", {"MJ", 1}},
      {"kWh", {"MJ", Number(36, 10)}},
      {"L", {"m3", Number(1, 1000)}},
      {"m3", {"m3", 1}},
      {"kgCO2", {"kgCO2", 1}},
  };
  std::tie(base, ratio) = known.at(unit);
}

Number InBase(const v1::Amount& amount) {
  return NumberOf(amount.decimal()) * UnitOf(amount.unit()).ratio;
}

}  // namespace tanji::property
