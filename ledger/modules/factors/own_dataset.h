// The dataset of an operation, which must be its author's.
#pragma once

#include <string>

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/factors.pb.h"

namespace tanji::ledger {

struct OwnDataset {
  std::string id;
  v1::Dataset record;
  v1::DatasetProgress progress;
  bool is_published() const { return progress.has_published_time(); }
};

// Dataset `name`, well-formed, of `field`, into `out`: CODE_NOT_FOUND; CODE_NOT_ENTITLED unless the
// author created it.
Outcome FindOwnDataset(const OperationContext& context, const StateReader& reader,
                       std::string_view field, const std::string& name, OwnDataset& out);

// CODE_DATASET_IS_DRAFT and CODE_DRAFT_CLOSED.
Outcome RequirePublished(const OwnDataset& dataset, std::string_view field);
Outcome RequireDraft(const OwnDataset& dataset, std::string_view field);

// CODE_TOO_MANY_SUCCESSORS if `dataset` has no room for another one.
Outcome CheckRoomForSuccessor(const OwnDataset& dataset);

}  // namespace tanji::ledger
