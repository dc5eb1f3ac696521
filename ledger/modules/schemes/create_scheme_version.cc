#include "ledger/modules/schemes/create_scheme_version.h"

#include "crypto/hash/hash.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/values.h"
#include "ledger/modules/schemes/drafts.h"
#include "ledger/modules/schemes/known.h"
#include "ledger/modules/schemes/requirements.h"
#include "ledger/modules/schemes/rules.h"
#include "ledger/modules/schemes/tables.h"

namespace tanji::ledger {
namespace {

Outcome RefuseTooEarly(std::string_view field, const std::string& day, std::string lowest) {
  return Refuse(v1::CODE_DAY_TOO_EARLY,
                {{"field", std::string(field)}, {"value", day}, {"lowest", std::move(lowest)}});
}

Outcome CheckDocuments(const v1::CreateSchemeVersion& message) {
  TANJI_RETURN_IF_REFUSED(CheckKnownHash(message.document_zh_sha256(), "document_zh_sha256"));
  TANJI_RETURN_IF_REFUSED(CheckKnownHash(message.document_en_sha256(), "document_en_sha256"));
  const bool any = message.document_zh_sha256().known_case() == v1::KnownHash::kSha256 ||
                   message.document_en_sha256().known_case() == v1::KnownHash::kSha256;
  return any ? Outcome::Ok() : Refuse(v1::CODE_DOCUMENT_NEEDED);
}

// The days of transition, which only a version that supersedes another has.
Outcome CheckTransition(const v1::CreateSchemeVersion& message) {
  const auto& last_issue = message.last_issue_day();
  const auto& sell_through = message.sell_through_day();
  if (message.supersedes().empty()) {
    TANJI_RETURN_IF_REFUSED(CheckNotWanted(last_issue.empty(), "last_issue_day"));
    return CheckNotWanted(sell_through.empty(), "sell_through_day");
  }
  TANJI_RETURN_IF_REFUSED(CheckSchemeDay(last_issue, "last_issue_day"));
  TANJI_RETURN_IF_REFUSED(CheckSchemeDay(sell_through, "sell_through_day"));
  const auto day_before = ToText(AddDays(ParseDate(message.effective_day()).value(), -1).value());
  if (last_issue < day_before) return RefuseTooEarly("last_issue_day", last_issue, day_before);
  if (sell_through < last_issue) {
    return RefuseTooEarly("sell_through_day", sell_through, last_issue);
  }
  return Outcome::Ok();
}

Outcome CheckNature(const v1::CreateSchemeVersion& message) {
  TANJI_RETURN_IF_REFUSED(CheckChosen(message.nature(), "nature"));
  if (message.nature() == v1::VERSION_NATURE_EDITORIAL) {
    TANJI_RETURN_IF_REFUSED(CheckVersionName(message.edits(), "edits"));
    TANJI_RETURN_IF_REFUSED(CheckNotWanted(message.supersedes().empty(), "supersedes"));
    return CheckNotWanted(!message.has_requirements(), "requirements");
  }
  TANJI_RETURN_IF_REFUSED(CheckNotWanted(message.edits().empty(), "edits"));
  if (!message.supersedes().empty()) {
    TANJI_RETURN_IF_REFUSED(CheckVersionName(message.supersedes(), "supersedes"));
  }
  return message.has_requirements() ? CheckRequirements(message.requirements()) : Outcome::Ok();
}

Outcome CheckKindOfScheme(const v1::CreateSchemeVersion& message, const v1::Scheme& scheme) {
  if (message.nature() == v1::VERSION_NATURE_EDITORIAL) return Outcome::Ok();
  if (scheme.kind() == v1::SCHEME_KIND_PRODUCT_LABEL) {
    return CheckSet(message.has_requirements(), "requirements");
  }
  if (scheme.kind() == v1::SCHEME_KIND_VERIFICATION || !message.has_requirements()) {
    return Outcome::Ok();
  }
  return Refuse(v1::CODE_NOT_FOR_SCHEME_KIND,
                {{"field", "requirements"}, {"value", v1::SchemeKind_Name(scheme.kind())}});
}

// The version that an editorial one edits: of the same scheme, technical and published.
Outcome CheckEdited(const v1::CreateSchemeVersion& message, const StateReader& reader) {
  const auto ids = ParseVersionName(message.edits()).value();
  const auto edited = kSchemeVersions.Get(reader, ids.scheme, ids.version);
  if (!edited || ids.SchemeName() != message.scheme()) {
    return RefuseNotFound("edits", message.edits());
  }
  if (edited->nature() != v1::VERSION_NATURE_TECHNICAL) {
    return Refuse(
        v1::CODE_WRONG_KIND,
        {{"field", "edits"}, {"value", message.edits()}, {"expected", "VERSION_NATURE_TECHNICAL"}});
  }
  const auto progress = kSchemeVersionProgress.Get(reader, ids.scheme, ids.version);
  if (progress->has_published_time()) return Outcome::Ok();
  return Refuse(v1::CODE_VERSION_NOT_PUBLISHED, {{"field", "edits"}, {"value", message.edits()}});
}

}  // namespace

Outcome CheckCreateSchemeVersion(const v1::CreateSchemeVersion& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckChosenName(kSchemesCollection, message.scheme(), "scheme"));
  TANJI_RETURN_IF_REFUSED(CheckChosenId(message.id(), "id"));
  TANJI_RETURN_IF_REFUSED(CheckNature(message));
  TANJI_RETURN_IF_REFUSED(CheckDocuments(message));
  TANJI_RETURN_IF_REFUSED(CheckSchemeDay(message.effective_day(), "effective_day"));
  TANJI_RETURN_IF_REFUSED(CheckTransition(message));
  return CheckText(message.summary(), "summary");
}

