// The beginning of a ledger: the genesis file, entry 0, and the block of height 0.
#pragma once

#include <absl/status/statusor.h>

#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/outcome.h"
#include "ledger/engine/block.h"
#include "ledger/engine/module.h"
#include "ledger/storage/store.h"
#include "tanji/v1/genesis.pb.h"

namespace tanji::ledger {

inline constexpr std::size_t kMaxChainIdBytes = 50;
inline constexpr std::size_t kMaxGenesisBytes = 1 << 20;

// `host/path`: lower-case letters, digits, `.`, `-` and at least one `/`; no empty segment.
bool IsChainId(std::string_view text);

// Reads the file's JSON. InvalidArgument names the line or field.
absl::StatusOr<v1::Genesis> ParseGenesis(std::string_view file);

// Executes the genesis: entries 0 and 1 and the first state. InvalidArgument where a module
// refuses it, with the refusal's English text.
absl::StatusOr<ExecutedBlock> ExecuteGenesis(std::string_view file, ModuleList modules);

// Writes the genesis file and its block into an empty store.
absl::Status InitialiseStore(Store& store, std::string_view file, ModuleList modules);

}  // namespace tanji::ledger
