// The rules of shape that every module applies, each said once. A refusal names the field by its
// path from the operation, such as `keys[2].holder`, the value found, and what would be right.
// Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/base/outcome.h"
#include "tanji/v1/text.pb.h"

namespace tanji::ledger {

// Of each text of a BilingualText, in bytes of UTF-8.
inline constexpr std::size_t kMaxTextBytes = 1024;
// Of a text that says where something was read or comes from.
inline constexpr std::size_t kMaxSourceBytes = 512;

// `value` for a message: at most 80 bytes, cut between characters and then marked with an ellipsis.
std::string Shown(std::string_view value);

// "parent.child", and "list[7]".
std::string Path(std::string_view parent, std::string_view child);
std::string Item(std::string_view list, int index);

// CODE_NOT_FOUND: the name in `field` is well-formed, but the ledger holds nothing under it.
Outcome RefuseNotFound(std::string_view field, std::string_view name);

// CODE_FIELD_MISSING unless `is_set`.
Outcome CheckSet(bool is_set, std::string_view field);
// CODE_FIELD_MISSING for the value 0 of an enum.
inline Outcome CheckChosen(int enum_value, std::string_view field) {
  return CheckSet(enum_value != 0, field);
}

// CODE_FIELD_TOO_LONG.
Outcome CheckMaxBytes(std::string_view value, std::size_t limit, std::string_view field);
// CODE_FIELD_MISSING if empty, CODE_FIELD_LENGTH if of another length.
Outcome CheckExactBytes(std::string_view value, std::size_t expected, std::string_view field);
// CODE_FIELD_OUT_OF_RANGE unless lowest <= value <= highest.
Outcome CheckRange(std::uint64_t value, std::uint64_t lowest, std::uint64_t highest,
                   std::string_view field);
// CODE_FIELD_OUT_OF_RANGE unless it is an instant of the years 1970 to 9999.
Outcome CheckTime(std::int64_t time_ms, std::string_view field);
// CODE_PERIOD_EMPTY unless until > from; both are also checked by CheckTime.
Outcome CheckPeriod(std::int64_t from_ms, std::int64_t until_ms, std::string_view from_field,
                    std::string_view until_field);
// CODE_BACKDATED if `time_ms` lies before the block.
Outcome CheckNotBackdated(std::int64_t time_ms, std::int64_t block_time_ms, std::string_view field);

// CODE_FIELD_MISSING if empty, CODE_LIST_TOO_LONG above the limit.
Outcome CheckCount(int count, int limit, std::string_view field);

// CODE_ID_MALFORMED: the grammar of ids that people choose.
Outcome CheckChosenId(std::string_view id, std::string_view field);
// CODE_FIELD_MISSING if empty, CODE_NAME_MALFORMED unless `name` is `collection/{chosen id}`.
Outcome CheckChosenName(std::string_view collection, std::string_view name, std::string_view field);
// Likewise `collection/{64 hex digits}` and `collection/{uuid}`.
Outcome CheckHashName(std::string_view collection, std::string_view name, std::string_view field);
Outcome CheckIdName(std::string_view collection, std::string_view name, std::string_view field);
// Likewise `outer/{chosen id}/inner/{chosen id}`.
Outcome CheckNestedName(std::string_view outer, std::string_view inner, std::string_view name,
                        std::string_view field);

// The rules of BilingualText: which text prevails, that it is there, and that `translation` and
// `settled_by` say no more and no less than the texts bear out.
Outcome CheckText(const v1::BilingualText& text, std::string_view field);

// CODE_LIST_NOT_ASCENDING unless the items strictly ascend; items of a repeated string compare by
// bytes. `show` turns an item into text.
template <class List, class Show>
Outcome CheckAscending(const List& list, std::string_view field, Show show) {
  for (int i = 1; i < list.size(); ++i) {
    if (!(list[i - 1] < list[i])) {
      return Refuse(v1::CODE_LIST_NOT_ASCENDING,
                    {{"field", Item(field, i)}, {"value", show(list[i])}});
    }
  }
  return Outcome::Ok();
}
template <class List>
Outcome CheckAscendingTexts(const List& list, std::string_view field) {
  return CheckAscending(list, field, [](const std::string& text) { return Shown(text); });
}

// A set of enum values as a list: 1 to all of them, none 0, ascending. `name` is the generated
// Enum_Name.
template <class List, class Name>
Outcome CheckEnumSet(const List& list, int limit, std::string_view field, Name name) {
  TANJI_RETURN_IF_REFUSED(CheckCount(list.size(), limit, field));
  for (int i = 0; i < list.size(); ++i) {
    TANJI_RETURN_IF_REFUSED(CheckChosen(list[i], Item(field, i)));
  }
  return CheckAscending(list, field, [&](int value) { return std::string(name(value)); });
}

}  // namespace tanji::ledger
