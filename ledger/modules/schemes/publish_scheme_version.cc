#include "ledger/modules/schemes/publish_scheme_version.h"

#include <algorithm>

#include "crypto/hash/hash.h"
#include "crypto/hash/hex.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/schemes/drafts.h"
#include "ledger/modules/schemes/known.h"
#include "ledger/modules/schemes/rules.h"
#include "ledger/modules/schemes/tables.h"

namespace tanji::ledger {
namespace {

constexpr int kMaxEditions = 16;

Outcome RefuseIncomplete(std::string field, std::uint32_t count, std::string expected) {
  return Refuse(v1::CODE_VERSION_INCOMPLETE, {{"field", std::move(field)},
                                              {"value", std::to_string(count)},
                                              {"expected", std::move(expected)}});
}

// An editorial draft: all clauses anew or none, and room for it.
Outcome CheckEdition(const OwnVersion& draft, const StateReader& reader) {
  const auto edited = ParseVersionName(draft.version.edits()).value();
  const auto progress = kSchemeVersionProgress.Get(reader, edited.scheme, edited.version).value();
  const std::uint32_t count = draft.progress.clause_count();
  if (count != 0 && count != progress.clause_count()) {
    return RefuseIncomplete("clauses", count, std::to_string(progress.clause_count()));
  }
  if (progress.editions_size() < kMaxEditions) return Outcome::Ok();
  return Refuse(v1::CODE_TOO_MANY_EDITIONS,
                {{"value", edited.Name()}, {"limit", std::to_string(kMaxEditions)}});
}

Outcome CheckTechnical(const OwnVersion& draft, const StateReader& reader) {
  if (draft.scheme.kind() == v1::SCHEME_KIND_PRODUCT_LABEL &&
      draft.progress.category_count() == 0) {
    return RefuseIncomplete("categories", 0, ">= 1");
  }
  return CheckPredecessor(reader, draft.ids.scheme, draft.version.supersedes());
}

// What is published today takes effect today at the earliest, and lets the day pass to issue under
// the version before.
Outcome CheckNotPast(const std::string& day, std::string_view field, const OwnVersion& draft,
                     std::int64_t block_time_ms) {
  const auto today =
      ToText(DateAt(Timestamp::FromMillis(block_time_ms).value(), OffsetOf(draft.scheme)));
  if (day.empty() || day >= today) return Outcome::Ok();
  return Refuse(v1::CODE_DAY_TOO_EARLY,
                {{"field", std::string(field)}, {"value", day}, {"lowest", today}});
}

// Writes to the version that this one succeeds, so that its own proof shows it.
void RecordSuccessor(const OwnVersion& draft, std::int64_t time_ms, StateWriter& writer) {
  const bool technical = draft.version.nature() == v1::VERSION_NATURE_TECHNICAL;
  const auto before =
      ParseVersionName(technical ? draft.version.supersedes() : draft.version.edits());
  if (!before) return;
  auto progress = kSchemeVersionProgress.Get(writer, before->scheme, before->version).value();
  auto& successor = technical ? *progress.mutable_successor() : *progress.add_editions();
  successor.set_version(draft.ids.Name());
  successor.set_recorded_time(time_ms);
  successor.set_effective_day(draft.version.effective_day());
  successor.set_last_issue_day(draft.version.last_issue_day());
  successor.set_sell_through_day(draft.version.sell_through_day());
  kSchemeVersionProgress.Put(writer, before->scheme, before->version, progress);
}

}  // namespace

Outcome CheckPublishSchemeVersion(const v1::PublishSchemeVersion& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckVersionName(message.version(), "version"));
  return CheckExactBytes(message.content_digest(), crypto::Hash::kSize, "content_digest");
}

Outcome AuthorisePublishSchemeVersion(const v1::PublishSchemeVersion& message,
                                      const OperationContext& context, const StateReader& reader) {
  OwnVersion draft;
  TANJI_RETURN_IF_REFUSED(FindOwnDraft(context, reader, message.version(), draft));
  if (message.content_digest() != draft.progress.content_digest()) {
    return Refuse(v1::CODE_DIGEST_MISMATCH,
                  {{"field", "content_digest"},
                   {"value", crypto::ToHex(message.content_digest())},
                   {"expected", crypto::ToHex(draft.progress.content_digest())}});
  }
  TANJI_RETURN_IF_REFUSED(draft.version.nature() == v1::VERSION_NATURE_EDITORIAL
                              ? CheckEdition(draft, reader)
                              : CheckTechnical(draft, reader));
  TANJI_RETURN_IF_REFUSED(
      CheckNotPast(draft.version.effective_day(), "effective_day", draft, context.time_ms()));
  return CheckNotPast(draft.version.last_issue_day(), "last_issue_day", draft, context.time_ms());
}

Outcome ApplyPublishSchemeVersion(const v1::PublishSchemeVersion& message,
                                  const OperationContext& context, StateWriter& writer) {
  OwnVersion draft;
  TANJI_RETURN_IF_REFUSED(FindOwnDraft(context, writer, message.version(), draft));
  draft.progress.set_published_time(context.time_ms());
  for (const auto& signer : context.signers) {
    draft.progress.add_published_by(signer.key_id.str());
  }
  const auto& [scheme_id, version_id] = draft.ids;
  kSchemeVersionProgress.Put(writer, scheme_id, version_id, draft.progress);
  RecordSuccessor(draft, context.time_ms(), writer);

  auto scheme = kSchemeProgress.Get(writer, scheme_id).value();
  scheme.set_published_count(scheme.published_count() + 1);
  if (draft.version.nature() == v1::VERSION_NATURE_TECHNICAL) {
    scheme.set_newest_technical(version_id);
  }
  kSchemeProgress.Put(writer, scheme_id, scheme);

  const auto first_ms = StartOfDayMs(draft.version.effective_day(), OffsetOf(draft.scheme));
  SchemeVersionHistory(scheme_id, version_id)
      .Create(writer, context.stamp(), std::max(first_ms, context.time_ms()), std::nullopt);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
