#include "ledger/modules/footprints/reckon/shape.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>

#include "ledger/base/date.h"
#include "ledger/base/unit.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"

namespace tanji::ledger {
namespace {

Outcome RefuseName(std::string_view name, std::string_view field, std::string expected) {
  return Refuse(
      v1::CODE_NAME_MALFORMED,
      {{"field", std::string(field)}, {"value", Shown(name)}, {"expected", std::move(expected)}});
}

Outcome RefuseUnit(const v1::Amount& amount, std::string_view expected, std::string_view field) {
  return Refuse(v1::CODE_AMOUNT_UNIT_UNSUITABLE, {{"field", Path(field, "unit")},
                                                  {"value", amount.unit()},
                                                  {"expected", std::string(expected)}});
}

}  // namespace

Outcome CheckParticipantsOwn(std::string_view inner, std::string_view name,
                             std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!name.empty(), field));
  if (ParseNestedName(kParticipantsCollection, inner, name)) return Outcome::Ok();
  return RefuseName(name, field, fmt::format("{}/ID/{}/ID", kParticipantsCollection, inner));
}

Outcome CheckAmountLike(const v1::Amount& amount, std::string_view example, std::string_view field,
                        Sign sign) {
  TANJI_RETURN_IF_REFUSED(CheckAmount(amount, field, sign));
  if (Unit::Parse(amount.unit())->dimension() == Unit::Parse(example)->dimension()) {
    return Outcome::Ok();
  }
  return RefuseUnit(amount, example, field);
}

Outcome CheckGoods(const v1::Amount& amount, std::string_view field, Sign sign) {
  TANJI_RETURN_IF_REFUSED(CheckAmount(amount, field, sign));
  constexpr std::string_view kUnits[] = {"kg", "t", "jin"};
  if (std::ranges::find(kUnits, amount.unit()) != std::end(kUnits)) return Outcome::Ok();
  return RefuseUnit(amount, "kg, t, jin", field);
}

Outcome CheckDayOfThisAge(std::string_view day, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckDay(day, field));
  return CheckRange(static_cast<std::uint64_t>(ParseDate(day)->year), 1900, 2200, field);
}

Outcome RefuseUnexpected(std::string_view field, std::string_view other, std::string_view value) {
  return Refuse(v1::CODE_INVENTORY_FIELD_UNEXPECTED, {{"field", std::string(field)},
                                                      {"other", std::string(other)},
                                                      {"value", std::string(value)}});
}

}  // namespace tanji::ledger
