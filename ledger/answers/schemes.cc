// Answers about versions of schemes, and the threshold of a category and year.
#include "ledger/answers/parts.h"
#include "ledger/answers/subjects.h"
#include "ledger/modules/schemes/requirements.h"
#include "ledger/modules/schemes/tables.h"
#include "ledger/modules/schemes/usable.h"

namespace tanji::ledger {
namespace {

// Whoever publishes names every byte; a draft has only whoever began it. An editorial version
// stands on the publication of the one it edits too: the rules are read there.
void FillVersionSigners(const FoundVersion& found, AsOf at, const StateReader& source,
                        Signers& out) {
  const auto& progress = found.progress;
  if (progress.has_published_time()) {
    FillSigners(progress.published_by(), progress.published_time(), at, source, out);
  } else {
    FillSigners(found.version.signed_by(), found.version.created_time(), at, source, out);
  }
  if (found.version.nature() == v1::VERSION_NATURE_TECHNICAL) return;
  const auto& edited = found.rules_progress;
  FillSigners(edited.published_by(), edited.published_time(), at, source, out);
}

// The rules of thresholds expect records as the ledger makes them; a verifier may be given others.
void RequireSound(const Criteria& criteria) {
  for (const auto& category : criteria.categories) {
    if (CheckRequirements(criteria.requirements).ok() && CheckCategory(category, "").ok() &&
        CheckCategoryFits(category, criteria.requirements, "").ok()) {
      continue;
    }
    throw StorageFailure("the criteria of " + criteria.version + " are malformed");
  }
}

void FillThreshold(const v1::SchemeVersionQuestion& question, const FoundVersion& found,
                   const StateReader& source, v1::ThresholdAnswer& out) {
  auto criteria = LoadCriteria(source, found, question.category());
  RequireSound(criteria);
  Decimal limit;
  const auto outcome = ThresholdFor(criteria, question.category(), question.harvest_year(), limit);
  if (outcome.ok()) {
    out.set_limit(limit.Text());
  } else {
    out.set_refusal(outcome.code());
  }
  if (criteria.categories.empty()) return;
  *out.mutable_category() = std::move(criteria.categories.front());
}

}  // namespace

bool AnswerSchemeVersion(const v1::SchemeVersionQuestion& question, AsOf at,
                         const StateReader& source, v1::SchemeVersionAnswer& out) {
  FoundVersion found;
  if (!FindVersion(source, "name", question.name(), found).ok()) return false;
  const auto& ids = found.ids;
  const auto& rules = found.rules;
  if (auto requirements = kSchemeRequirements.Get(source, rules.scheme, rules.version)) {
    *out.mutable_requirements() = std::move(*requirements);
  }
  *out.mutable_status() = Status(SchemeVersionHistory(ids.scheme, ids.version), at, source);
  const bool technical = found.version.nature() == v1::VERSION_NATURE_TECHNICAL;
  if (!technical) {
    *out.mutable_edited_status() =
        Status(SchemeVersionHistory(rules.scheme, rules.version), at, source);
  }
  const bool published = found.progress.has_published_time();
  const auto made_ms = published ? found.progress.published_time() : found.version.created_time();
  *out.mutable_owner_status() =
      ParticipantStatus(found.scheme.owner(), WhenMade(made_ms, at), source);
  FillVersionSigners(found, at, source, *out.mutable_signers());
  out.set_in_force(published && InForce(out.status()) &&
                   (technical || InForce(out.edited_status())) && InForce(out.owner_status()) &&
                   AllCounted(out.signers()));
  if (!question.category().empty()) {
    FillThreshold(question, found, source, *out.mutable_threshold());
  }
  *out.mutable_scheme() = std::move(found.scheme);
  *out.mutable_version() = std::move(found.version);
  *out.mutable_progress() = std::move(found.progress);
  return true;
}

}  // namespace tanji::ledger
