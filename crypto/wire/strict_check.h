// The strict wire check: accepts of all the byte strings that protobuf would read as one message
// the single one that is canonical. It is part of the ledger's format: signed bytes are never
// re-serialised, so that nobody may be able to write the same meaning in two ways.
//
// The rules are those of Cosmos ADR-027 (deterministic protobuf serialisation), and beyond them: no
// undeclared enum value, packed scalars only, strict UTF-8, and a schema of plain proto3 without
// maps, `Any`, groups, extensions, floats or doubles. What this accepts, protobuf 3.21 parses and
// serialises again to the same bytes; the tests hold it to that, but acceptance does not depend on
// it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "crypto/wire/wire_rule.h"

namespace google::protobuf {
class Descriptor;
class EnumValueDescriptor;
class FieldDescriptor;
}  // namespace google::protobuf

namespace tanji::crypto {

// Messages within messages, the outermost counted.
inline constexpr int kMaxWireDepth = 16;
// Oneofs in one message type.
inline constexpr int kMaxOneofs = 64;
// Bytes in one check; protobuf itself reads no more. Callers have far smaller bounds.
inline constexpr std::size_t kMaxWireBytes = 0x7FFFFFFF;

// What counts as declared. This follows from the feature flags in force at a block and not from
// the binary: the ledger derives from this class a policy that knows the flag of each addition.
// Both functions must be thread-safe and depend on nothing but the flags.
class FieldPolicy {
 public:
  virtual ~FieldPolicy() = default;
  virtual bool Declared(const google::protobuf::FieldDescriptor& field) const;
  virtual bool Declared(const google::protobuf::EnumValueDescriptor& value) const;
};

// Everything that the binary knows is declared.
const FieldPolicy& AllDeclared();

// nullopt if `bytes` are the canonical form of a message of `type`; else the first fault in reading
// order. Within a field the order is: tag, declared, place among its siblings, wire type, value.
// Thread-safe; allocates only to describe a fault.
std::optional<WireFault> CheckStrict(std::string_view bytes,
                                     const google::protobuf::Descriptor* type,
                                     const FieldPolicy& policy);
std::optional<WireFault> CheckStrict(std::string_view bytes,
                                     const google::protobuf::Descriptor* type);

// Full name of the first message or field reachable from `type` that CheckStrict would refuse
// whenever it occurs: floats, doubles, groups, maps, `Any`, proto2 syntax, `packed = false`, more
// than kMaxOneofs oneofs. For the test that keeps such types out of the schema. nullopt if none.
std::optional<std::string> FindUnsuitable(const google::protobuf::Descriptor* type);

}  // namespace tanji::crypto
