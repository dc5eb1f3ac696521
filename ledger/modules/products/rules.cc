#include "ledger/modules/products/rules.h"

#include <algorithm>
#include <cassert>
#include <initializer_list>

#include "ledger/base/digits.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/values.h"
#include "ledger/modules/membership/rules.h"

namespace tanji::ledger {
namespace {

std::string Joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const auto& text : texts) out += (out.empty() ? "" : ", ") + text;
  return out;
}

Quantity QuantityOf(const v1::Amount& amount) {
  return {Rational(Decimal::Parse(amount.decimal()).value()), Unit::Parse(amount.unit()).value()};
}

// Positive in one of `units`, of which the first is the one that it is bounded in.
Outcome CheckBoundedAmount(const v1::Amount& amount, const std::vector<std::string>& units,
                           std::int64_t highest, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckAmount(amount, field, Sign::kPositive));
  if (std::find(units.begin(), units.end(), amount.unit()) == units.end()) {
    return Refuse(
        v1::CODE_UNIT_NOT_ACCEPTED,
        {{"field", Path(field, "unit")}, {"value", amount.unit()}, {"expected", Joined(units)}});
  }
  const auto converted = Convert(QuantityOf(amount), Unit::Parse(units.front()).value());
  const auto rounded = RoundToDecimal(converted.value().amount);
  if (rounded && !rounded->IsZero() && *rounded <= Decimal::FromInteger(highest)) {
    return Outcome::Ok();
  }
  const auto in_unit = [&](const std::string& text) { return text + " " + units.front(); };
  return Refuse(v1::CODE_FIELD_OUT_OF_RANGE, {{"field", std::string(field)},
                                              {"value", amount.decimal() + " " + amount.unit()},
                                              {"lowest", in_unit(Decimal::FromUnits(1)->Text())},
                                              {"highest", in_unit(std::to_string(highest))}});
}

Outcome CheckSource(const std::string& source, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!source.empty(), field));
  return CheckMaxBytes(source, kMaxSourceBytes, field);
}

}  // namespace

char Gs1CheckDigit(std::string_view digits_before) {
  int sum = 0, weight = 3;
  for (auto it = digits_before.rbegin(); it != digits_before.rend(); ++it) {
    assert(IsDigit(*it));
    sum += weight * (*it - '0');
    weight = 4 - weight;
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

Outcome CheckGs1Number(std::string_view number, const std::vector<std::size_t>& lengths,
                       std::string_view field) {
  if (std::find(lengths.begin(), lengths.end(), number.size()) == lengths.end() ||
      !std::all_of(number.begin(), number.end(), IsDigit)) {
    std::vector<std::string> expected;
    for (const auto length : lengths) expected.push_back(std::to_string(length));
    return Refuse(
        v1::CODE_GS1_NUMBER_MALFORMED,
        {{"field", std::string(field)}, {"value", Shown(number)}, {"expected", Joined(expected)}});
  }
  const char expected = Gs1CheckDigit(number.substr(0, number.size() - 1));
  if (number.back() == expected) return Outcome::Ok();
  return Refuse(v1::CODE_CHECK_DIGIT_FALSE, {{"field", std::string(field)},
                                             {"value", std::string(number)},
                                             {"expected", std::string(1, expected)}});
}

Outcome CheckGln(std::string_view gln, std::string_view field) {
  return gln.empty() ? Outcome::Ok() : CheckGs1Number(gln, {13}, field);
}

Outcome CheckGtin(std::string_view gtin, std::string_view field) {
  return gtin.empty() ? Outcome::Ok() : CheckGs1Number(gtin, {8, 12, 13, 14}, field);
}

Outcome CheckCategory(std::string_view category, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!category.empty(), field));
  if (IsProductCategory(category)) return Outcome::Ok();
  return Refuse(v1::CODE_CATEGORY_MALFORMED,
                {{"field", std::string(field)}, {"value", Shown(category)}});
}

std::vector<std::string> CoveringCategories(const std::string& category) {
  const auto list = category.find(':') + 1;
  std::vector<std::string> out;
  for (auto size = category.size(); size > list; --size) {
    // HS has 2, 4 and 6 digits: what is no category covers nothing.
    if (auto prefix = category.substr(0, size); IsProductCategory(prefix)) {
      out.push_back(std::move(prefix));
    }
  }
  return out;
}

