#include "ledger/modules/factors/invariants.h"

#include <map>

#include "ledger/modules/common/draft_digest.h"
#include "ledger/modules/common/invariants.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/factors/rules.h"
#include "ledger/modules/factors/tables.h"

namespace tanji::ledger {
namespace {

std::string IdOf(const std::string& dataset_name) {
  const auto id = ParseName(kDatasetsCollection, dataset_name);
  return id ? std::string(*id) : std::string();
}

Outcome RecordsAreImmutable(const ChangeSet& changes, const StateReader& before,
                            const StateReader&) {
  for (const auto space : {KeySpace::kGwpSet, KeySpace::kDataset, KeySpace::kFactor}) {
    TANJI_RETURN_IF_REFUSED(CheckImmutable(changes, before, space));
  }
  return Outcome::Ok();
}

Outcome RecordsLieUnderTheirNames(const ChangeSet& changes, const StateReader&,
                                  const StateReader&) {
  const auto check = [](bool fits, const std::string& key) {
    return fits ? Outcome::Ok() : Violated(key, "not the key of its name");
  };
  TANJI_RETURN_IF_REFUSED(ForEachChange(
      changes, KeySpace::kGwpSet, [&](const std::string& key, const std::string* record) {
        return check(!record || kGwpSets.Key(ParseRecord<v1::GwpSet>(*record).id()) == key, key);
      }));
  TANJI_RETURN_IF_REFUSED(ForEachChange(
      changes, KeySpace::kDataset, [&](const std::string& key, const std::string* record) {
        return check(!record || kDatasets.Key(ParseRecord<v1::Dataset>(*record).id()) == key, key);
      }));
  return ForEachChange(
      changes, KeySpace::kFactor, [&](const std::string& key, const std::string* record) {
        if (record == nullptr) return Outcome::Ok();
        const auto factor = ParseRecord<v1::Factor>(*record);
        return check(kFactors.Key(IdOf(factor.dataset()), factor.row().code()) == key, key);
      });
}

Outcome HistoriesContinue(const ChangeSet& changes, const StateReader& before,
                          const StateReader& after) {
  TANJI_RETURN_IF_REFUSED(
      CheckHistories(changes, before, after, KeySpace::kGwpSetStatus, TextObjectKey));
  TANJI_RETURN_IF_REFUSED(
      CheckHistories(changes, before, after, KeySpace::kDatasetStatus, TextObjectKey));
  TANJI_RETURN_IF_REFUSED(
      CheckHistories(changes, before, after, KeySpace::kFactorStatus, TextPairObjectKey));
  TANJI_RETURN_IF_REFUSED(CheckHistoryOfEach(changes, after, KeySpace::kGwpSet,
                                             KeySpace::kGwpSetStatus, TextObjectKey));
  return CheckHistoryOfEach(changes, after, KeySpace::kFactor, KeySpace::kFactorStatus,
                            TextPairObjectKey);
}

// A draft has no status, and what is published has one: so nothing can use a draft.
Outcome StatusComesWithPublishing(const ChangeSet& changes, const StateReader&,
                                  const StateReader& after) {
  TANJI_RETURN_IF_REFUSED(ForEachChange(
      changes, KeySpace::kDataset, [&](const std::string& key, const std::string* record) {
        const auto id = record ? ParseRecord<v1::Dataset>(*record).id() : "";
        return kDatasetProgress.Has(after, id) ? Outcome::Ok()
                                               : Violated(key, "a dataset without its progress");
      }));
  TANJI_RETURN_IF_REFUSED(ForEachChange(
      changes, KeySpace::kDatasetProgress, [&](const std::string& key, const std::string* record) {
        std::string status_key = key;
        status_key.front() = static_cast<char>(KeySpace::kDatasetStatus);
        const bool published =
            record && ParseRecord<v1::DatasetProgress>(*record).has_published_time();
        return after.Get(status_key).has_value() == published
                   ? Outcome::Ok()
                   : Violated(key, "status and publication disagree");
      }));
  return ForEachChange(
      changes, KeySpace::kDatasetStatus, [&](const std::string& key, const std::string*) {
        const auto length = TextObjectKey(key);
        std::string progress_key = key.substr(0, length.value_or(0));
        if (!progress_key.empty()) {
          progress_key.front() = static_cast<char>(KeySpace::kDatasetProgress);
        }
        const auto progress = after.Get(progress_key);
        return progress && ParseRecord<v1::DatasetProgress>(*progress).has_published_time()
                   ? Outcome::Ok()
                   : Violated(key, "a status without a published dataset");
      });
}

Outcome ProgressOnlyGoesForward(const ChangeSet& changes, const StateReader& before,
                                const StateReader&) {
  return CheckRewrites<v1::DatasetProgress>(
      changes, before, KeySpace::kDatasetProgress,
      [](v1::DatasetProgress was, v1::DatasetProgress now) {
        if (!OnlyGrows(was.successors(), now.successors(), kMaxSuccessors)) return false;
        if (!was.has_published_time()) return was.factor_count() <= now.factor_count();
        // Published: nothing but its successors changes.
        was.clear_successors();
        now.clear_successors();
        return EncodeRecord(was) == EncodeRecord(now);
      });
}

// The rows of dataset `id` that this write set adds, by code.
std::map<std::string, std::string> RowsAdded(const ChangeSet& changes, const StateReader& before,
                                             const std::string& id) {
  std::map<std::string, std::string> rows;
  const std::string prefix = MakeKey(KeySpace::kFactor, id);
  for (auto it = changes.lower_bound(prefix); it != changes.end() && it->first.starts_with(prefix);
       ++it) {
    if (!it->second || before.Get(it->first)) continue;
    rows[ParseRecord<v1::Factor>(*it->second).row().code()] = *it->second;
  }
  return rows;
}

// The progress that follows from what was and the rows that were added.
bool BindsRows(const v1::DatasetProgress& was, const v1::DatasetProgress& now,
               const std::map<std::string, std::string>& rows) {
  DraftDigest digest;
  if (!was.rows_digest().empty()) digest = DraftDigest(was.rows_digest());
  std::string last = was.last_code();
  for (const auto& [code, record] : rows) {
    if (!(last < code)) return false;
    digest.Add(record);
    last = code;
  }
  return now.rows_digest() == digest.str() && now.last_code() == last &&
         now.factor_count() == was.factor_count() + rows.size();
}

Outcome DigestsBindTheRows(const ChangeSet& changes, const StateReader& before,
                           const StateReader& after) {
  TANJI_RETURN_IF_REFUSED(ForEachChange(
      changes, KeySpace::kFactor, [&](const std::string& key, const std::string* record) {
        if (record == nullptr) return Outcome::Ok();
        const auto id = IdOf(ParseRecord<v1::Factor>(*record).dataset());
        return changes.contains(kDatasetProgress.Key(id))
                   ? Outcome::Ok()
                   : Violated(key, "a row that its dataset does not count");
      }));
  return ForEachChange(
      changes, KeySpace::kDatasetProgress, [&](const std::string& key, const std::string* record) {
        if (record == nullptr) return Violated(key, "deleted");
        const std::string id = key.substr(3);
        const auto was = kDatasetProgress.Get(before, id).value_or(v1::DatasetProgress());
        const auto now = ParseRecord<v1::DatasetProgress>(*record);
        return kDatasets.Has(after, id) && BindsRows(was, now, RowsAdded(changes, before, id))
                   ? Outcome::Ok()
                   : Violated(key, "the digest does not bind the rows");
      });
}

// What stands among the successors is published, names this dataset, and is of the same creator.
Outcome SuccessorsSupersede(const ChangeSet& changes, const StateReader&,
                            const StateReader& after) {
  return ForEachChange(changes, KeySpace::kDatasetProgress,
                       [&](const std::string& key, const std::string* record) {
                         const std::string id = key.substr(3);
                         const auto dataset = kDatasets.Get(after, id);
                         if (record == nullptr || !dataset)
                           return Violated(key, "progress of no dataset");
                         const auto progress = ParseRecord<v1::DatasetProgress>(*record);
                         for (const auto& successor : progress.successors()) {
                           const auto newer_id = IdOf(successor.dataset());
                           const auto newer = kDatasets.Get(after, newer_id);
                           if (!newer || newer->supersedes() != MakeName(kDatasetsCollection, id) ||
                               newer->created_by() != dataset->created_by() ||
                               !DatasetHistory(newer_id).Exists(after)) {
                             return Violated(key, "a successor that does not supersede it");
                           }
                         }
                         return Outcome::Ok();
                       });
}

constexpr InvariantRow kInvariants[] = {
    {"factors.records_are_immutable", RecordsAreImmutable},
    {"factors.records_lie_under_their_names", RecordsLieUnderTheirNames},
    {"factors.histories_continue", HistoriesContinue},
    {"factors.status_comes_with_publishing", StatusComesWithPublishing},
    {"factors.progress_only_goes_forward", ProgressOnlyGoesForward},
    {"factors.digests_bind_the_rows", DigestsBindTheRows},
    {"factors.successors_supersede", SuccessorsSupersede},
};

}  // namespace

std::span<const InvariantRow> FactorsInvariants() {
  return kInvariants;
}

}  // namespace tanji::ledger
