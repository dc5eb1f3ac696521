#include "crypto/wire/strict_check.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>

#include <cassert>
#include <cstring>
#include <limits>
#include <set>
#include <utility>
#include <vector>

#include "crypto/wire/utf8.h"
#include "crypto/wire/wire_reader.h"

namespace tanji::crypto {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumValueDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::FileDescriptor;

constexpr std::uint64_t kMax32 = std::numeric_limits<std::uint32_t>::max();

WireType WireTypeOf(FieldDescriptor::Type type) {
  switch (type) {
    case FieldDescriptor::TYPE_FIXED64:
    case FieldDescriptor::TYPE_SFIXED64:
    case FieldDescriptor::TYPE_DOUBLE:
      return kFixed64;
    case FieldDescriptor::TYPE_FIXED32:
    case FieldDescriptor::TYPE_SFIXED32:
    case FieldDescriptor::TYPE_FLOAT:
      return kFixed32;
    case FieldDescriptor::TYPE_STRING:
    case FieldDescriptor::TYPE_BYTES:
    case FieldDescriptor::TYPE_MESSAGE:
    case FieldDescriptor::TYPE_GROUP:
      return kLengthDelimited;
    default:
      return kVarint;
  }
}

// int32 and enum values are sign-extended to 64 bits: a negative one takes ten bytes.
bool FitsInt32(std::uint64_t raw) {
  const auto value = static_cast<std::int64_t>(raw);
  return value >= std::numeric_limits<std::int32_t>::min() &&
         value <= std::numeric_limits<std::int32_t>::max();
}

bool IsUnsuitable(const Descriptor& type) {
  return type.file()->syntax() != FileDescriptor::SYNTAX_PROTO3 || type.options().map_entry() ||
         type.well_known_type() == Descriptor::WELLKNOWNTYPE_ANY ||
         type.real_oneof_decl_count() > kMaxOneofs;
}

// What the check asks of a field again and again; a descriptor works its type out at each call.
struct Field {
  explicit Field(const FieldDescriptor& of)
      : descriptor(of),
        type(of.type()),
        wire_type(WireTypeOf(type)),
        repeated(of.is_repeated()),
        packable(repeated && FieldDescriptor::IsTypePackable(type)) {}

  const FieldDescriptor& descriptor;
  const FieldDescriptor::Type type;
  const WireType wire_type;
  const bool repeated;
  const bool packable;
};

bool IsUnsuitable(const Field& field) {
  return field.type == FieldDescriptor::TYPE_FLOAT || field.type == FieldDescriptor::TYPE_DOUBLE ||
         field.type == FieldDescriptor::TYPE_GROUP ||
         (field.packable && !field.descriptor.is_packed());
}

class Checker {
 public:
  Checker(std::string_view bytes, const FieldPolicy& policy) : bytes_(bytes), policy_(policy) {}

  // The members below return false after noting a fault; each message on the way out prepends its
  // own part of the path.
  bool CheckMessage(const Descriptor& type, Cursor in, int depth);
  WireFault TakeFault() { return std::move(fault_); }

 private:
  // What the fields read so far in one message forbid to the next one.
  struct Seen {
    int number = 0;            // of the newest field
    int index = 0;             // of the newest element, if that field is repeated
    std::uint64_t oneofs = 0;  // bit i: oneof i is set
  };

  const FieldDescriptor* FindDeclared(const Descriptor& type, int number) const;
  static Broken CheckPlace(const Field& field, Seen& seen);
  bool CheckField(const Field& field, WireType wire_type, Cursor& in, int depth, int index);
  bool CheckPacked(const Field& field, Cursor& in);
  bool CheckDelimited(const Field& field, Cursor& in, int depth, int index);
  // Reads one number; `is_zero` tells whether it is the default.
  Broken CheckNumber(const Field& field, Cursor& in, bool& is_zero) const;
  Broken CheckVarintValue(const Field& field, std::uint64_t value) const;

