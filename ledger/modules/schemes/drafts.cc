#include "ledger/modules/schemes/drafts.h"

#include "crypto/hash/hash.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/schemes/tables.h"

namespace tanji::ledger {

std::string VersionIds::SchemeName() const {
  return MakeName(kSchemesCollection, scheme);
}

std::string VersionIds::Name() const {
  return MakeNestedName(kSchemesCollection, scheme, kVersionsCollection, version);
}

std::optional<VersionIds> ParseVersionName(std::string_view name) {
  const auto ids = ParseNestedName(kSchemesCollection, kVersionsCollection, name);
  if (!ids) return std::nullopt;
  return VersionIds{std::string(ids->first), std::string(ids->second)};
}

Outcome FindOwnScheme(const OperationContext& context, const StateReader& reader,
                      const std::string& name, v1::Scheme& out) {
  const auto id = ParseName(kSchemesCollection, name);
  auto scheme = kSchemes.Get(reader, std::string(id.value()));
  if (!scheme) return RefuseNotFound("scheme", name);
  if (scheme->owner() != context.author) {
    return Refuse(v1::CODE_NOT_ENTITLED,
                  {{"value", context.author}, {"expected", scheme->owner()}});
  }
  out = std::move(*scheme);
  return Outcome::Ok();
}

Outcome FindOwnVersion(const OperationContext& context, const StateReader& reader,
                       const std::string& name, OwnVersion& out) {
  out.ids = ParseVersionName(name).value();
  auto version = kSchemeVersions.Get(reader, out.ids.scheme, out.ids.version);
  if (!version) return RefuseNotFound("version", name);
  TANJI_RETURN_IF_REFUSED(FindOwnScheme(context, reader, version->scheme(), out.scheme));
  out.version = std::move(*version);
  out.progress = kSchemeVersionProgress.Get(reader, out.ids.scheme, out.ids.version).value();
  return Outcome::Ok();
}

Outcome FindOwnDraft(const OperationContext& context, const StateReader& reader,
                     const std::string& name, OwnVersion& out) {
  TANJI_RETURN_IF_REFUSED(FindOwnVersion(context, reader, name, out));
  if (!out.progress.has_published_time()) return Outcome::Ok();
  return Refuse(v1::CODE_DRAFT_CLOSED, {{"field", "version"}, {"value", name}});
}

Outcome FindOwnPublished(const OperationContext& context, const StateReader& reader,
                         const std::string& name, OwnVersion& out) {
  TANJI_RETURN_IF_REFUSED(FindOwnVersion(context, reader, name, out));
  if (out.progress.has_published_time()) return Outcome::Ok();
  return Refuse(v1::CODE_VERSION_NOT_PUBLISHED, {{"field", "version"}, {"value", name}});
}

Outcome FindOwnTechnicalDraft(const OperationContext& context, const StateReader& reader,
                              const std::string& name, std::string_view field, OwnVersion& out) {
  TANJI_RETURN_IF_REFUSED(FindOwnDraft(context, reader, name, out));
  if (out.version.nature() == v1::VERSION_NATURE_TECHNICAL) return Outcome::Ok();
  return Refuse(v1::CODE_CHANGES_RULES, {{"field", std::string(field)}, {"value", name}});
}

Outcome CheckPredecessor(const StateReader& reader, const std::string& scheme_id,
                         const std::string& supersedes) {
  const auto newest = kSchemeProgress.Get(reader, scheme_id).value().newest_technical();
  const auto expected = newest.empty() ? std::string() : VersionIds{scheme_id, newest}.Name();
  if (supersedes == expected) return Outcome::Ok();
  return Refuse(v1::CODE_WRONG_PREDECESSOR,
                {{"field", "supersedes"}, {"value", supersedes}, {"expected", expected}});
}

std::string ContentDigest(const v1::SchemeVersion& version,
                          const std::optional<v1::SchemeRequirements>& requirements,
                          const v1::SchemeVersionProgress& progress) {
  std::string content = "tanji-scheme-version-v1";
  content.push_back('\0');
  content += crypto::Sha256(EncodeRecord(version)).str();
  content += requirements ? crypto::Sha256(EncodeRecord(*requirements)).str()
                          : std::string(crypto::Hash::kSize, '\0');
  content += progress.clauses_digest();
  content += progress.markets_digest();
  content += progress.categories_digest();
  return crypto::Sha256(content).str();
}

void StoreDraftProgress(StateWriter& writer, const VersionIds& ids,
                        v1::SchemeVersionProgress progress) {
  const auto version = kSchemeVersions.Get(writer, ids.scheme, ids.version).value();
  const auto requirements = kSchemeRequirements.Get(writer, ids.scheme, ids.version);
  progress.set_content_digest(ContentDigest(version, requirements, progress));
  kSchemeVersionProgress.Put(writer, ids.scheme, ids.version, progress);
}

Outcome CheckComesAfter(const std::string& first, const std::string& last, std::string_view field) {
  if (last < first) return Outcome::Ok();
  return Refuse(v1::CODE_LIST_NOT_ASCENDING,
                {{"field", std::string(field)}, {"value", Shown(first)}});
}

}  // namespace tanji::ledger
