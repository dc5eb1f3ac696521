// The factors that the sequences publish: a few sorts that footprints can be reckoned with, and
// some with which they cannot.
#pragma once

#include "tests/property/generate/scene.h"

namespace tanji::property {

// Its code begins with the name of its sort, such as `diesel-3`.
v1::FactorRow AnyRow(Scene& scene);

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

}  // namespace tanji::property