Outcome AuthoriseCreateSchemeVersion(const v1::CreateSchemeVersion& message,
                                     const OperationContext& context, const StateReader& reader) {
  v1::Scheme scheme;
  TANJI_RETURN_IF_REFUSED(FindOwnScheme(context, reader, message.scheme(), scheme));
  const VersionIds ids{scheme.id(), message.id()};
  if (kSchemeVersions.Has(reader, ids.scheme, ids.version)) {
    return Refuse(v1::CODE_ALREADY_EXISTS, {{"field", "id"}, {"value", ids.Name()}});
  }
  TANJI_RETURN_IF_REFUSED(CheckKindOfScheme(message, scheme));
  if (message.nature() == v1::VERSION_NATURE_EDITORIAL) return CheckEdited(message, reader);
  return CheckPredecessor(reader, scheme.id(), message.supersedes());
}

Outcome ApplyCreateSchemeVersion(const v1::CreateSchemeVersion& message,
                                 const OperationContext& context, StateWriter& writer) {
  v1::SchemeVersion version;
  version.set_scheme(message.scheme());
  version.set_id(message.id());
  version.set_nature(message.nature());
  version.set_edits(message.edits());
  version.set_supersedes(message.supersedes());
  *version.mutable_document_zh_sha256() = message.document_zh_sha256();
  *version.mutable_document_en_sha256() = message.document_en_sha256();
  version.set_effective_day(message.effective_day());
  version.set_last_issue_day(message.last_issue_day());
  version.set_sell_through_day(message.sell_through_day());
  *version.mutable_summary() = message.summary();
  version.set_created_time(context.time_ms());
  RecordSigners(context, version);
  const VersionIds ids{std::string(ParseName(kSchemesCollection, message.scheme()).value()),
                       message.id()};
  kSchemeVersions.Put(writer, ids.scheme, ids.version, version);
  if (message.has_requirements()) {
    kSchemeRequirements.Put(writer, ids.scheme, ids.version, message.requirements());
  }
  v1::SchemeVersionProgress progress;
  const std::string nothing = DraftDigest().str();
  progress.set_clauses_digest(nothing);
  progress.set_markets_digest(nothing);
  progress.set_categories_digest(nothing);
  StoreDraftProgress(writer, ids, std::move(progress));
  return Outcome::Ok();
}

}  // namespace tanji::ledger
