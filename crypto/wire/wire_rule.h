// The rules of the strict wire check by name, and what it says about bytes that break one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tanji::crypto {

enum class WireRule : std::uint8_t {
  kTruncated,            // the bytes end within a tag, a length or a value
  kVarintTooLong,        // more than 10 bytes, or more than 64 bits
  kVarintNotMinimal,     // a shorter varint says the same
  kValueOutOfRange,      // the value does not fit the declared 32-bit, enum or bool type
  kInvalidTag,           // field number 0 or above 2^29-1, a group, or no wire type at all
  kUnknownField,         // not declared in the type, or not under the policy
  kUndeclaredEnumValue,  // not declared in the enum, or not under the policy
  kWireTypeMismatch,     // the wire type is not that of the declared type
  kNotAscending,         // a smaller field number after a larger one
  kRepeatedSingular,     // a singular field, an arm or a packed field a second time
  kSecondOneofArm,       // another arm of a oneof that is already set
  kExplicitDefault,      // the default value of a field without presence
  kNotPacked,            // a repeated scalar outside a packed field
  kEmptyPacked,          // a packed field without elements
  kInvalidUtf8,          // a `string` that is not UTF-8
  kTooDeep,              // more than kMaxWireDepth messages within each other
  kTooLarge,             // more than kMaxWireBytes
  kUnsuitableType,       // a type that the ledger does not use at all: FindUnsuitable
};

// The rule's own name, such as "VARINT_NOT_MINIMAL".
std::string_view Name(WireRule rule);

struct WireFault {
  WireRule rule;
  // Where, as in "operations[2].register_document.sha256". A field that is not declared is written
  // as its number ("operations[2].#17"); a fault in a tag has the path of its message, "" at the
  // top.
  std::string path;
  // Of the tag, length or value at fault, from the start of the checked bytes.
  std::size_t offset;

  bool operator==(const WireFault&) const = default;
};

}  // namespace tanji::crypto
