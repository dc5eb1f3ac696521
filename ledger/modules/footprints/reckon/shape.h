// The checks of shape that header and lines share; each refusal names the field by its path.
#pragma once

#include <string_view>

#include "ledger/base/outcome.h"
#include "ledger/modules/common/values.h"
#include "tanji/v1/value.pb.h"

namespace tanji::ledger {

// CODE_NAME_MALFORMED unless `name` is `participants/{id}/{inner}/{id}`.
Outcome CheckParticipantsOwn(std::string_view inner, std::string_view name, std::string_view field);

// An amount that converts to `example`, such as "kg N"; CODE_AMOUNT_UNIT_UNSUITABLE.
Outcome CheckAmountLike(const v1::Amount& amount, std::string_view example, std::string_view field,
                        Sign sign = Sign::kNotNegative);
// An amount of goods, in kg, t or jin.
Outcome CheckGoods(const v1::Amount& amount, std::string_view field,
                   Sign sign = Sign::kNotNegative);

// A calendar day of the years 1900 to 2200, as everything is that the ledger knows the year of.
Outcome CheckDayOfThisAge(std::string_view day, std::string_view field);

// CODE_INVENTORY_FIELD_UNEXPECTED: `field` must be left out, because `other` is `value`.
Outcome RefuseUnexpected(std::string_view field, std::string_view other, std::string_view value);

}  // namespace tanji::ledger
