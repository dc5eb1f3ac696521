// Which record of factors lies under which key, and the history of each object with a lifecycle.
#pragma once

#include <string>

#include "ledger/state/history.h"
#include "ledger/state/table.h"
#include "tanji/v1/factors.pb.h"

namespace tanji::ledger {

// By id alone, without `gwpSets/` and `datasets/`.
inline constexpr Table<v1::GwpSet, std::string> kGwpSets{KeySpace::kGwpSet};
inline constexpr Table<v1::Dataset, std::string> kDatasets{KeySpace::kDataset};
inline constexpr Table<v1::DatasetProgress, std::string> kDatasetProgress{
    KeySpace::kDatasetProgress};
// Id of the dataset, and code.
inline constexpr Table<v1::Factor, std::string, std::string> kFactors{KeySpace::kFactor};

inline History GwpSetHistory(const std::string& id) {
  return History(MakeKey(KeySpace::kGwpSetStatus, id));
}
// Made when the dataset is published: a draft has none.
inline History DatasetHistory(const std::string& id) {
  return History(MakeKey(KeySpace::kDatasetStatus, id));
}
inline History FactorHistory(const std::string& dataset_id, const std::string& code) {
  return History(MakeKey(KeySpace::kFactorStatus, dataset_id, code));
}

}  // namespace tanji::ledger
