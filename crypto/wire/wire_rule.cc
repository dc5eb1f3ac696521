#include "crypto/wire/wire_rule.h"

namespace tanji::crypto {

std::string_view Name(WireRule rule) {
  switch (rule) {
    case WireRule::kTruncated:
      return "TRUNCATED";
    case WireRule::kVarintTooLong:
      return "VARINT_TOO_LONG";
    case WireRule::kVarintNotMinimal:
      return "VARINT_NOT_MINIMAL";
    case WireRule::kValueOutOfRange:
      return "VALUE_OUT_OF_RANGE";
    case WireRule::kInvalidTag:
      return "INVALID_TAG";
    case WireRule::kUnknownField:
      return "UNKNOWN_FIELD";
    case WireRule::kUndeclaredEnumValue:
      return "UNDECLARED_ENUM_VALUE";
    case WireRule::kWireTypeMismatch:
      return "WIRE_TYPE_MISMATCH";
    case WireRule::kNotAscending:
      return "NOT_ASCENDING";
    case WireRule::kRepeatedSingular:
      return "REPEATED_SINGULAR";
    case WireRule::kSecondOneofArm:
      return "SECOND_ONEOF_ARM";
    case WireRule::kExplicitDefault:
      return "EXPLICIT_DEFAULT";
    case WireRule::kNotPacked:
      return "NOT_PACKED";
    case WireRule::kEmptyPacked:
      return "EMPTY_PACKED";
    case WireRule::kInvalidUtf8:
      return "INVALID_UTF8";
    case WireRule::kTooDeep:
      return "TOO_DEEP";
    case WireRule::kTooLarge:
      return "TOO_LARGE";
    case WireRule::kUnsuitableType:
      return "UNSUITABLE_TYPE";
  }
  return "";
}

}  // namespace tanji::crypto
