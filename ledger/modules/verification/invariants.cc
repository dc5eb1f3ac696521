#include "ledger/modules/verification/invariants.h"

#include <map>
#include <optional>

#include "ledger/modules/common/invariants.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/verification/rules.h"
#include "ledger/modules/verification/tables.h"

namespace tanji::ledger {
namespace {

constexpr auto kObjectKey = FixedObjectKey<Id::kSize>;

// The part of a key that names the statement.
Id IdOf(std::string_view key) {
  return Id::FromBytes(key.substr(1, Id::kSize)).value_or(Id());
}

Outcome RecordsAreImmutable(const ChangeSet& changes, const StateReader& before,
                            const StateReader&) {
  for (const auto space :
       {KeySpace::kStatement, KeySpace::kStatementFinding, KeySpace::kStatementSample}) {
    TANJI_RETURN_IF_REFUSED(CheckImmutable(changes, before, space));
  }
  return Outcome::Ok();
}

Outcome HistoriesContinue(const ChangeSet& changes, const StateReader& before,
                          const StateReader& after) {
  TANJI_RETURN_IF_REFUSED(
      CheckHistories(changes, before, after, KeySpace::kStatementStatus, kObjectKey));
  return CheckHistoryOfEach(changes, after, KeySpace::kStatement, KeySpace::kStatementStatus,
                            kObjectKey);
}

// A correction has exactly the parts that its state speaks of.
bool PartsFitState(const v1::Correction& correction) {
  switch (correction.state()) {
    case v1::CORRECTION_STATE_OPEN:
      return !correction.has_answer() && !correction.has_closing();
    case v1::CORRECTION_STATE_ANSWERED:
      return correction.has_answer() && !correction.has_closing();
    case v1::CORRECTION_STATE_RESOLVED:
    case v1::CORRECTION_STATE_WITHDRAWN:
      return correction.has_closing();
    default:
      return false;
  }
}

// OPEN -> ANSWERED -> closed, or OPEN -> closed; all else of it stays.
bool GoesForward(v1::Correction was, v1::Correction now) {
  if (EncodeRecord(was) == EncodeRecord(now)) return true;
  if (IsClosed(was.state()) || now.state() <= was.state()) return false;
  if (was.has_answer() && EncodeRecord(was.answer()) != EncodeRecord(now.answer())) return false;
  if (!was.has_answer() && now.has_answer() && IsClosed(now.state())) return false;
  for (auto* correction : {&was, &now}) {
    correction->clear_state();
    correction->clear_answer();
    correction->clear_closing();
  }
  return EncodeRecord(was) == EncodeRecord(now);
}

Outcome CorrectionsOnlyGoForward(const ChangeSet& changes, const StateReader& before,
                                 const StateReader&) {
  TANJI_RETURN_IF_REFUSED(
      CheckRewrites<v1::Correction>(changes, before, KeySpace::kCorrection, GoesForward));
  return ForEachChange(
      changes, KeySpace::kCorrection, [&](const std::string& key, const std::string* record) {
        const auto correction = ParseRecord<v1::Correction>(*record);
        const bool is_new = !before.Get(key);
        const bool fits = PartsFitState(correction) &&
                          (!is_new || correction.state() == v1::CORRECTION_STATE_OPEN);
        return fits ? Outcome::Ok() : Violated(key, "a correction that is not what its state says");
      });
}

// 1 for a correction that is not closed.
std::int64_t OpenOf(const std::optional<std::string>& record) {
  return record && !IsClosed(ParseRecord<v1::Correction>(*record).state()) ? 1 : 0;
}

std::int64_t CountOf(const std::optional<std::string>& record) {
  return record ? ParseRecord<v1::OpenCorrections>(*record).count() : 0;
}

// The count of a footprint and an auditor moves by exactly what was opened and closed.
Outcome OpenCorrectionsAreCounted(const ChangeSet& changes, const StateReader& before,
                                  const StateReader& after) {
  std::map<std::string, std::int64_t> moved;
  TANJI_RETURN_IF_REFUSED(ForEachChange(
      changes, KeySpace::kCorrection, [&](const std::string& key, const std::string* record) {
        if (record == nullptr) return Violated(key, "deleted");
        const auto correction = ParseRecord<v1::Correction>(*record);
        const auto footprint = ParseIdName(kFootprintsCollection, correction.footprint());
        const auto auditor = ParseParticipantName(correction.auditor());
        if (!footprint || !auditor) return Violated(key, "a correction of nothing");
        moved[kOpenCorrections.Key(*footprint, *auditor)] +=
            OpenOf(*record) - OpenOf(before.Get(key));
        return Outcome::Ok();
      }));
  TANJI_RETURN_IF_REFUSED(ForEachChange(changes, KeySpace::kOpenCorrections,
                                        [&](const std::string& key, const std::string*) {
                                          moved.try_emplace(key, 0);
                                          return Outcome::Ok();
                                        }));
  for (const auto& [key, by] : moved) {
    if (CountOf(after.Get(key)) - CountOf(before.Get(key)) != by) {
      return Violated(key, "the count is not that of the open corrections");
    }
  }
  return Outcome::Ok();
}

bool HasYear(const StateReader& after, const v1::Statement& statement) {
  const auto auditor = ParseParticipantName(statement.auditor());
  const auto producer = ParseParticipantName(statement.producer());
  if (!auditor || !producer) return false;
  const auto engagement = kEngagements.Get(after, *auditor, *producer);
  const auto year = YearInChina(statement.issued_time());
  return engagement && FirstYearInARow(*engagement, year + 1) <= year;
}

// A statement has its sample, its findings and its year, and is another's word by two people.
Outcome StatementsAreWhole(const ChangeSet& changes, const StateReader&, const StateReader& after) {
  return ForEachChange(
      changes, KeySpace::kStatement, [&](const std::string& key, const std::string* record) {
        if (record == nullptr) return Violated(key, "deleted");
        const auto id = IdOf(key);
        const auto statement = ParseRecord<v1::Statement>(*record);
        if (statement.auditor() == statement.producer() ||
            statement.lead() == statement.reviewer()) {
          return Violated(key, "not the word of another, by two people");
        }
        const auto sample = kStatementSamples.Get(after, id);
        if (!sample ||
            static_cast<std::uint32_t>(sample->lines_size()) != statement.lines_sampled_count()) {
          return Violated(key, "not with its sample");
        }
        const auto findings = statement.finding_count();
        if ((findings > 0 && !kStatementFindings.Has(after, id, findings - 1)) ||
            kStatementFindings.Has(after, id, findings)) {
          return Violated(key, "not with its findings");
        }
        return HasYear(after, statement) ? Outcome::Ok()
                                         : Violated(key, "not in a year of the engagement");
      });
}

// Samples and findings come with their statement, and nothing is added later.
Outcome PartsComeWithTheStatement(const ChangeSet& changes, const StateReader&,
                                  const StateReader&) {
  for (const auto space : {KeySpace::kStatementFinding, KeySpace::kStatementSample}) {
    TANJI_RETURN_IF_REFUSED(
        ForEachChange(changes, space, [&](const std::string& key, const std::string*) {
          return changes.contains(kStatements.Key(IdOf(key)))
                     ? Outcome::Ok()
                     : Violated(key, "a part without its statement");
        }));
  }
  return Outcome::Ok();
}

Outcome YearsOnlyAscend(const ChangeSet& changes, const StateReader& before, const StateReader&) {
  TANJI_RETURN_IF_REFUSED(CheckRewrites<v1::Engagement>(
      changes, before, KeySpace::kEngagement, [](const v1::Engagement& was, v1::Engagement now) {
        if (now.years_size() < was.years_size()) return false;
        now.mutable_years()->Truncate(was.years_size());
        return EncodeRecord(was) == EncodeRecord(now);
      }));
  return ForEachChange(changes, KeySpace::kEngagement,
                       [](const std::string& key, const std::string* record) {
                         const auto engagement = ParseRecord<v1::Engagement>(*record);
                         for (int i = 1; i < engagement.years_size(); ++i) {
                           if (engagement.years(i - 1) >= engagement.years(i)) {
                             return Violated(key, "years that do not ascend");
                           }
                         }
                         return Outcome::Ok();
                       });
}

constexpr InvariantRow kInvariants[] = {
    {"verification.records_are_immutable", RecordsAreImmutable},
    {"verification.histories_continue", HistoriesContinue},
    {"verification.corrections_only_go_forward", CorrectionsOnlyGoForward},
    {"verification.open_corrections_are_counted", OpenCorrectionsAreCounted},
    {"verification.statements_are_whole", StatementsAreWhole},
    {"verification.parts_come_with_the_statement", PartsComeWithTheStatement},
    {"verification.years_only_ascend", YearsOnlyAscend},
};

}  // namespace

std::span<const InvariantRow> VerificationInvariants() {
  return kInvariants;
}

}  // namespace tanji::ledger
