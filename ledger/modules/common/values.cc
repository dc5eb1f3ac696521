#include "ledger/modules/common/values.h"

#include <string>

#include "crypto/hash/hash.h"
#include "ledger/base/date.h"
#include "ledger/base/unit.h"
#include "ledger/modules/common/checks.h"

namespace tanji::ledger {
namespace {

// The bounds of a Decimal, and of a Date, for messages.
std::string Largest() {
  return Decimal::FromUnits(Decimal::kMaxUnits)->Text();
}
constexpr std::string_view kLastDay = "9999-12-31";

Outcome RefuseOutside(std::string_view field, std::string_view value, std::string_view lowest,
                      std::string_view highest) {
  return Refuse(v1::CODE_FIELD_OUT_OF_RANGE, {{"field", std::string(field)},
                                              {"value", std::string(value)},
                                              {"lowest", std::string(lowest)},
                                              {"highest", std::string(highest)}});
}

// A Known... without its value: it must say why.
template <class Known>
Outcome CheckUnknown(const Known& known, std::string_view field) {
  if (known.known_case() == Known::KNOWN_NOT_SET) return CheckSet(false, field);
  return CheckChosen(known.unknown(), Path(field, "unknown"));
}

}  // namespace

Outcome CheckDecimal(std::string_view text, std::string_view field, Sign sign) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!text.empty(), field));
  const auto value = Decimal::Parse(text);
  if (!value) {
    return Refuse(v1::CODE_DECIMAL_MALFORMED,
                  {{"field", std::string(field)}, {"value", Shown(text)}});
  }
  if (sign == Sign::kNotNegative && value->IsNegative()) {
    return RefuseOutside(field, text, "0", Largest());
  }
  if (sign == Sign::kPositive && *value <= Decimal()) {
    return RefuseOutside(field, text, Decimal::FromUnits(1)->Text(), Largest());
  }
  return Outcome::Ok();
}

Outcome CheckUnit(std::string_view unit, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!unit.empty(), field));
  const auto parsed = Unit::Parse(unit);
  if (!parsed) {
    return Refuse(v1::CODE_UNIT_UNKNOWN, {{"field", std::string(field)}, {"value", Shown(unit)}});
  }
  if (parsed->code() == unit) return Outcome::Ok();
  return Refuse(
      v1::CODE_UNIT_NOT_CANONICAL,
      {{"field", std::string(field)}, {"value", Shown(unit)}, {"expected", parsed->code()}});
}

Outcome CheckAmount(const v1::Amount& amount, std::string_view field, Sign sign) {
  TANJI_RETURN_IF_REFUSED(CheckDecimal(amount.decimal(), Path(field, "decimal"), sign));
  return CheckUnit(amount.unit(), Path(field, "unit"));
}

Outcome CheckKnownText(const v1::KnownText& text, std::string_view field, std::size_t limit) {
  if (text.known_case() != v1::KnownText::kText) return CheckUnknown(text, field);
  TANJI_RETURN_IF_REFUSED(CheckSet(!text.text().empty(), Path(field, "text")));
  return CheckMaxBytes(text.text(), limit, Path(field, "text"));
}

Outcome CheckKnownHash(const v1::KnownHash& hash, std::string_view field) {
  if (hash.known_case() != v1::KnownHash::kSha256) return CheckUnknown(hash, field);
  return CheckExactBytes(hash.sha256(), crypto::Hash::kSize, Path(field, "sha256"));
}

Outcome CheckKnownDecimal(const v1::KnownDecimal& decimal, std::string_view field, Sign sign) {
  if (decimal.known_case() != v1::KnownDecimal::kDecimal) return CheckUnknown(decimal, field);
  return CheckDecimal(decimal.decimal(), Path(field, "decimal"), sign);
}

Outcome CheckRangeOf(const v1::Range& range, const std::optional<Decimal>& value,
                     std::string_view field, Sign sign) {
  const auto low_field = Path(field, "low"), high_field = Path(field, "high");
  TANJI_RETURN_IF_REFUSED(CheckDecimal(range.low(), low_field, sign));
  TANJI_RETURN_IF_REFUSED(CheckDecimal(range.high(), high_field, sign));
  const auto low = *Decimal::Parse(range.low()), high = *Decimal::Parse(range.high());
  if (value && low > *value) {
    return RefuseOutside(low_field, range.low(),
                         sign == Sign::kAny ? "-" + Largest() : std::string("0"), value->Text());
  }
  const auto lowest = value ? *value : low;
  if (high < lowest) {
    return RefuseOutside(high_field, range.high(), lowest.Text(), Largest());
  }
  return Outcome::Ok();
}

Outcome CheckKnownRange(const v1::KnownRange& range, const std::optional<Decimal>& value,
                        std::string_view field, Sign sign) {
  if (range.known_case() != v1::KnownRange::kRange) return CheckUnknown(range, field);
  return CheckRangeOf(range.range(), value, Path(field, "range"), sign);
}

Outcome CheckDay(std::string_view day, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!day.empty(), field));
  if (ParseDate(day)) return Outcome::Ok();
  return Refuse(v1::CODE_DAY_MALFORMED, {{"field", std::string(field)}, {"value", Shown(day)}});
}

Outcome CheckDays(std::string_view first, std::string_view last, std::int64_t max_days,
                  std::string_view first_field, std::string_view last_field) {
  TANJI_RETURN_IF_REFUSED(CheckDay(first, first_field));
  TANJI_RETURN_IF_REFUSED(CheckDay(last, last_field));
  const auto from = *ParseDate(first), to = *ParseDate(last);
  const auto latest = AddDays(from, max_days - 1);
  if (from <= to && (!latest || to <= *latest)) return Outcome::Ok();
  return RefuseOutside(last_field, last, first, latest ? ToText(*latest) : std::string(kLastDay));
}

std::optional<Decimal> Known(const v1::KnownDecimal& decimal) {
  if (decimal.known_case() != v1::KnownDecimal::kDecimal) return std::nullopt;
  return Decimal::Parse(decimal.decimal());
}

}  // namespace tanji::ledger