v1::ClimateClass ClimateOf(std::uint32_t precipitation_mm) {
  return precipitation_mm > kWetAboveMm ? v1::CLIMATE_CLASS_WET : v1::CLIMATE_CLASS_DRY;
}

Outcome CheckClimate(const v1::Climate& climate, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckChosen(climate.class_(), Path(field, "class")));
  TANJI_RETURN_IF_REFUSED(CheckRange(climate.precipitation_mm(), 1, kMaxPrecipitationMm,
                                     Path(field, "precipitation_mm")));
  TANJI_RETURN_IF_REFUSED(
      CheckRange(climate.from_year(), kFirstClimateYear, kMaxYear, Path(field, "from_year")));
  TANJI_RETURN_IF_REFUSED(
      CheckRange(climate.until_year(), climate.from_year(), kMaxYear, Path(field, "until_year")));
  TANJI_RETURN_IF_REFUSED(CheckSource(climate.station(), Path(field, "station")));
  TANJI_RETURN_IF_REFUSED(CheckSource(climate.source(), Path(field, "source")));
  TANJI_RETURN_IF_REFUSED(CheckChosen(climate.irrigation(), Path(field, "irrigation")));
  const auto expected = ClimateOf(climate.precipitation_mm());
  if (climate.class_() == expected) return Outcome::Ok();
  return Refuse(v1::CODE_CLIMATE_CONTRADICTED,
                {{"value", v1::ClimateClass_Name(climate.class_())},
                 {"precipitation_mm", std::to_string(climate.precipitation_mm())},
                 {"expected", v1::ClimateClass_Name(expected)}});
}

Outcome CheckGoods(const v1::Amount& mass, std::string_view field) {
  return CheckBoundedAmount(mass, {"kg", "t", "jin"}, kMaxMassKg, field);
}

Outcome CheckArea(const v1::Amount& area, std::string_view field) {
  return CheckBoundedAmount(area, {"m2", "ha", "mu"}, kMaxAreaM2, field);
}

Mass MassOf(const v1::Amount& mass) {
  return Mass::FromQuantity(QuantityOf(mass)).value();
}

Decimal SquareMetresOf(const v1::Amount& area) {
  const auto converted = Convert(QuantityOf(area), Unit::Parse("m2").value());
  return RoundToDecimal(converted.value().amount).value();
}

Mass MassOfText(const std::string& kilograms) {
  return Mass::FromKilograms(Decimal::Parse(kilograms).value()).value();
}

Date DayInChina(std::int64_t time_ms) {
  constexpr std::int64_t kOffsetMs = std::int64_t{8} * 3'600'000, kDayMs = 86'400'000;
  // Eight hours before the year 10000 in UTC, China is in it.
  return DateFromDays((time_ms + kOffsetMs) / kDayMs).value_or(Date{kMaxYear, 12, 31});
}

bool IsStricter(v1::CustodyModel a, v1::CustodyModel b) {
  // The enum runs from the strictest to the weakest.
  return a < b;
}

bool NeedsConfirmation(const v1::Lot& lot) {
  if (!lot.has_harvest()) return false;
  if (lot.harvest().bound_known_case() != v1::Harvest::kBoundKg) return true;
  return MassOfText(lot.mass_kg()) > MassOfText(lot.harvest().bound_kg());
}

Mass NotGone(const v1::Lot& lot, const v1::LotBalance& balance) {
  const auto gone = Add(MassOfText(balance.taken_kg()), MassOfText(balance.lost_kg()));
  return Subtract(MassOfText(lot.mass_kg()), gone.value()).value();
}

Mass LabelledUnder(const v1::LotBalance& balance, const std::string& scheme) {
  for (const auto& row : balance.labelled()) {
    if (row.scheme() == scheme) return MassOfText(row.mass_kg());
  }
  return Mass();
}

Mass MostLabelled(const v1::LotBalance& balance) {
  Mass most;
  for (const auto& row : balance.labelled()) most = std::max(most, MassOfText(row.mass_kg()));
  return most;
}

Mass Left(const v1::Lot& lot, const v1::LotBalance& balance) {
  return Subtract(NotGone(lot, balance), MostLabelled(balance)).value();
}

}  // namespace tanji::ledger
