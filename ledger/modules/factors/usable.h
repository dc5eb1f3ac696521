// What later modules ask of factors: is it there, and may it be used at this time? Thread-safe if
// the reader is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/base/outcome.h"
#include "ledger/state/reader.h"
#include "tanji/v1/factors.pb.h"

namespace tanji::ledger {

// CODE_FIELD_MISSING if empty, CODE_NAME_MALFORMED unless it is `datasets/{id}/factors/{code}`.
Outcome CheckFactorName(std::string_view name, std::string_view field);

// The factor that `name`, well-formed, of `field` names, into `out`. CODE_NOT_FOUND;
// CODE_DATASET_IS_DRAFT; CODE_NOT_IN_FORCE, naming what is not: the factor, its dataset, or, at the
// time of publication as known at `time_ms`, the participant or a key that published it.
Outcome FindUsableFactor(const StateReader& reader, std::string_view field, const std::string& name,
                         std::int64_t time_ms, v1::Factor& out);

// Likewise the set `gwpSets/{id}`: CODE_NOT_FOUND, CODE_NOT_IN_FORCE.
Outcome FindGwpSet(const StateReader& reader, std::string_view field, const std::string& name,
                   std::int64_t time_ms, v1::GwpSet& out);

// A dataset that is published and in force, as a scheme names the ones it accepts.
Outcome FindUsableDataset(const StateReader& reader, std::string_view field,
                          const std::string& name, std::int64_t time_ms, v1::Dataset& out);

}  // namespace tanji::ledger
