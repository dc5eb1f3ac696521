// The factors that the sequences publish: a few sorts that footprints can be reckoned with, and
// some with which they cannot.
#pragma once

#include "tests/property/generate/scene.h"

namespace tanji::property {

// A line's factors of one sort, in the unit that fits it.
struct Sort {
  std::string_view name;
  v1::FactorKind kind;
  std::string_view value, unit;
  // In which an amount for it is entered.
  std::string_view amount_unit;
};
const std::vector<Sort>& Sorts();
// That of a factor's code.
const Sort& SortOf(std::string_view code);

// Of this sort, without a range; its code is the name of its sort and a number, such as `diesel-3`.
v1::FactorRow RowOf(const Sort& sort, std::size_t number);
// Of any sort, and now and then with something about it.
v1::FactorRow AnyRow(Scene& scene);

}  // namespace tanji::property
