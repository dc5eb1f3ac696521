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
  const auto progress =
      Must(kDatasetProgress.Get(source, id), "the progress of " + question.name());
  *out.mutable_dataset() = *dataset;
  *out.mutable_progress() = progress;
  *out.mutable_status() = Status(DatasetHistory(id), at, source);
  // Whoever publishes names every row; a draft has only whoever began it.
  const bool published = progress.has_published_time();
  const auto made_ms = published ? progress.published_time() : dataset->created_time();
  *out.mutable_publisher_status() =
      ParticipantStatus(dataset->created_by(), WhenMade(made_ms, at), source);
  FillSigners(published ? progress.published_by() : dataset->signed_by(), made_ms, at, source,
              *out.mutable_signers());
  out.set_in_force(published && InForce(out.status()) && InForce(out.publisher_status()) &&
                   AllCounted(out.signers()));
  return true;
}

bool AnswerFactor(const v1::FactorQuestion& question, AsOf at, const StateReader& source,
                  v1::FactorAnswer& out) {
  const auto name = *ParseFactorName(question.name());
  const auto factor = kFactors.Get(source, name.dataset_id, name.code);
  if (!factor) return false;
  *out.mutable_factor() = *factor;
  *out.mutable_status() = Status(FactorHistory(name.dataset_id, name.code), at, source);
  v1::DatasetQuestion of_dataset;
  // Of the key, not of the record: what is proved may still be malformed.
  of_dataset.set_name(MakeName("datasets", name.dataset_id));
  if (!AnswerDataset(of_dataset, at, source, *out.mutable_dataset())) {
    throw StorageFailure("the dataset of " + question.name() + " is missing");
  }
  out.set_in_force(InForce(out.status()) && out.dataset().in_force());
  return true;
}

bool AnswerGwpSet(const v1::GwpSetQuestion& question, AsOf at, const StateReader& source,
                  v1::GwpSetAnswer& out) {
  const std::string id(*ParseName("gwpSets", question.name()));
  const auto set = kGwpSets.Get(source, id);
  if (!set) return false;
  *out.mutable_gwp_set() = *set;
  *out.mutable_status() = Status(GwpSetHistory(id), at, source);
  *out.mutable_publisher_status() =
      ParticipantStatus(set->published_by(), WhenMade(set->published_time(), at), source);
  FillSigners(set->signed_by(), set->published_time(), at, source, *out.mutable_signers());
  out.set_in_force(InForce(out.status()) && InForce(out.publisher_status()) &&
                   AllCounted(out.signers()));
  return true;
}

}  // namespace tanji::ledger
