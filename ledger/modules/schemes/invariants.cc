#include "ledger/modules/schemes/invariants.h"

#include <map>

#include "ledger/modules/common/invariants.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/schemes/drafts.h"
#include "ledger/modules/schemes/tables.h"

namespace tanji::ledger {
namespace {

constexpr KeySpace kWrittenOnce[] = {
    KeySpace::kScheme,        KeySpace::kSchemeTerms,        KeySpace::kSerialPrefix,
    KeySpace::kSchemeVersion, KeySpace::kSchemeRequirements, KeySpace::kSchemeClause,
    KeySpace::kClaimTexts,    KeySpace::kCategoryCriteria,
};

Outcome ContentIsImmutable(const ChangeSet& changes, const StateReader& before,
                           const StateReader&) {
  for (const auto space : kWrittenOnce) {
    TANJI_RETURN_IF_REFUSED(CheckImmutable(changes, before, space));
  }
  return Outcome::Ok();
}

// Objects lie under the key that they name, and what they belong to exists.
Outcome SchemesLieUnderTheirId(const ChangeSet& changes, const StateReader&,
                               const StateReader& after) {
  return ForEachChange(changes, KeySpace::kScheme,
                       [&](const std::string& key, const std::string* record) {
                         if (record == nullptr) return Outcome::Ok();
                         const auto scheme = ParseRecord<v1::Scheme>(*record);
                         if (kSchemes.Key(scheme.id()) != key)
                           return Violated(key, "not the key of its id");
                         if (!kSchemeProgress.Has(after, scheme.id()))
                           return Violated(key, "no progress record");
                         const bool is_label = scheme.kind() == v1::SCHEME_KIND_PRODUCT_LABEL;
                         if (is_label == scheme.serial_prefix().empty()) {
                           return Violated(key, "a label scheme and no other has a serial prefix");
                         }
                         return Outcome::Ok();
                       });
}

Outcome SerialPrefixesAreUnique(const ChangeSet& changes, const StateReader&,
                                const StateReader& after) {
  TANJI_RETURN_IF_REFUSED(ForEachChange(
      changes, KeySpace::kScheme, [&](const std::string& key, const std::string* record) {
        if (record == nullptr) return Outcome::Ok();
        const auto scheme = ParseRecord<v1::Scheme>(*record);
        if (scheme.serial_prefix().empty()) return Outcome::Ok();
        const auto prefix = kSerialPrefixes.Get(after, scheme.serial_prefix());
        return prefix && prefix->scheme() == MakeName(kSchemesCollection, scheme.id())
                   ? Outcome::Ok()
                   : Violated(key, "its serial prefix is not its own");
      }));
  return ForEachChange(
      changes, KeySpace::kSerialPrefix, [&](const std::string& key, const std::string* record) {
        if (record == nullptr) return Outcome::Ok();
        // The id is a view into it.
        const auto prefix = ParseRecord<v1::SerialPrefix>(*record);
        const auto id = ParseName(kSchemesCollection, prefix.scheme());
        const auto scheme = id ? kSchemes.Get(after, std::string(*id)) : std::nullopt;
        return scheme && kSerialPrefixes.Key(scheme->serial_prefix()) == key
                   ? Outcome::Ok()
                   : Violated(key, "of no scheme with this prefix");
      });
}

// Counts only rise, terms 0 .. terms_count - 1 are there and no others, and the newest technical
// version is one of the scheme's.
Outcome SchemesProgress(const ChangeSet& changes, const StateReader& before,
                        const StateReader& after) {
  TANJI_RETURN_IF_REFUSED(CheckRewrites<v1::SchemeProgress>(
      changes, before, KeySpace::kSchemeProgress,
      [](const v1::SchemeProgress& was, const v1::SchemeProgress& now) {
        return was.terms_count() <= now.terms_count() &&
               was.published_count() <= now.published_count() &&
               (was.newest_technical().empty() || !now.newest_technical().empty());
      }));
  return ForEachChange(
      changes, KeySpace::kSchemeProgress, [&](const std::string& key, const std::string* record) {
        const auto progress = ParseRecord<v1::SchemeProgress>(*record);
        const auto end = TextObjectKey(key);
        if (end != key.size()) return Violated(key, "not the key of a scheme");
        const std::string id = key.substr(3);
        if (!kSchemes.Has(after, id)) return Violated(key, "a progress without its scheme");
        const std::uint32_t count = progress.terms_count();
        if (count == 0 || !kSchemeTerms.Has(after, id, count - 1) ||
            kSchemeTerms.Has(after, id, count)) {
          return Violated(key, "its terms are miscounted");
        }
        if (progress.newest_technical().empty()) return Outcome::Ok();
        const auto newest = kSchemeVersionProgress.Get(after, id, progress.newest_technical());
        return newest && newest->has_published_time()
                   ? Outcome::Ok()
                   : Violated(key, "its newest version is not published");
      });
}

// --- Versions

Outcome VersionsLieUnderTheirName(const ChangeSet& changes, const StateReader&,
                                  const StateReader& after) {
  return ForEachChange(
      changes, KeySpace::kSchemeVersion, [&](const std::string& key, const std::string* record) {
        if (record == nullptr) return Outcome::Ok();
        const auto version = ParseRecord<v1::SchemeVersion>(*record);
        const auto scheme = ParseName(kSchemesCollection, version.scheme());
        if (!scheme || kSchemeVersions.Key(std::string(*scheme), version.id()) != key) {
          return Violated(key, "not the key of its name");
        }
        if (!kSchemes.Has(after, std::string(*scheme))) return Violated(key, "without its scheme");
        return kSchemeVersionProgress.Has(after, std::string(*scheme), version.id())
                   ? Outcome::Ok()
                   : Violated(key, "no progress record");
      });
}

// Published is for ever and closes the content; what follows is recorded once.
bool Continues(const v1::SchemeVersionProgress& was, const v1::SchemeVersionProgress& now) {
  if (was.has_published_time()) {
    auto same = now;
    same.clear_successor();
    same.clear_editions();
    same.clear_voids();
    auto old = was;
    old.clear_successor();
    old.clear_editions();
    old.clear_voids();
    if (EncodeRecord(old) != EncodeRecord(same)) return false;
  }
  if (was.has_successor() && EncodeRecord(was.successor()) != EncodeRecord(now.successor())) {
    return false;
  }
  if (was.editions_size() > now.editions_size() || was.voids_size() > now.voids_size()) {
    return false;
  }
  for (int i = 0; i < was.editions_size(); ++i) {
    if (EncodeRecord(was.editions(i)) != EncodeRecord(now.editions(i))) return false;
  }
  for (int i = 0; i < was.voids_size(); ++i) {
    if (EncodeRecord(was.voids(i)) != EncodeRecord(now.voids(i))) return false;
  }
  return was.clause_count() <= now.clause_count() && was.market_count() <= now.market_count() &&
         was.category_count() <= now.category_count();
}

Outcome VersionsProgress(const ChangeSet& changes, const StateReader& before, const StateReader&) {
  return CheckRewrites<v1::SchemeVersionProgress>(changes, before, KeySpace::kSchemeVersionProgress,
                                                  Continues);
}

// The ids in a key of two texts or more; what follows is left out.
std::optional<VersionIds> IdsOf(std::string_view key) {
  const auto first = TextObjectKey(key);
  const auto second = TextPairObjectKey(key);
  if (!first || !second) return std::nullopt;
  return VersionIds{std::string(key.substr(3, *first - 3)),
                    std::string(key.substr(*first + 2, *second - *first - 2))};
}

Outcome DigestsPinTheContent(const ChangeSet& changes, const StateReader&,
                             const StateReader& after) {
  return ForEachChange(
      changes, KeySpace::kSchemeVersionProgress,
      [&](const std::string& key, const std::string* record) {
        const auto ids = IdsOf(key);
        const auto version =
            ids ? kSchemeVersions.Get(after, ids->scheme, ids->version) : std::nullopt;
        if (!version || record == nullptr) return Violated(key, "a progress without its version");
        const auto progress = ParseRecord<v1::SchemeVersionProgress>(*record);
        const auto requirements = kSchemeRequirements.Get(after, ids->scheme, ids->version);
        return ContentDigest(*version, requirements, progress) == progress.content_digest()
                   ? Outcome::Ok()
                   : Violated(key, "the digest is not that of its content");
      });
}

// What belongs to a version is written while it is a draft, by a transaction that counts it.
Outcome RowsAreCounted(const ChangeSet& changes, const StateReader& before,
                       const StateReader& after) {
  struct List {
    KeySpace space;
    std::uint32_t (v1::SchemeVersionProgress::*count)() const;
  };
  constexpr List kLists[] = {
      {KeySpace::kSchemeClause, &v1::SchemeVersionProgress::clause_count},
      {KeySpace::kClaimTexts, &v1::SchemeVersionProgress::market_count},
      {KeySpace::kCategoryCriteria, &v1::SchemeVersionProgress::category_count},
  };
  for (const auto& list : kLists) {
    std::map<std::string, std::uint32_t> added;
    TANJI_RETURN_IF_REFUSED(
        ForEachChange(changes, list.space, [&](const std::string& key, const std::string*) {
          const auto end = TextPairObjectKey(key);
          if (!end) return Violated(key, "not of a version");
          if (!before.Get(key)) ++added[key.substr(0, *end)];
          return Outcome::Ok();
        }));
    for (const auto& [key, count] : added) {
      const auto ids = IdsOf(key).value();
      const auto was = kSchemeVersionProgress.Get(before, ids.scheme, ids.version);
      const auto now = kSchemeVersionProgress.Get(after, ids.scheme, ids.version);
      if (!now) return Violated(key, "rows without a version");
      if (was && was->has_published_time()) return Violated(key, "added after publication");
      const std::uint32_t counted = (*now.*list.count)() - (was ? (*was.*list.count)() : 0);
      if (counted != count) return Violated(key, "rows are miscounted");
    }
  }
  return Outcome::Ok();
}

// A version has a history from its publication on, and not before.
Outcome HistoriesBeginWithPublication(const ChangeSet& changes, const StateReader& before,
                                      const StateReader& after) {
  TANJI_RETURN_IF_REFUSED(
      CheckHistories(changes, before, after, KeySpace::kSchemeVersionStatus, TextPairObjectKey));
  const auto check = [&](const std::string& key, const std::string*) {
    const auto ids = IdsOf(key);
    const auto progress =
        ids ? kSchemeVersionProgress.Get(after, ids->scheme, ids->version) : std::nullopt;
    const bool lives = ids && SchemeVersionHistory(ids->scheme, ids->version).Exists(after);
    if (!progress) return Violated(key, "a status without its version");
    return progress->has_published_time() == lives
               ? Outcome::Ok()
               : Violated(key, "published without a status, or the other way round");
  };
  TANJI_RETURN_IF_REFUSED(ForEachChange(changes, KeySpace::kSchemeVersionStatus, check));
  return ForEachChange(changes, KeySpace::kSchemeVersionProgress, check);
}

constexpr InvariantRow kInvariants[] = {
    {"schemes.content_is_immutable", ContentIsImmutable},
    {"schemes.schemes_lie_under_their_id", SchemesLieUnderTheirId},
    {"schemes.serial_prefixes_are_unique", SerialPrefixesAreUnique},
    {"schemes.schemes_progress", SchemesProgress},
    {"schemes.versions_lie_under_their_name", VersionsLieUnderTheirName},
    {"schemes.versions_progress", VersionsProgress},
    {"schemes.digests_pin_the_content", DigestsPinTheContent},
    {"schemes.rows_are_counted", RowsAreCounted},
    {"schemes.histories_begin_with_publication", HistoriesBeginWithPublication},
};

}  // namespace

std::span<const InvariantRow> SchemesInvariants() {
  return kInvariants;
}

}  // namespace tanji::ledger
