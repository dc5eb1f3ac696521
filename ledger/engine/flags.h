// Feature flags and parameters in force at a block.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "crypto/wire/strict_check.h"
#include "ledger/base/outcome.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"
#include "tanji/v1/options.pb.h"

namespace tanji::ledger {

// What the ledger does at one block. A value; compared in tests.
class Flags final : public crypto::FieldPolicy {
 public:
  Flags() = default;
  explicit Flags(std::set<v1::FeatureFlag> on) : on_(std::move(on)) {}

  bool On(v1::FeatureFlag flag) const { return on_.contains(flag); }
  const std::set<v1::FeatureFlag>& all() const { return on_; }
  bool operator==(const Flags& other) const { return on_ == other.on_; }

  // The strict wire check takes a field or value as declared only while its flag is on.
  bool Declared(const google::protobuf::FieldDescriptor& field) const override;
  bool Declared(const google::protobuf::EnumValueDescriptor& value) const override;

 private:
  std::set<v1::FeatureFlag> on_;
};

// The flags in force at the block of `height`, from the schedule in the state.
Flags FlagsAt(const StateReader& reader, std::uint64_t height);
// Scheduled for a later height.
std::vector<v1::SwitchFlag> ScheduledFlags(const StateReader& reader, std::uint64_t height);
bool IsScheduled(const StateReader& reader, v1::FeatureFlag flag);
void ScheduleFlag(StateWriter& writer, v1::FeatureFlag flag, std::uint64_t from_height);

struct ParameterRule {
  v1::Parameter parameter;
  std::int64_t default_value;
  std::int64_t lowest;
  std::int64_t highest;
};
// nullptr for a parameter this binary does not know.
const ParameterRule* FindParameterRule(v1::Parameter parameter);
std::int64_t ParameterAt(const StateReader& reader, v1::Parameter parameter);
void StoreParameter(StateWriter& writer, v1::Parameter parameter, std::int64_t value);

}  // namespace tanji::ledger
