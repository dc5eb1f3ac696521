#include "ledger/modules/schemes/usable.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/schemes/tables.h"
#include "ledger/state/must.h"

namespace tanji::ledger {
namespace {

bool InForce(const StateReader& reader, const VersionIds& ids, AsOf at) {
  return SchemeVersionHistory(ids.scheme, ids.version).At(reader, at).in_force();
}

}  // namespace

Outcome FindVersion(const StateReader& reader, std::string_view field, const std::string& name,
                    FoundVersion& out) {
  out.ids = ParseVersionName(name).value();
  auto version = kSchemeVersions.Get(reader, out.ids.scheme, out.ids.version);
  if (!version) return RefuseNotFound(field, name);
  out.version = std::move(*version);
  out.scheme = Must(kSchemes.Get(reader, out.ids.scheme), name);
  out.progress = Must(kSchemeVersionProgress.Get(reader, out.ids.scheme, out.ids.version), name);
  if (out.version.nature() == v1::VERSION_NATURE_TECHNICAL) {
    out.rules = out.ids;
    out.rules_progress = out.progress;
    return Outcome::Ok();
  }
  out.rules = Must(ParseVersionName(out.version.edits()), name);
  out.rules_progress =
      Must(kSchemeVersionProgress.Get(reader, out.rules.scheme, out.rules.version), name);
  return Outcome::Ok();
}

Outcome FindSchemeVersion(const StateReader& reader, std::string_view field,
                          const std::string& name, AsOf at, FoundVersion& out) {
  TANJI_RETURN_IF_REFUSED(FindVersion(reader, field, name, out));
  if (!out.progress.has_published_time()) {
    return Refuse(v1::CODE_VERSION_NOT_PUBLISHED, {{"field", std::string(field)}, {"value", name}});
  }
  if (InForce(reader, out.ids, at) && InForce(reader, out.rules, at)) return Outcome::Ok();
  return Refuse(v1::CODE_NOT_IN_FORCE, {{"field", std::string(field)}, {"value", name}});
}

Outcome RequireIssuing(const FoundVersion& version, std::string_view field, std::int64_t time_ms) {
  if (!version.rules_progress.has_successor()) return Outcome::Ok();
  const auto& successor = version.rules_progress.successor();
  if (time_ms <= EndOfDayMs(successor.last_issue_day(), OffsetOf(version.scheme))) {
    return Outcome::Ok();
  }
  return Refuse(v1::CODE_ISSUE_ENDED, {{"field", std::string(field)},
                                       {"value", version.ids.Name()},
                                       {"successor", successor.version()},
                                       {"last_day", successor.last_issue_day()}});
}

bool SellsThrough(const FoundVersion& version, std::int64_t time_ms) {
  if (!version.rules_progress.has_successor()) return true;
  const auto& last_day = version.rules_progress.successor().sell_through_day();
  return time_ms <= EndOfDayMs(last_day, OffsetOf(version.scheme));
}

Criteria LoadCriteria(const StateReader& reader, const FoundVersion& version,
                      std::string_view category) {
  const auto& [scheme, id] = version.rules;
  Criteria out;
  out.version = version.ids.Name();
  if (auto requirements = kSchemeRequirements.Get(reader, scheme, id)) {
    out.requirements = std::move(*requirements);
  }
  // Codes are short: the longest that covers `category` is found by asking for each.
  for (std::string code(category); !code.empty() && code.back() != ':'; code.pop_back()) {
    auto found = kCategoryCriteria.Get(reader, scheme, id, code);
    if (!found) continue;
    out.categories.push_back(std::move(*found));
    break;
  }
  return out;
}

Outcome RequireLicenceOfOwner(const StateReader& reader, const std::string& licence_name,
                              const v1::Licence& licence) {
  const std::string id(ParseName(kSchemesCollection, licence.scheme()).value());
  const auto scheme = kSchemes.Get(reader, id);
  if (!scheme) return RefuseNotFound("scheme", licence.scheme());
  if (scheme->owner() == licence.owner()) return Outcome::Ok();
  return Refuse(v1::CODE_LICENCE_NOT_OF_OWNER, {{"value", licence_name},
                                                {"body", licence.owner()},
                                                {"scheme", licence.scheme()},
                                                {"owner", scheme->owner()}});
}

}  // namespace tanji::ledger
