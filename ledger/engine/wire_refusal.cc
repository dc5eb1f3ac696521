#include "ledger/engine/wire_refusal.h"

#include <string>

namespace tanji::ledger {
namespace {

v1::Code CodeOf(crypto::WireRule rule) {
  using crypto::WireRule;
  switch (rule) {
    case WireRule::kTruncated:
      return v1::CODE_WIRE_TRUNCATED;
    case WireRule::kVarintTooLong:
    case WireRule::kValueOutOfRange:
      return v1::CODE_WIRE_VARINT_TOO_LARGE;
    case WireRule::kVarintNotMinimal:
      return v1::CODE_WIRE_VARINT_NOT_MINIMAL;
    case WireRule::kUnknownField:
    case WireRule::kInvalidTag:
      return v1::CODE_WIRE_FIELD_UNKNOWN;
    case WireRule::kUndeclaredEnumValue:
      return v1::CODE_WIRE_ENUM_UNDECLARED;
    case WireRule::kWireTypeMismatch:
      return v1::CODE_WIRE_TYPE_MISMATCH;
    case WireRule::kNotAscending:
      return v1::CODE_WIRE_FIELD_ORDER;
    case WireRule::kRepeatedSingular:
      return v1::CODE_WIRE_FIELD_REPEATED;
    case WireRule::kSecondOneofArm:
      return v1::CODE_WIRE_ONEOF_REPEATED;
    case WireRule::kExplicitDefault:
      return v1::CODE_WIRE_EXPLICIT_DEFAULT;
    case WireRule::kNotPacked:
      return v1::CODE_WIRE_NOT_PACKED;
    case WireRule::kEmptyPacked:
      return v1::CODE_WIRE_EMPTY_PACKED;
    case WireRule::kInvalidUtf8:
      return v1::CODE_WIRE_INVALID_UTF8;
    case WireRule::kTooDeep:
      return v1::CODE_WIRE_TOO_DEEP;
    case WireRule::kTooLarge:
    case WireRule::kUnsuitableType:
      return v1::CODE_WIRE_FORBIDDEN_TYPE;
  }
  return v1::CODE_WIRE_FORBIDDEN_TYPE;
}

}  // namespace

Outcome RefuseWire(const crypto::WireFault& fault) {
  return Refuse(CodeOf(fault.rule), {{"field", fault.path.empty() ? "(message)" : fault.path},
                                     {"offset", std::to_string(fault.offset)}});
}

}  // namespace tanji::ledger
