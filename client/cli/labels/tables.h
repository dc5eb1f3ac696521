// The words by which fields and values are shown, a file per module. A field is found by its name;
// where a name means different things, by Message.field. A name stands in one table only.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "client/sdk/text.h"

namespace tanji::client::cli {

struct Label {
  std::string_view name;
  Text text;
};

// Both ascending by name.
struct LabelTable {
  std::span<const Label> fields;
  std::span<const Label> values;
};

template <std::size_t N>
constexpr bool IsAscending(const Label (&labels)[N]) {
  for (std::size_t i = 1; i < N; ++i) {
    if (!(labels[i - 1].name < labels[i].name)) return false;
  }
  return true;
}

LabelTable FoundationLabels();
LabelTable ValueLabels();
LabelTable FactorsLabels();
LabelTable SchemesLabels();
LabelTable ProductsLabels();
LabelTable FootprintsLabels();
LabelTable VerificationLabels();
LabelTable CertificationLabels();

// All of them.
std::span<const LabelTable> LabelTables();

}  // namespace tanji::client::cli
