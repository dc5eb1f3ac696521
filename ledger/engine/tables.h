// The engine's own records.
#pragma once

#include <cstdint>
#include <string>

#include "ledger/state/table.h"
#include "tanji/v1/genesis.pb.h"

namespace tanji::ledger {

// By hour: ms since 1970 / 3,600,000.
inline constexpr Table<v1::ReplayWindowHour, std::uint64_t> kReplayWindow{KeySpace::kReplayWindow};
inline constexpr Table<v1::FlagSchedule> kFlagSchedule{KeySpace::kFlags};
inline constexpr Table<v1::ParameterSet> kParameters{KeySpace::kParameters};
// By id.
inline constexpr Table<v1::NodeIdentity, std::string> kNodes{KeySpace::kNode};
inline constexpr Table<v1::NodeList> kNodeList{KeySpace::kNodeList};

}  // namespace tanji::ledger
