#include "ledger/modules/common/checks.h"

#include <fmt/core.h>

#include "ledger/base/timestamp.h"
#include "ledger/modules/common/names.h"

namespace tanji::ledger {
namespace {

Outcome RefuseName(std::string_view collection, std::string_view id_form, std::string_view name,
                   std::string_view field) {
  return Refuse(v1::CODE_NAME_MALFORMED, {{"field", std::string(field)},
                                          {"value", Shown(name)},
                                          {"expected", fmt::format("{}/{}", collection, id_form)}});
}

Outcome CheckTranslation(v1::Translation found, v1::Translation expected, bool fits,
                         std::string_view field) {
  if (fits) return Outcome::Ok();
  return Refuse(v1::CODE_TEXT_INCONSISTENT, {{"field", Path(field, "translation")},
                                             {"value", v1::Translation_Name(found)},
                                             {"expected", v1::Translation_Name(expected)}});
}

// One language prevails: its text is there, and `translation` says how the other came about.
Outcome CheckOnePrevailing(const v1::BilingualText& text, std::string_view prevailing,
                           std::string_view other, std::string_view prevailing_field,
                           std::string_view field) {
  if (prevailing.empty()) {
    return Refuse(v1::CODE_TEXT_MISSING, {{"field", Path(field, prevailing_field)}});
  }
  TANJI_RETURN_IF_REFUSED(CheckChosen(text.translation(), Path(field, "translation")));
  const bool says_missing = text.translation() == v1::TRANSLATION_MISSING;
  TANJI_RETURN_IF_REFUSED(CheckTranslation(
      text.translation(), other.empty() ? v1::TRANSLATION_MISSING : v1::TRANSLATION_HUMAN,
      says_missing == other.empty(), field));
  if (!text.settled_by().empty()) {
    return Refuse(v1::CODE_TEXT_INCONSISTENT, {{"field", Path(field, "prevailing")},
                                               {"value", v1::Prevailing_Name(text.prevailing())},
                                               {"expected", "PREVAILING_BOTH"}});
  }
  return Outcome::Ok();
}

// Both are authentic, so neither is a translation, and someone settles differences.
Outcome CheckBothPrevailing(const v1::BilingualText& text, std::string_view field) {
  if (text.zh().empty()) return Refuse(v1::CODE_TEXT_MISSING, {{"field", Path(field, "zh")}});
  if (text.en().empty()) return Refuse(v1::CODE_TEXT_MISSING, {{"field", Path(field, "en")}});
  TANJI_RETURN_IF_REFUSED(CheckTranslation(text.translation(), v1::TRANSLATION_UNSPECIFIED,
                                           text.translation() == v1::TRANSLATION_UNSPECIFIED,
                                           field));
  return CheckChosenName(kParticipantsCollection, text.settled_by(), Path(field, "settled_by"));
}

}  // namespace

std::string Shown(std::string_view value) {
  constexpr std::size_t kLimit = 80;
  if (value.size() <= kLimit) return std::string(value);
  std::size_t end = kLimit;
  // Not within a character: continuation bytes of UTF-8 are 10xxxxxx (RFC 3629 section 3).
  while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xc0) == 0x80) --end;
  return std::string(value.substr(0, end)) + "…";
}

std::string Path(std::string_view parent, std::string_view child) {
  return fmt::format("{}.{}", parent, child);
}

std::string Item(std::string_view list, int index) {
  return fmt::format("{}[{}]", list, index);
}

Outcome RefuseNotFound(std::string_view field, std::string_view name) {
  return Refuse(v1::CODE_NOT_FOUND, {{"field", std::string(field)}, {"value", std::string(name)}});
}

Outcome CheckSet(bool is_set, std::string_view field) {
  if (is_set) return Outcome::Ok();
  return Refuse(v1::CODE_FIELD_MISSING, {{"field", std::string(field)}});
}

Outcome CheckMaxBytes(std::string_view value, std::size_t limit, std::string_view field) {
  if (value.size() <= limit) return Outcome::Ok();
  return Refuse(v1::CODE_FIELD_TOO_LONG, {{"field", std::string(field)},
                                          {"value", std::to_string(value.size())},
                                          {"limit", std::to_string(limit)}});
}

Outcome CheckExactBytes(std::string_view value, std::size_t expected, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!value.empty(), field));
  if (value.size() == expected) return Outcome::Ok();
  return Refuse(v1::CODE_FIELD_LENGTH, {{"field", std::string(field)},
                                        {"value", std::to_string(value.size())},
                                        {"expected", std::to_string(expected)}});
}

