// Exact numbers, told plainly: fractions without bounds, and the decimal texts of the records.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <string>

#include "tanji/v1/value.pb.h"

namespace tanji::property {

using Number = boost::multiprecision::cpp_rational;

// Of a decimal text that is well-formed.
Number NumberOf(const std::string& text);
// Half-even to 1e-9.
Number Rounded(const Number& number);
// The canonical text of a multiple of 1e-9.
std::string TextOf(const Number& number);
// The largest multiple of 1e-9 whose square is not above `number`.
Number RootBelow(const Number& number);

// What one of `unit` is in its base: kg, m2, MJ, m3; and which base that is.
struct UnitOf {
  explicit UnitOf(const std::string& unit);
  std::string base;
  Number ratio;
};
Number InBase(const v1::Amount& amount);

}  // namespace tanji::property
