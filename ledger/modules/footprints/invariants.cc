#include "ledger/modules/footprints/invariants.h"

#include <algorithm>
#include <optional>
#include <set>

#include "ledger/base/decimal.h"
#include "ledger/base/rational.h"
#include "ledger/modules/common/draft_digest.h"
#include "ledger/modules/common/invariants.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/footprints/reckon/check.h"
#include "ledger/modules/footprints/reckoning.h"
#include "ledger/modules/footprints/rules.h"
#include "ledger/modules/footprints/tables.h"

namespace tanji::ledger {
namespace {

constexpr auto kObjectKey = FixedObjectKey<Id::kSize>;

std::string InSpace(std::string key, KeySpace space) {
  key.front() = static_cast<char>(space);
  return key;
}
// The part of a key that names the footprint.
Id IdOf(std::string_view key) {
  return Id::FromBytes(key.substr(1, Id::kSize)).value_or(Id());
}

// The number at the end of a key.
std::uint32_t NumberOf(std::string_view key) {
  std::uint32_t number = 0;
  for (const char byte : key.substr(key.size() - sizeof(number))) {
    number = number << 8 | static_cast<unsigned char>(byte);
  }
  return number;
}

Outcome RecordsAreImmutable(const ChangeSet& changes, const StateReader& before,
                            const StateReader&) {
  for (const auto space :
       {KeySpace::kFootprint, KeySpace::kFootprintLine, KeySpace::kFootprintResult,
        KeySpace::kFootprintLineResult, KeySpace::kFootprintReferences}) {
    TANJI_RETURN_IF_REFUSED(CheckImmutable(changes, before, space));
  }
  return Outcome::Ok();
}

Outcome HistoriesContinue(const ChangeSet& changes, const StateReader& before,
                          const StateReader& after) {
  return CheckHistories(changes, before, after, KeySpace::kFootprintStatus, kObjectKey);
}

// A draft grows; what is declared changes in nothing but its successors.
Outcome ProgressOnlyGoesForward(const ChangeSet& changes, const StateReader& before,
                                const StateReader&) {
  return CheckRewrites<v1::FootprintProgress>(
      changes, before, KeySpace::kFootprintProgress,
      [](v1::FootprintProgress was, v1::FootprintProgress now) {
        if (!OnlyGrows(was.successors(), now.successors(), kMaxFootprintSuccessors)) return false;
        if (!was.has_declared_time()) return was.line_count() <= now.line_count();
        was.clear_successors();
        now.clear_successors();
        return EncodeRecord(was) == EncodeRecord(now);
      });
}

// Every footprint has its progress, and a progress belongs to a footprint.
Outcome ProgressComesWithTheFootprint(const ChangeSet& changes, const StateReader&,
                                      const StateReader& after) {
  TANJI_RETURN_IF_REFUSED(
      ForEachChange(changes, KeySpace::kFootprint, [&](const std::string& key, const std::string*) {
        return after.Get(InSpace(key, KeySpace::kFootprintProgress))
                   ? Outcome::Ok()
                   : Violated(key, "a footprint without its progress");
      }));
  return ForEachChange(changes, KeySpace::kFootprintProgress,
                       [&](const std::string& key, const std::string*) {
                         return after.Get(InSpace(key, KeySpace::kFootprint))
                                    ? Outcome::Ok()
                                    : Violated(key, "the progress of no footprint");
                       });
}

// Lines are numbered without gaps, and the digest binds each of them in its place.
Outcome DigestsBindTheLines(const ChangeSet& changes, const StateReader& before,
                            const StateReader& after) {
  TANJI_RETURN_IF_REFUSED(ForEachChange(
      changes, KeySpace::kFootprintLine, [&](const std::string& key, const std::string*) {
        const auto now = kFootprintProgress.Get(after, IdOf(key));
        const bool counted = changes.contains(kFootprintProgress.Key(IdOf(key))) && now &&
                             NumberOf(key) < now->line_count();
        return counted ? Outcome::Ok() : Violated(key, "a line that its footprint does not count");
      }));
  return ForEachChange(changes, KeySpace::kFootprintProgress,
                       [&](const std::string& key, const std::string* record) {
                         if (record == nullptr) return Violated(key, "deleted");
                         const auto id = IdOf(key);
                         const auto was = kFootprintProgress.Get(before, id);
                         const auto now = ParseRecord<v1::FootprintProgress>(*record);
                         DraftDigest digest =
                             was ? DraftDigest(was->lines_digest()) : DraftDigest();
                         auto number = was ? was->line_count() : 0;
                         for (; number < now.line_count(); ++number) {
                           const auto line_key = kFootprintLines.Key(id, number);
                           const auto line = after.Get(line_key);
                           if (!line) return Violated(line_key, "a line is missing");
                           digest.Add(*line);
                         }
                         const bool beyond = after.Get(kFootprintLines.Key(id, number)).has_value();
                         return !beyond && digest.str() == now.lines_digest()
                                    ? Outcome::Ok()
                                    : Violated(key, "the digest does not bind the lines");
                       });
}

// A draft has neither status nor result; what is declared has both, and a result for every line.
Outcome ResultsComeWithTheDeclaration(const ChangeSet& changes, const StateReader&,
                                      const StateReader& after) {
  return ForEachChange(
      changes, KeySpace::kFootprintProgress,
      [&](const std::string& key, const std::string* record) {
        if (record == nullptr) return Violated(key, "deleted");
        const auto id = IdOf(key);
        const auto progress = ParseRecord<v1::FootprintProgress>(*record);
        const bool declared = progress.has_declared_time();
        const auto result = kFootprintResults.Get(after, id);
        if (FootprintHistory(id).Exists(after) != declared || result.has_value() != declared) {
          return Violated(key, "status, result and declaration disagree");
        }
        const auto lines = declared ? progress.line_count() : 0;
        const auto references = declared ? ReferenceRecords(*result) : 0;
        const bool fits =
            (lines == 0 || kFootprintLineResults.Has(after, id, lines - 1)) &&
            !kFootprintLineResults.Has(after, id, lines) &&
            (references == 0 || kFootprintReferences.Has(after, id, references - 1)) &&
            !kFootprintReferences.Has(after, id, references);
        return fits ? Outcome::Ok() : Violated(key, "not a result for every line");
      });
}

// Results, and what they refer to, belong to a footprint that is declared in the same write set.
Outcome ResultsBelongToADeclaration(const ChangeSet& changes, const StateReader& before,
                                    const StateReader& after) {
  for (const auto space : {KeySpace::kFootprintResult, KeySpace::kFootprintLineResult,
                           KeySpace::kFootprintReferences}) {
    TANJI_RETURN_IF_REFUSED(
        ForEachChange(changes, space, [&](const std::string& key, const std::string*) {
          const auto was = kFootprintProgress.Get(before, IdOf(key));
          const auto now = kFootprintProgress.Get(after, IdOf(key));
          const bool declared_now =
              now && now->has_declared_time() && !(was && was->has_declared_time());
          return declared_now ? Outcome::Ok() : Violated(key, "a result without a declaration");
        }));
  }
  return ForEachChange(
      changes, KeySpace::kFootprintStatus, [&](const std::string& key, const std::string*) {
        const auto id = IdOf(key);
        const auto was = kFootprintProgress.Get(before, id);
        const bool declared =
            (was && was->has_declared_time()) || changes.contains(kFootprintProgress.Key(id));
        return declared ? Outcome::Ok() : Violated(key, "a status without a declaration");
      });
}

// The cells of the lines add up to the value: totals are sums of what was rounded once (D1).
Outcome CellsAddUp(const ChangeSet& changes, const StateReader&, const StateReader& after) {
  return ForEachChange(
      changes, KeySpace::kFootprintResult, [&](const std::string& key, const std::string* record) {
        if (record == nullptr) return Violated(key, "deleted");
        const auto id = IdOf(key);
        const auto progress = kFootprintProgress.Get(after, id);
        if (!progress) return Violated(key, "the result of no footprint");
        Rational sum;
        for (std::uint32_t number = 0; number < progress->line_count(); ++number) {
          const auto line = kFootprintLineResults.Get(after, id, number);
          if (!line) return Violated(key, "a line without its result");
          for (const auto& cell : line->cells()) {
            const auto co2e = Decimal::Parse(cell.co2e());
            if (!co2e) return Violated(key, "a cell that is no number");
            sum += Rational(*co2e);
          }
        }
        const auto value = Decimal::Parse(ParseRecord<v1::FootprintResult>(*record).value());
        return value && Rational(*value) == sum
                   ? Outcome::Ok()
                   : Violated(key, "the cells do not add up to the value");
      });
}

// The references are as many as the result counts: whoever walks them relies on it.
Outcome ReferencesAreCounted(const ChangeSet& changes, const StateReader&,
                             const StateReader& after) {
  return ForEachChange(
      changes, KeySpace::kFootprintResult, [&](const std::string& key, const std::string* record) {
        if (record == nullptr) return Violated(key, "deleted");
        const auto result = ParseRecord<v1::FootprintResult>(*record);
        std::uint32_t names = 0;
        for (std::uint32_t number = 0; number < ReferenceRecords(result); ++number) {
          const auto references = kFootprintReferences.Get(after, IdOf(key), number);
          if (!references) return Violated(key, "references are missing");
          names +=
              static_cast<std::uint32_t>(references->factors_size() + references->upstream_size());
        }
        return names == result.factor_count()
                   ? Outcome::Ok()
                   : Violated(key, "not as many references as the result counts");
      });
}

// Whoever is declared is recorded with everything that it succeeds.
Outcome PredecessorsAreTold(const ChangeSet& changes, const StateReader& before,
                            const StateReader& after) {
  return ForEachChange(
      changes, KeySpace::kFootprintProgress,
      [&](const std::string& key, const std::string* record) {
        const auto id = IdOf(key);
        const auto was = kFootprintProgress.Get(before, id);
        const bool declared_now = record != nullptr &&
                                  ParseRecord<v1::FootprintProgress>(*record).has_declared_time() &&
                                  !(was && was->has_declared_time());
        const auto footprint = kFootprints.Get(after, id);
        if (!declared_now || !footprint) return Outcome::Ok();
        const auto name = MakeName(kFootprintsCollection, id);
        for (const auto& predecessor : footprint->header().predecessors()) {
          const auto older = ParseIdName(kFootprintsCollection, predecessor.footprint());
          const auto progress = older ? kFootprintProgress.Get(after, *older) : std::nullopt;
          const bool told =
              progress && std::ranges::any_of(progress->successors(), [&](const auto& successor) {
                return successor.footprint() == name && successor.reason() == predecessor.reason();
              });
          if (!told) return Violated(key, "a predecessor is not told");
        }
        return Outcome::Ok();
      });
}

// What stands among the successors is declared, names this one, and is of the same producer.
Outcome SuccessorsSucceed(const ChangeSet& changes, const StateReader&, const StateReader& after) {
  return ForEachChange(
      changes, KeySpace::kFootprintProgress,
      [&](const std::string& key, const std::string* record) {
        const auto id = IdOf(key);
        const auto footprint = kFootprints.Get(after, id);
        if (record == nullptr || !footprint) return Violated(key, "progress of no footprint");
        const auto progress = ParseRecord<v1::FootprintProgress>(*record);
        for (const auto& row : progress.successors()) {
          const auto newer_id = ParseIdName(kFootprintsCollection, row.footprint());
          const auto newer = newer_id ? kFootprints.Get(after, *newer_id) : std::nullopt;
          if (!newer || newer->producer() != footprint->producer() ||
              !FootprintHistory(*newer_id).Exists(after)) {
            return Violated(key, "a successor that does not succeed it");
          }
          bool named = false;
          for (const auto& predecessor : newer->header().predecessors()) {
            named = named || (predecessor.footprint() == MakeName(kFootprintsCollection, id) &&
                              predecessor.reason() == row.reason());
          }
          if (!named) return Violated(key, "a successor that does not name it");
        }
        return Outcome::Ok();
      });
}

constexpr InvariantRow kInvariants[] = {
    {"footprints.records_are_immutable", RecordsAreImmutable},
    {"footprints.histories_continue", HistoriesContinue},
    {"footprints.progress_only_goes_forward", ProgressOnlyGoesForward},
    {"footprints.progress_comes_with_the_footprint", ProgressComesWithTheFootprint},
    {"footprints.digests_bind_the_lines", DigestsBindTheLines},
    {"footprints.results_come_with_the_declaration", ResultsComeWithTheDeclaration},
    {"footprints.results_belong_to_a_declaration", ResultsBelongToADeclaration},
    {"footprints.cells_add_up", CellsAddUp},
    {"footprints.references_are_counted", ReferencesAreCounted},
    {"footprints.predecessors_are_told", PredecessorsAreTold},
    {"footprints.successors_succeed", SuccessorsSucceed},
};

}  // namespace

std::span<const InvariantRow> FootprintsInvariants() {
  return kInvariants;
}

}  // namespace tanji::ledger