Outcome CheckRange(std::uint64_t value, std::uint64_t lowest, std::uint64_t highest,
                   std::string_view field) {
  if (lowest <= value && value <= highest) return Outcome::Ok();
  return Refuse(v1::CODE_FIELD_OUT_OF_RANGE, {{"field", std::string(field)},
                                              {"value", std::to_string(value)},
                                              {"lowest", std::to_string(lowest)},
                                              {"highest", std::to_string(highest)}});
}

Outcome CheckTime(std::int64_t time_ms, std::string_view field) {
  if (Timestamp::FromMillis(time_ms)) return Outcome::Ok();
  return Refuse(v1::CODE_FIELD_OUT_OF_RANGE, {{"field", std::string(field)},
                                              {"value", std::to_string(time_ms)},
                                              {"lowest", "0"},
                                              {"highest", std::to_string(Timestamp::kMaxMillis)}});
}

Outcome CheckPeriod(std::int64_t from_ms, std::int64_t until_ms, std::string_view from_field,
                    std::string_view until_field) {
  TANJI_RETURN_IF_REFUSED(CheckTime(from_ms, from_field));
  TANJI_RETURN_IF_REFUSED(CheckTime(until_ms, until_field));
  if (until_ms > from_ms) return Outcome::Ok();
  return Refuse(v1::CODE_PERIOD_EMPTY, {{"field", std::string(until_field)},
                                        {"until_time", std::to_string(until_ms)},
                                        {"from_time", std::to_string(from_ms)}});
}

Outcome CheckNotBackdated(std::int64_t time_ms, std::int64_t block_time_ms,
                          std::string_view field) {
  if (time_ms >= block_time_ms) return Outcome::Ok();
  return Refuse(v1::CODE_BACKDATED, {{"field", std::string(field)},
                                     {"effective_time", std::to_string(time_ms)},
                                     {"block_time", std::to_string(block_time_ms)}});
}

Outcome CheckCount(int count, int limit, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckSet(count > 0, field));
  if (count <= limit) return Outcome::Ok();
  return Refuse(v1::CODE_LIST_TOO_LONG, {{"field", std::string(field)},
                                         {"value", std::to_string(count)},
                                         {"limit", std::to_string(limit)}});
}

Outcome CheckChosenId(std::string_view id, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!id.empty(), field));
  if (IsChosenId(id)) return Outcome::Ok();
  return Refuse(v1::CODE_ID_MALFORMED, {{"field", std::string(field)}, {"value", Shown(id)}});
}

Outcome CheckChosenName(std::string_view collection, std::string_view name,
                        std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!name.empty(), field));
  if (ParseName(collection, name)) return Outcome::Ok();
  return RefuseName(collection, "ID", name, field);
}

Outcome CheckHashName(std::string_view collection, std::string_view name, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!name.empty(), field));
  if (ParseHashName(collection, name)) return Outcome::Ok();
  return RefuseName(collection, "SHA256-HEX", name, field);
}

Outcome CheckIdName(std::string_view collection, std::string_view name, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!name.empty(), field));
  if (ParseIdName(collection, name)) return Outcome::Ok();
  return RefuseName(collection, "UUID", name, field);
}

Outcome CheckNestedName(std::string_view outer, std::string_view inner, std::string_view name,
                        std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!name.empty(), field));
  if (ParseNestedName(outer, inner, name)) return Outcome::Ok();
  return RefuseName(outer, fmt::format("ID/{}/ID", inner), name, field);
}

Outcome CheckText(const v1::BilingualText& text, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckMaxBytes(text.zh(), kMaxTextBytes, Path(field, "zh")));
  TANJI_RETURN_IF_REFUSED(CheckMaxBytes(text.en(), kMaxTextBytes, Path(field, "en")));
  switch (text.prevailing()) {
    case v1::PREVAILING_ZH:
      return CheckOnePrevailing(text, text.zh(), text.en(), "zh", field);
    case v1::PREVAILING_EN:
      return CheckOnePrevailing(text, text.en(), text.zh(), "en", field);
    case v1::PREVAILING_BOTH:
      return CheckBothPrevailing(text, field);
    default:
      return CheckChosen(v1::PREVAILING_UNSPECIFIED, Path(field, "prevailing"));
  }
}

}  // namespace tanji::ledger
