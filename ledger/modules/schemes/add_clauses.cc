#include "ledger/modules/schemes/add_clauses.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/schemes/drafts.h"
#include "ledger/modules/schemes/known.h"
#include "ledger/modules/schemes/tables.h"

namespace tanji::ledger {
namespace {

constexpr std::size_t kMaxClauseNumberBytes = 32;

const std::string& IdOf(const v1::SchemeClause& clause) {
  return clause.id();
}

Outcome CheckClause(const v1::SchemeClause& clause, const std::string& field) {
  TANJI_RETURN_IF_REFUSED(CheckChosenId(clause.id(), Path(field, "id")));
  TANJI_RETURN_IF_REFUSED(CheckSet(!clause.number().empty(), Path(field, "number")));
  TANJI_RETURN_IF_REFUSED(
      CheckMaxBytes(clause.number(), kMaxClauseNumberBytes, Path(field, "number")));
  TANJI_RETURN_IF_REFUSED(CheckText(clause.title(), Path(field, "title")));
  return CheckText(clause.text(), Path(field, "text"));
}

// An editorial version words the clauses of another one anew: those, and demanding no more or less.
Outcome CheckEdited(const v1::AddClauses& message, const OwnVersion& draft,
                    const StateReader& reader) {
  const auto edited = ParseVersionName(draft.version.edits()).value();
  for (int i = 0; i < message.clauses_size(); ++i) {
    const auto& clause = message.clauses(i);
    const auto field = Item("clauses", i);
    const auto was = kSchemeClauses.Get(reader, edited.scheme, edited.version, clause.id());
    if (!was) {
      return RefuseNotFound(Path(field, "id"), edited.Name() + "/clauses/" + clause.id());
    }
    if (was->normative() != clause.normative()) {
      return Refuse(v1::CODE_CHANGES_RULES,
                    {{"field", Path(field, "normative")}, {"value", draft.ids.Name()}});
    }
  }
  return Outcome::Ok();
}

}  // namespace

Outcome CheckAddClauses(const v1::AddClauses& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckVersionName(message.version(), "version"));
  return CheckRows(message.clauses(), "clauses", "id", IdOf, CheckClause);
}

Outcome AuthoriseAddClauses(const v1::AddClauses& message, const OperationContext& context,
                            const StateReader& reader) {
  OwnVersion draft;
  TANJI_RETURN_IF_REFUSED(FindOwnDraft(context, reader, message.version(), draft));
  TANJI_RETURN_IF_REFUSED(
      CheckComesAfter(message.clauses(0).id(), draft.progress.last_clause(), "clauses[0].id"));
  if (draft.version.nature() == v1::VERSION_NATURE_TECHNICAL) return Outcome::Ok();
  return CheckEdited(message, draft, reader);
}

Outcome ApplyAddClauses(const v1::AddClauses& message, const OperationContext&,
                        StateWriter& writer) {
  const auto ids = ParseVersionName(message.version()).value();
  auto progress = kSchemeVersionProgress.Get(writer, ids.scheme, ids.version).value();
  progress.set_clauses_digest(
      AppendRows(writer, kSchemeClauses, ids, message.clauses(), IdOf, progress.clauses_digest()));
  progress.set_clause_count(progress.clause_count() +
                            static_cast<std::uint32_t>(message.clauses_size()));
  progress.set_last_clause(message.clauses(message.clauses_size() - 1).id());
  StoreDraftProgress(writer, ids, std::move(progress));
  return Outcome::Ok();
}

}  // namespace tanji::ledger