  bool Fail(WireRule rule, const char* at) {
    fault_ = {rule, "", static_cast<std::size_t>(at - bytes_.data())};
    return false;
  }
  bool Fail(WireRule rule, const char* at, const Field& field, int index) {
    Fail(rule, at);
    return Prepend(field, index);
  }
  bool Prepend(const Field& field, int index) {
    std::string part = field.descriptor.name();
    if (field.repeated) part += "[" + std::to_string(index) + "]";
    fault_.path = fault_.path.empty() ? part : part + "." + fault_.path;
    return false;
  }

  std::string_view bytes_;
  const FieldPolicy& policy_;
  WireFault fault_{};
};

const FieldDescriptor* Checker::FindDeclared(const Descriptor& type, int number) const {
  const FieldDescriptor* field = type.FindFieldByNumber(number);
  return field != nullptr && policy_.Declared(*field) ? field : nullptr;
}

bool Checker::CheckMessage(const Descriptor& type, Cursor in, int depth) {
  if (depth > kMaxWireDepth) return Fail(WireRule::kTooDeep, in.at);
  if (IsUnsuitable(type)) return Fail(WireRule::kUnsuitableType, in.at);
  Seen seen;
  while (in.at != in.end) {
    const char* const start = in.at;
    Tag tag{};
    if (const Broken broken = ReadTag(in, tag)) return Fail(*broken, start);
    const FieldDescriptor* const found = FindDeclared(type, tag.number);
    if (found == nullptr) {
      Fail(WireRule::kUnknownField, start);
      fault_.path = "#" + std::to_string(tag.number);
      return false;
    }
    const Field field(*found);
    if (const Broken broken = CheckPlace(field, seen)) {
      return Fail(*broken, start, field, seen.index);
    }
    if (IsUnsuitable(field)) return Fail(WireRule::kUnsuitableType, start, field, seen.index);
    if (!CheckField(field, tag.wire_type, in, depth, seen.index)) return false;
  }
  return true;
}

// ADR-027 rules 1 and 4, and the oneofs of which protobuf would let the last arm win.
Broken Checker::CheckPlace(const Field& field, Seen& seen) {
  const int number = field.descriptor.number();
  if (number < seen.number) return WireRule::kNotAscending;
  if (number == seen.number) {
    // A packed field in two pieces means the same as in one.
    if (!field.repeated || field.packable) return WireRule::kRepeatedSingular;
    ++seen.index;
    return kFine;
  }
  seen.number = number;
  seen.index = 0;
  if (const auto* oneof = field.descriptor.real_containing_oneof()) {
    const std::uint64_t bit = std::uint64_t{1} << oneof->index();
    if ((seen.oneofs & bit) != 0) return WireRule::kSecondOneofArm;
    seen.oneofs |= bit;
  }
  return kFine;
}

bool Checker::CheckField(const Field& field, WireType wire_type, Cursor& in, int depth, int index) {
  const char* const start = in.at;
  if (field.packable && wire_type == field.wire_type) {
    return Fail(WireRule::kNotPacked, start, field, index);
  }
  if (wire_type != (field.packable ? kLengthDelimited : field.wire_type)) {
    return Fail(WireRule::kWireTypeMismatch, start, field, index);
  }
  if (field.packable) return CheckPacked(field, in);
  if (wire_type == kLengthDelimited) return CheckDelimited(field, in, depth, index);

  bool is_zero = false;
  if (const Broken broken = CheckNumber(field, in, is_zero)) {
    return Fail(*broken, start, field, index);
  }
  if (is_zero && !field.descriptor.has_presence()) {
    return Fail(WireRule::kExplicitDefault, start, field, index);
  }
  return true;
}

bool Checker::CheckPacked(const Field& field, Cursor& in) {
  const char* const start = in.at;
  Cursor elements{};
  if (const Broken broken = ReadDelimited(in, elements)) return Fail(*broken, start, field, 0);
  if (elements.at == elements.end) return Fail(WireRule::kEmptyPacked, start, field, 0);
  for (int index = 0; elements.at != elements.end; ++index) {
    const char* const element = elements.at;
    bool is_zero = false;  // no element is a default
    if (const Broken broken = CheckNumber(field, elements, is_zero)) {
      return Fail(*broken, element, field, index);
    }
  }
  return true;
}

bool Checker::CheckDelimited(const Field& field, Cursor& in, int depth, int index) {
  const char* const start = in.at;
  Cursor value{};
  if (const Broken broken = ReadDelimited(in, value)) return Fail(*broken, start, field, index);
  if (field.type == FieldDescriptor::TYPE_MESSAGE) {
    return CheckMessage(*field.descriptor.message_type(), value, depth + 1) ||
           Prepend(field, index);
  }
  if (value.at == value.end && !field.repeated && !field.descriptor.has_presence()) {
    return Fail(WireRule::kExplicitDefault, start, field, index);
  }
  if (field.type == FieldDescriptor::TYPE_STRING) {
    if (const auto invalid = FindInvalidUtf8({value.at, value.left()})) {
      return Fail(WireRule::kInvalidUtf8, value.at + *invalid, field, index);
    }
  }
  return true;
}

Broken Checker::CheckNumber(const Field& field, Cursor& in, bool& is_zero) const {
  if (field.wire_type == kVarint) {
    std::uint64_t value = 0;
    if (const Broken broken = ReadVarint(in, value)) return broken;
    is_zero = value == 0;
    return CheckVarintValue(field, value);
  }
  const std::size_t size = field.wire_type == kFixed32 ? 4 : 8;
  if (in.left() < size) return WireRule::kTruncated;
  constexpr char kZero[8] = {};
  is_zero = std::memcmp(in.at, kZero, size) == 0;
  in.at += size;
  return kFine;
}

Broken Checker::CheckVarintValue(const Field& field, std::uint64_t value) const {
  switch (field.type) {
    case FieldDescriptor::TYPE_BOOL:
      return value > 1 ? Broken(WireRule::kValueOutOfRange) : kFine;
    case FieldDescriptor::TYPE_INT32:
      return FitsInt32(value) ? kFine : Broken(WireRule::kValueOutOfRange);
    case FieldDescriptor::TYPE_UINT32:
    case FieldDescriptor::TYPE_SINT32:
      return value > kMax32 ? Broken(WireRule::kValueOutOfRange) : kFine;
    case FieldDescriptor::TYPE_ENUM: {
      if (!FitsInt32(value)) return WireRule::kValueOutOfRange;
      const EnumValueDescriptor* const declared =
          field.descriptor.enum_type()->FindValueByNumber(static_cast<std::int32_t>(value));
      if (declared == nullptr || !policy_.Declared(*declared)) {
        return WireRule::kUndeclaredEnumValue;
      }
      return kFine;
    }
    default:
      return kFine;
  }
}

}  // namespace

