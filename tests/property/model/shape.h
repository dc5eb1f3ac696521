// The rules of shape that the sequences can break, told once more.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tanji/v1/membership.pb.h"
#include "tests/property/model/act.h"

namespace tanji::property {

// Of a sub-message or a list that must be there.
inline Code Needed(bool is_set) {
  return is_set ? v1::CODE_OK : v1::CODE_FIELD_MISSING;
}

bool IsId(std::string_view text);
Code Id(std::string_view text);
// `collection/{id}`, into `id`.
Code Name(std::string_view collection, std::string_view name, std::string& id);
// `outer/{id}/inner/{id}`, into `id` as "{id}/{id}".
Code Nested(std::string_view outer, std::string_view inner, std::string_view name, std::string& id);
// `collection/{64 hex digits}` and `collection/{uuid}`, into `id` without the collection.
Code HashName(std::string_view collection, std::string_view name, std::string& id);
Code IdName(std::string_view collection, std::string_view name, std::string& id);

Code Text(const v1::BilingualText& text);
Code Source(const std::string& text);
Code Time(std::int64_t time_ms);
Code Period(std::int64_t from_ms, std::int64_t until_ms);
Code Bytes(const std::string& bytes, std::size_t expected);
Code Change(const v1::StatusChange& change);

// 1 to `limit`, none 0, ascending.
template <class List>
Code EnumSet(const List& list, int limit) {
  if (list.empty()) return v1::CODE_FIELD_MISSING;
  if (list.size() > limit) return v1::CODE_LIST_TOO_LONG;
  for (const auto item : list) {
    if (item == 0) return v1::CODE_FIELD_MISSING;
  }
  for (int i = 1; i < list.size(); ++i) {
    if (list[i - 1] >= list[i]) return v1::CODE_LIST_NOT_ASCENDING;
  }
  return v1::CODE_OK;
}

}  // namespace tanji::property
