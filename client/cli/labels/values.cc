// Words of value.proto: numbers with units, and why something is not known.
#include "client/cli/labels/tables.h"

namespace tanji::client::cli {
namespace {

constexpr Label kFields[] = {
    {"decimal", {"数值", "number"}},
    {"unit", {"单位", "unit"}},
};

constexpr Label kValues[] = {
    {"UNKNOWN_NOT_APPLICABLE", {"不适用", "not applicable"}},
    {"UNKNOWN_NOT_ASSESSED", {"未评估", "not assessed"}},
    {"UNKNOWN_NOT_PUBLISHED", {"未公布", "not published"}},
    {"UNKNOWN_NOT_READ", {"未查阅", "not read"}},
};

static_assert(IsAscending(kFields) && IsAscending(kValues));

}  // namespace

LabelTable ValueLabels() {
  return {kFields, kValues};
}

}  // namespace tanji::client::cli
