#include "ledger/base/names.h"

#include <algorithm>
#include <cassert>

#include "ledger/base/digits.h"

namespace tanji::ledger {
namespace {

constexpr bool IsLower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool IsUpper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool IsCollection(std::string_view text) {
  return !text.empty() && text.size() <= kMaxCollection && IsLower(text[0]) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return IsLower(c) || IsUpper(c) || IsDigit(c); });
}

bool IsIdSegment(std::string_view text) {
  return !text.empty() && text.size() <= kMaxIdSegment &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return IsLower(c) || IsUpper(c) || IsDigit(c) || c == '-'; });
}

// Takes what stands before the next slash, and that slash, off the front of `rest`; the last part
// takes all and leaves nullopt.
std::string_view TakePart(std::optional<std::string_view>& rest) {
  const auto slash = rest->find('/');
  const auto part = rest->substr(0, slash);
  rest = slash == std::string_view::npos ? std::nullopt : std::optional(rest->substr(slash + 1));
  return part;
}

// The id of a name with one segment in `collection`.
std::optional<std::string_view> ParseSingle(std::string_view collection, std::string_view name) {
  const auto parts = SplitName(name);
  if (!parts || parts->segments().size() != 1) return std::nullopt;
  const auto& segment = parts->segments()[0];
  if (segment.collection != collection) return std::nullopt;
  return segment.id;
}

}  // namespace

bool IsChosenId(std::string_view id) {
  if (id.empty() || id.size() > kMaxChosenId || id.front() == '-' || id.back() == '-') return false;
  return std::all_of(id.begin(), id.end(),
                     [](char c) { return IsLower(c) || IsDigit(c) || c == '-'; });
}

std::optional<NameParts> SplitName(std::string_view name) {
  NameParts out;
  std::optional<std::string_view> rest = name;
  while (rest) {
    if (out.count_ == kMaxNameDepth) return std::nullopt;
    NameSegment& segment = out.segments_[out.count_++];
    segment.collection = TakePart(rest);
    if (!IsCollection(segment.collection) || !rest) return std::nullopt;
    segment.id = TakePart(rest);
    if (!IsIdSegment(segment.id)) return std::nullopt;
  }
  return out;
}

std::optional<std::string_view> ParseName(std::string_view collection, std::string_view name) {
  const auto id = ParseSingle(collection, name);
  if (!id || !IsChosenId(*id)) return std::nullopt;
  return id;
}

std::optional<std::pair<std::string_view, std::string_view>> ParseNestedName(
    std::string_view outer, std::string_view inner, std::string_view name) {
  const auto parts = SplitName(name);
  if (!parts || parts->segments().size() != 2) return std::nullopt;
  const auto& first = parts->segments()[0];
  const auto& second = parts->segments()[1];
  if (first.collection != outer || second.collection != inner) return std::nullopt;
  if (!IsChosenId(first.id) || !IsChosenId(second.id)) return std::nullopt;
  return std::pair(first.id, second.id);
}

std::optional<crypto::Hash> ParseHashName(std::string_view collection, std::string_view name) {
  const auto id = ParseSingle(collection, name);
  return id ? crypto::Hash::FromHex(*id) : std::nullopt;
}

std::optional<Id> ParseIdName(std::string_view collection, std::string_view name) {
  const auto id = ParseSingle(collection, name);
  return id ? Id::FromText(*id) : std::nullopt;
}

std::string MakeName(std::string_view collection, std::string_view id) {
  assert(IsCollection(collection) && IsIdSegment(id));
  std::string name(collection);
  name += '/';
  name += id;
  return name;
}

std::string MakeName(std::string_view collection, const crypto::Hash& hash) {
  return MakeName(collection, hash.Hex());
}

std::string MakeName(std::string_view collection, const Id& id) {
  return MakeName(collection, id.Text());
}

std::string MakeNestedName(std::string_view outer, std::string_view outer_id,
                           std::string_view inner, std::string_view inner_id) {
  return MakeName(outer, outer_id) + "/" + MakeName(inner, inner_id);
}

}  // namespace tanji::ledger
