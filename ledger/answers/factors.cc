// Answers about datasets, factors and GWP sets.
#include "ledger/answers/parts.h"
#include "ledger/answers/subjects.h"
#include "ledger/modules/factors/rules.h"
#include "ledger/modules/factors/tables.h"

namespace tanji::ledger {

bool AnswerDataset(const v1::DatasetQuestion& question, AsOf at, const StateReader& source,
                   v1::DatasetAnswer& out) {
  const std::string id(*ParseName("datasets", question.name()));
  const auto dataset = kDatasets.Get(source, id);
  if (!dataset) return false;
  const auto progress = kDatasetProgress.Get(source, id);
  if (!progress) throw StorageFailure("the progress of " + question.name() + " is missing");
  *out.mutable_dataset() = *dataset;
  *out.mutable_progress() = *progress;
  *out.mutable_status() = Status(DatasetHistory(id), at, source);
  *out.mutable_publisher_status() = ParticipantStatus(dataset->created_by(), at, source);
  FillSigners(*dataset, dataset->created_time(), at, source, out);
  out.set_in_force(InForce(out.status()) && InForce(out.publisher_status()) && AllCounted(out));
  return true;
}

bool AnswerFactor(const v1::FactorQuestion& question, AsOf at, const StateReader& source,
                  v1::FactorAnswer& out) {
  const auto name = *ParseFactorName(question.name());
  const auto factor = kFactors.Get(source, name.dataset_id, name.code);
  if (!factor) return false;
  const auto dataset = kDatasets.Get(source, name.dataset_id);
  if (!dataset) throw StorageFailure("the dataset of " + question.name() + " is missing");
  *out.mutable_factor() = *factor;
  *out.mutable_status() = Status(FactorHistory(name.dataset_id, name.code), at, source);
  *out.mutable_dataset() = *dataset;
  *out.mutable_dataset_status() = Status(DatasetHistory(name.dataset_id), at, source);
  *out.mutable_publisher_status() = ParticipantStatus(dataset->created_by(), at, source);
  FillSigners(*dataset, dataset->created_time(), at, source, out);
  out.set_in_force(InForce(out.status()) && InForce(out.dataset_status()) &&
                   InForce(out.publisher_status()) && AllCounted(out));
  return true;
}

bool AnswerGwpSet(const v1::GwpSetQuestion& question, AsOf at, const StateReader& source,
                  v1::GwpSetAnswer& out) {
  const std::string id(*ParseName("gwpSets", question.name()));
  const auto set = kGwpSets.Get(source, id);
  if (!set) return false;
  *out.mutable_gwp_set() = *set;
  *out.mutable_status() = Status(GwpSetHistory(id), at, source);
  *out.mutable_publisher_status() = ParticipantStatus(set->published_by(), at, source);
  FillSigners(*set, set->published_time(), at, source, out);
  out.set_in_force(InForce(out.status()) && InForce(out.publisher_status()) && AllCounted(out));
  return true;
}

}  // namespace tanji::ledger
