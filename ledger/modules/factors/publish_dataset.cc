#include "ledger/modules/factors/publish_dataset.h"

#include "crypto/hash/hex.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/factors/own_dataset.h"
#include "ledger/modules/factors/tables.h"

namespace tanji::ledger {
namespace {

// What was superseded says what came after it, so that its own proof shows it.
void RecordSuccessor(const std::string& older, const std::string& newer,
                     const OperationContext& context, StateWriter& writer) {
  const std::string id(*ParseName(kDatasetsCollection, older));
  auto progress = kDatasetProgress.Get(writer, id).value();
  auto& successor = *progress.add_successors();
  successor.set_dataset(newer);
  successor.set_recorded_time(context.time_ms());
  kDatasetProgress.Put(writer, id, progress);
}

}  // namespace

Outcome CheckPublishDataset(const v1::PublishDataset& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckChosenName(kDatasetsCollection, message.dataset(), "dataset"));
  return CheckExactBytes(message.rows_digest(), crypto::Hash::kSize, "rows_digest");
}

Outcome AuthorisePublishDataset(const v1::PublishDataset& message, const OperationContext& context,
                                const StateReader& reader) {
  OwnDataset dataset;
  TANJI_RETURN_IF_REFUSED(FindOwnDataset(context, reader, "dataset", message.dataset(), dataset));
  TANJI_RETURN_IF_REFUSED(RequireDraft(dataset, "dataset"));
  if (dataset.progress.factor_count() == 0) {
    return Refuse(v1::CODE_DATASET_EMPTY, {{"value", message.dataset()}});
  }
  if (dataset.progress.rows_digest() != message.rows_digest()) {
    return Refuse(v1::CODE_DIGEST_MISMATCH,
                  {{"field", "rows_digest"},
                   {"value", crypto::ToHex(message.rows_digest())},
                   {"expected", crypto::ToHex(dataset.progress.rows_digest())}});
  }
  if (dataset.record.supersedes().empty()) return Outcome::Ok();
  OwnDataset older;
  TANJI_RETURN_IF_REFUSED(
      FindOwnDataset(context, reader, "supersedes", dataset.record.supersedes(), older));
  return CheckRoomForSuccessor(older);
}

Outcome ApplyPublishDataset(const v1::PublishDataset& message, const OperationContext& context,
                            StateWriter& writer) {
  const std::string id(*ParseName(kDatasetsCollection, message.dataset()));
  auto progress = kDatasetProgress.Get(writer, id).value();
  progress.set_published_time(context.time_ms());
  for (const auto& signer : context.signers) progress.add_published_by(signer.key_id.str());
  kDatasetProgress.Put(writer, id, progress);
  DatasetHistory(id).Create(writer, context.stamp(), context.time_ms(), std::nullopt);
  const auto dataset = kDatasets.Get(writer, id).value();
  if (!dataset.supersedes().empty()) {
    RecordSuccessor(dataset.supersedes(), message.dataset(), context, writer);
  }
  return Outcome::Ok();
}

}  // namespace tanji::ledger