bool FieldPolicy::Declared(const FieldDescriptor&) const {
  return true;
}
bool FieldPolicy::Declared(const EnumValueDescriptor&) const {
  return true;
}

const FieldPolicy& AllDeclared() {
  static const FieldPolicy policy;
  return policy;
}

std::optional<WireFault> CheckStrict(std::string_view bytes, const Descriptor* type,
                                     const FieldPolicy& policy) {
  assert(type != nullptr);
  if (bytes.size() > kMaxWireBytes) return WireFault{WireRule::kTooLarge, "", kMaxWireBytes};
  Checker checker(bytes, policy);
  if (checker.CheckMessage(*type, {bytes.data(), bytes.data() + bytes.size()}, 1)) {
    return std::nullopt;
  }
  return checker.TakeFault();
}

std::optional<WireFault> CheckStrict(std::string_view bytes, const Descriptor* type) {
  return CheckStrict(bytes, type, AllDeclared());
}

std::optional<std::string> FindUnsuitable(const Descriptor* type) {
  std::vector<const Descriptor*> pending{type};
  std::set<std::string> visited{type->full_name()};
  while (!pending.empty()) {
    const Descriptor& message = *pending.back();
    pending.pop_back();
    if (IsUnsuitable(message)) return message.full_name();
    for (int i = 0; i < message.field_count(); ++i) {
      const FieldDescriptor& field = *message.field(i);
      if (IsUnsuitable(Field(field))) return field.full_name();
      const Descriptor* const next = field.message_type();
      if (next != nullptr && visited.insert(next->full_name()).second) pending.push_back(next);
    }
  }
  return std::nullopt;
}

}  // namespace tanji::crypto
