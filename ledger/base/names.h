// Resource names after Google's AIP-122: `participants/bt-farm-07`, `documents/{sha256}`,
// `footprints/{uuid}`, `schemes/{id}/versions/{v}`. A name is written in one way only.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "crypto/hash/hash.h"
#include "ledger/base/id.h"

namespace tanji::ledger {

inline constexpr std::size_t kMaxChosenId = 63;
inline constexpr std::size_t kMaxIdSegment = 64;  // a hash in hex
inline constexpr std::size_t kMaxCollection = 32;
inline constexpr std::size_t kMaxNameDepth = 3;

// An id that people choose: `[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?`.
bool IsChosenId(std::string_view id);

struct NameSegment {
  std::string_view collection;  // `[a-z][a-zA-Z0-9]*`, at most 32 characters (AIP-122)
  std::string_view id;          // `[A-Za-z0-9-]+`, at most 64 characters
  bool operator==(const NameSegment&) const = default;
};

// A name taken apart. Its views live as long as the text.
class NameParts {
 public:
  std::span<const NameSegment> segments() const { return {segments_.data(), count_}; }

 private:
  friend std::optional<NameParts> SplitName(std::string_view name);
  std::array<NameSegment, kMaxNameDepth> segments_{};
  std::size_t count_ = 0;
};

// Any name of one to three `collection/id` pairs. nullopt if it is not of that form.
std::optional<NameParts> SplitName(std::string_view name);

// The id in `{collection}/{id}`, one that people choose. A view into `name`.
std::optional<std::string_view> ParseName(std::string_view collection, std::string_view name);
// The ids in `{outer}/{id}/{inner}/{id}`, both chosen.
std::optional<std::pair<std::string_view, std::string_view>> ParseNestedName(std::string_view outer,
                                                                             std::string_view inner,
                                                                             std::string_view name);
// `{collection}/{64 hexadecimal digits}`, such as documents and keys.
std::optional<crypto::Hash> ParseHashName(std::string_view collection, std::string_view name);
// `{collection}/{uuid}`.
std::optional<Id> ParseIdName(std::string_view collection, std::string_view name);

// The parts are well-formed (asserted).
std::string MakeName(std::string_view collection, std::string_view id);
std::string MakeName(std::string_view collection, const crypto::Hash& hash);
std::string MakeName(std::string_view collection, const Id& id);
std::string MakeNestedName(std::string_view outer, std::string_view outer_id,
                           std::string_view inner, std::string_view inner_id);

}  // namespace tanji::ledger
