#include "ledger/engine/flags.h"

#include <google/protobuf/descriptor.h>

#include <algorithm>
#include <array>

#include "ledger/engine/tables.h"

namespace tanji::ledger {
namespace {

v1::FlagSchedule ScheduleIn(const StateReader& reader) {
  return kFlagSchedule.Get(reader).value_or(v1::FlagSchedule());
}

v1::ParameterSet ParametersIn(const StateReader& reader) {
  return kParameters.Get(reader).value_or(v1::ParameterSet());
}

// Defaults and bounds of the parameters. A default is behaviour: changing one needs a flag.
constexpr std::array kParameterRules{
    // ARCHITECTURE section 3: at most 24 h, may be set lower.
    ParameterRule{v1::PARAMETER_TRANSACTION_LIFETIME_MS, 86'400'000, 1'000, 86'400'000},
    // 0: a strict majority of the bodies.
    ParameterRule{v1::PARAMETER_BALLOT_THRESHOLD, 0, 0, 64},
};

}  // namespace

bool Flags::Declared(const google::protobuf::FieldDescriptor& field) const {
  const auto& options = field.options();
  return !options.HasExtension(v1::field_since) || On(options.GetExtension(v1::field_since));
}

bool Flags::Declared(const google::protobuf::EnumValueDescriptor& value) const {
  const auto& options = value.options();
  return !options.HasExtension(v1::value_since) || On(options.GetExtension(v1::value_since));
}

Flags FlagsAt(const StateReader& reader, std::uint64_t height) {
  std::set<v1::FeatureFlag> on;
  const auto schedule = ScheduleIn(reader);
  for (const auto& row : schedule.flags()) {
    if (row.from_height() <= height) on.insert(row.flag());
  }
  return Flags(std::move(on));
}

std::vector<v1::SwitchFlag> ScheduledFlags(const StateReader& reader, std::uint64_t height) {
  std::vector<v1::SwitchFlag> out;
  const auto schedule = ScheduleIn(reader);
  for (const auto& row : schedule.flags()) {
    if (row.from_height() > height) out.push_back(row);
  }
  return out;
}

bool IsScheduled(const StateReader& reader, v1::FeatureFlag flag) {
  const auto schedule = ScheduleIn(reader);
  return std::any_of(schedule.flags().begin(), schedule.flags().end(),
                     [&](const auto& row) { return row.flag() == flag; });
}

void ScheduleFlag(StateWriter& writer, v1::FeatureFlag flag, std::uint64_t from_height) {
  auto schedule = ScheduleIn(writer);
  auto& row = *schedule.add_flags();
  row.set_flag(flag);
  row.set_from_height(from_height);
  std::sort(schedule.mutable_flags()->begin(), schedule.mutable_flags()->end(),
            [](const auto& a, const auto& b) { return a.flag() < b.flag(); });
  kFlagSchedule.Put(writer, schedule);
}

const ParameterRule* FindParameterRule(v1::Parameter parameter) {
  const auto it = std::find_if(kParameterRules.begin(), kParameterRules.end(),
                               [&](const auto& rule) { return rule.parameter == parameter; });
  return it == kParameterRules.end() ? nullptr : &*it;
}

std::int64_t ParameterAt(const StateReader& reader, v1::Parameter parameter) {
  const auto set = ParametersIn(reader);
  for (const auto& row : set.parameters()) {
    if (row.parameter() == parameter) return row.value();
  }
  return FindParameterRule(parameter)->default_value;
}

void StoreParameter(StateWriter& writer, v1::Parameter parameter, std::int64_t value) {
  auto set = ParametersIn(writer);
  auto& rows = *set.mutable_parameters();
  auto it = std::find_if(rows.begin(), rows.end(),
                         [&](const auto& row) { return row.parameter() == parameter; });
  if (it == rows.end()) {
    set.add_parameters()->set_parameter(parameter);
    it = rows.end() - 1;
  }
  it->set_value(value);
  std::sort(rows.begin(), rows.end(),
            [](const auto& a, const auto& b) { return a.parameter() < b.parameter(); });
  kParameters.Put(writer, set);
}

}  // namespace tanji::ledger
