#include "ledger/modules/factors/add_factors.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/draft_digest.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/factors/factor_row.h"
#include "ledger/modules/factors/own_dataset.h"
#include "ledger/modules/factors/rules.h"
#include "ledger/modules/factors/tables.h"

namespace tanji::ledger {
namespace {

std::string CodeField(int row) {
  return Path(Item("rows", row), "code");
}

Outcome RefuseOrder(const v1::AddFactors& message, int row) {
  return Refuse(v1::CODE_LIST_NOT_ASCENDING,
                {{"field", CodeField(row)}, {"value", message.rows(row).code()}});
}

// The sets that values were published in exist; whether one is still in force says nothing about
// the past.
Outcome CheckGwpSets(const v1::AddFactors& message, const StateReader& reader) {
  for (int i = 0; i < message.rows_size(); ++i) {
    const auto& gwp_set = message.rows(i).gwp_set();
    if (!gwp_set.has_text()) continue;
    const std::string id(*ParseName(kGwpSetsCollection, gwp_set.text()));
    if (!kGwpSets.Has(reader, id)) {
      return RefuseNotFound(Path(Item("rows", i), "gwp_set.text"), gwp_set.text());
    }
  }
  return Outcome::Ok();
}

}  // namespace

Outcome CheckAddFactors(const v1::AddFactors& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckChosenName(kDatasetsCollection, message.dataset(), "dataset"));
  TANJI_RETURN_IF_REFUSED(CheckCount(message.rows_size(), kMaxFactorRows, "rows"));
  for (int i = 0; i < message.rows_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(CheckFactorRow(message.rows(i), Item("rows", i)));
    if (i > 0 && !(message.rows(i - 1).code() < message.rows(i).code())) {
      return RefuseOrder(message, i);
    }
  }
  return Outcome::Ok();
}

Outcome AuthoriseAddFactors(const v1::AddFactors& message, const OperationContext& context,
                            const StateReader& reader) {
  OwnDataset dataset;
  TANJI_RETURN_IF_REFUSED(FindOwnDataset(context, reader, "dataset", message.dataset(), dataset));
  TANJI_RETURN_IF_REFUSED(RequireDraft(dataset, "dataset"));
  if (!(dataset.progress.last_code() < message.rows(0).code())) return RefuseOrder(message, 0);
  return CheckGwpSets(message, reader);
}

Outcome ApplyAddFactors(const v1::AddFactors& message, const OperationContext& context,
                        StateWriter& writer) {
  const std::string id(*ParseName(kDatasetsCollection, message.dataset()));
  auto progress = kDatasetProgress.Get(writer, id).value();
  DraftDigest digest(progress.rows_digest());
  for (const auto& row : message.rows()) {
    v1::Factor factor;
    factor.set_dataset(message.dataset());
    *factor.mutable_row() = row;
    kFactors.Put(writer, id, row.code(), factor);
    // Made with the factor, so that its status is shown by membership alone.
    FactorHistory(id, row.code()).Create(writer, context.stamp(), context.time_ms(), std::nullopt);
    digest.Add(EncodeRecord(factor));
  }
  progress.set_factor_count(progress.factor_count() +
                            static_cast<std::uint32_t>(message.rows_size()));
  progress.set_rows_digest(digest.str());
  progress.set_last_code(message.rows(message.rows_size() - 1).code());
  kDatasetProgress.Put(writer, id, progress);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
