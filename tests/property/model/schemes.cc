#include "tests/property/model/schemes.h"

#include "tests/property/model/days.h"
#include "tests/property/model/number.h"
#include "tests/property/model/shape.h"
#include "tests/property/model/world.h"

namespace tanji::property {
namespace {

struct Place {
  std::string scheme, version;
};

Code VersionName(const std::string& name, Place& out) {
  std::string both;
  if (const Code code = Nested("schemes", "versions", name, both)) return code;
  out = {both.substr(0, both.find('/')), both.substr(both.find('/') + 1)};
  return v1::CODE_OK;
}

std::string NameOf(const Place& place) {
  return "schemes/" + place.scheme + "/versions/" + place.version;
}

KeyOf KeyIn(KeySpace space, const Place& place) {
  return KeyOf(space).Text(place.scheme).Text(place.version);
}

SchemeVersion* FindVersion(World& world, const Place& place) {
  const auto scheme = world.schemes.schemes.find(place.scheme);
  if (scheme == world.schemes.schemes.end()) return nullptr;
  const auto version = scheme->second.versions.find(place.version);
  return version == scheme->second.versions.end() ? nullptr : &version->second;
}

// The monitor, where it takes part here, is registered and another than the owner.
Code TermsRefusal(const v1::CertificationTerms& terms, const Act& act, const World& world) {
  if (!terms.monitoring().has_participant()) return v1::CODE_OK;
  std::string monitor;
  if (const Code code = Name("participants", terms.monitoring().participant(), monitor)) {
    return code;
  }
  if (world.members.Find(monitor) == nullptr) return v1::CODE_NOT_FOUND;
  return monitor == act.author_id ? v1::CODE_MONITOR_NOT_INDEPENDENT : v1::CODE_OK;
}

void StoreTerms(const v1::CertificationTerms& terms, const std::string& id, const Act& act,
                World& world) {
  v1::SchemeTerms record;
  *record.mutable_terms() = terms;
  record.set_recorded_time(act.now_ms);
  AddSigners(act, record);
  auto& scheme = world.schemes.schemes.at(id);
  world.kept[KeyOf(KeySpace::kSchemeTerms).Text(id).Number(scheme.terms_count++).bytes] =
      BytesOf(record);
}

Code RegisterScheme(const v1::RegisterScheme& message, const Act& act, World& world) {
  if (const Code code = Id(message.id())) return code;
  if (message.kind() == v1::SCHEME_KIND_UNSPECIFIED) return v1::CODE_FIELD_MISSING;
  if (const Code code = Text(message.name())) return code;
  const bool label = message.kind() == v1::SCHEME_KIND_PRODUCT_LABEL;
  const auto& prefix = message.serial_prefix();
  if (!label && !prefix.empty()) return v1::CODE_NOT_FOR_SCHEME_KIND;
  if (label && prefix.empty()) return v1::CODE_FIELD_MISSING;
  if (!world.members.Is(act.author_id, v1::PARTICIPANT_KIND_BODY)) return v1::CODE_WRONG_KIND;
  if (world.schemes.schemes.contains(message.id())) return v1::CODE_ALREADY_EXISTS;
  if (world.schemes.prefixes.contains(prefix)) return v1::CODE_SERIAL_PREFIX_TAKEN;
  if (const Code code = TermsRefusal(message.terms(), act, world)) return code;
  v1::Scheme record;
  record.set_id(message.id());
  record.set_kind(message.kind());
  *record.mutable_name() = message.name();
  record.set_utc_offset_minutes(message.has_utc_offset_minutes() ? message.utc_offset_minutes()
                                                                 : 480);
  record.set_serial_prefix(prefix);
  record.set_example(message.example());
  record.set_owner(act.author);
  record.set_registered_time(act.now_ms);
  AddSigners(act, record);
  world.kept[KeyOf(KeySpace::kScheme).Text(message.id()).bytes] = BytesOf(record);
  if (label) {
    v1::SerialPrefix taken;
    taken.set_scheme("schemes/" + message.id());
    world.kept[KeyOf(KeySpace::kSerialPrefix).Text(prefix).bytes] = BytesOf(taken);
    world.schemes.prefixes[prefix] = message.id();
  }
  world.schemes.schemes[message.id()].record = record;
  StoreTerms(message.terms(), message.id(), act, world);
  return v1::CODE_OK;
}

Code OwnScheme(const std::string& id, const Act& act, World& world, Scheme*& out) {
  const auto it = world.schemes.schemes.find(id);
  if (it == world.schemes.schemes.end()) return v1::CODE_NOT_FOUND;
  out = &it->second;
  return out->record.owner() == act.author ? v1::CODE_OK : v1::CODE_NOT_ENTITLED;
}

Code ReviseSchemeTerms(const v1::ReviseSchemeTerms& message, const Act& act, World& world) {
  std::string id;
  Scheme* scheme = nullptr;
  if (const Code code = Name("schemes", message.scheme(), id)) return code;
  if (const Code code = OwnScheme(id, act, world, scheme)) return code;
  if (const Code code = TermsRefusal(message.terms(), act, world)) return code;
  StoreTerms(message.terms(), id, act, world);
  return v1::CODE_OK;
}

Code NatureShape(const v1::CreateSchemeVersion& message) {
  Place place;
  if (message.nature() == v1::VERSION_NATURE_UNSPECIFIED) return v1::CODE_FIELD_MISSING;
  if (message.nature() == v1::VERSION_NATURE_EDITORIAL) {
    if (const Code code = VersionName(message.edits(), place)) return code;
    const bool more = !message.supersedes().empty() || message.has_requirements();
    return more ? v1::CODE_NOT_WANTED : v1::CODE_OK;
  }
  if (!message.edits().empty()) return v1::CODE_NOT_WANTED;
  return message.supersedes().empty() ? v1::CODE_OK : VersionName(message.supersedes(), place);
}

// No day without a version to issue under, and stock is sold at least as long as it is issued.
Code TransitionShape(const v1::CreateSchemeVersion& message) {
  const auto& issue = message.last_issue_day();
  const auto& sell = message.sell_through_day();
  if (message.supersedes().empty()) {
    return issue.empty() && sell.empty() ? v1::CODE_OK : v1::CODE_NOT_WANTED;
  }
  if (issue.empty() || sell.empty()) return v1::CODE_FIELD_MISSING;
  const bool gap = issue < AddDays(message.effective_day(), -1);
  return gap || sell < issue ? v1::CODE_DAY_TOO_EARLY : v1::CODE_OK;
}

Code RequirementsRefusal(const v1::CreateSchemeVersion& message, const Scheme& scheme) {
  const auto kind = scheme.record.kind();
  if (kind == v1::SCHEME_KIND_PRODUCT_LABEL) return Needed(message.has_requirements());
  return kind != v1::SCHEME_KIND_VERIFICATION && message.has_requirements()
             ? v1::CODE_NOT_FOR_SCHEME_KIND
             : v1::CODE_OK;
}

Code EditedRefusal(const v1::CreateSchemeVersion& message, World& world) {
  Place place;
  if (const Code code = VersionName(message.edits(), place)) return code;
  const auto* edited = FindVersion(world, place);
  if (edited == nullptr || "schemes/" + place.scheme != message.scheme()) {
    return v1::CODE_NOT_FOUND;
  }
  if (!edited->technical()) return v1::CODE_WRONG_KIND;
  return edited->published_ms ? v1::CODE_OK : v1::CODE_VERSION_NOT_PUBLISHED;
}

// Versions that make rules form one chain.
Code PredecessorRefusal(const std::string& supersedes, const std::string& id,
                        const Scheme& scheme) {
  const auto& newest = scheme.newest_technical;
  const auto expected = newest.empty() ? std::string() : NameOf({id, newest});
  return supersedes == expected ? v1::CODE_OK : v1::CODE_WRONG_PREDECESSOR;
}

Code CreateSchemeVersion(const v1::CreateSchemeVersion& message, const Act& act, World& world) {
  std::string id;
  Scheme* scheme = nullptr;
  if (const Code code = Name("schemes", message.scheme(), id)) return code;
  if (const Code code = Id(message.id())) return code;
  if (const Code code = NatureShape(message)) return code;
  if (!message.document_zh_sha256().has_sha256() && !message.document_en_sha256().has_sha256()) {
    return v1::CODE_DOCUMENT_NEEDED;
  }
  if (const Code code = TransitionShape(message)) return code;
  if (const Code code = Text(message.summary())) return code;
  if (const Code code = OwnScheme(id, act, world, scheme)) return code;
  if (scheme->versions.contains(message.id())) return v1::CODE_ALREADY_EXISTS;
  if (message.nature() == v1::VERSION_NATURE_EDITORIAL) {
    if (const Code code = EditedRefusal(message, world)) return code;
  } else {
    if (const Code code = RequirementsRefusal(message, *scheme)) return code;
    if (const Code code = PredecessorRefusal(message.supersedes(), id, *scheme)) return code;
  }
  auto& version = scheme->versions[message.id()];
  auto& record = version.record;
  record.set_scheme(message.scheme());
  record.set_id(message.id());
  record.set_nature(message.nature());
  record.set_edits(message.edits());
  record.set_supersedes(message.supersedes());
  *record.mutable_document_zh_sha256() = message.document_zh_sha256();
  *record.mutable_document_en_sha256() = message.document_en_sha256();
  record.set_effective_day(message.effective_day());
  record.set_last_issue_day(message.last_issue_day());
  record.set_sell_through_day(message.sell_through_day());
  *record.mutable_summary() = message.summary();
  record.set_created_time(act.now_ms);
  AddSigners(act, record);
  const Place place{id, message.id()};
  world.kept[KeyIn(KeySpace::kSchemeVersion, place).bytes] = BytesOf(record);
  if (message.has_requirements()) {
    version.requirements = message.requirements();
    world.kept[KeyIn(KeySpace::kSchemeRequirements, place).bytes] = BytesOf(message.requirements());
  }
  return v1::CODE_OK;
}

Code OwnVersion(const Place& place, const Act& act, World& world, SchemeVersion*& out) {
  out = FindVersion(world, place);
  if (out == nullptr) return v1::CODE_NOT_FOUND;
  Scheme* scheme = nullptr;
  return OwnScheme(place.scheme, act, world, scheme);
}

Code OwnDraft(const Place& place, const Act& act, World& world, SchemeVersion*& out) {
  if (const Code code = OwnVersion(place, act, world, out)) return code;
  return out->published_ms ? v1::CODE_DRAFT_CLOSED : v1::CODE_OK;
}

Code OwnPublished(const Place& place, const Act& act, World& world, SchemeVersion*& out) {
  if (const Code code = OwnVersion(place, act, world, out)) return code;
  return out->published_ms ? v1::CODE_OK : v1::CODE_VERSION_NOT_PUBLISHED;
}

// 1 to 20, ids ascending.
template <class List, class IdOf>
Code RowsShape(const List& list, IdOf id_of) {
  if (list.empty()) return v1::CODE_FIELD_MISSING;
  for (int i = 1; i < list.size(); ++i) {
    if (id_of(list[i - 1]) >= id_of(list[i])) return v1::CODE_LIST_NOT_ASCENDING;
  }
  return list.size() <= 20 ? v1::CODE_OK : v1::CODE_LIST_TOO_LONG;
}

bool ComesAfter(const Rows& rows, const std::string& first) {
  return rows.empty() || rows.rbegin()->first < first;
}

template <class List, class IdOf>
void AddRows(const List& list, IdOf id_of, KeySpace space, const Place& place, Rows& rows,
             World& world) {
  for (const auto& row : list) {
    rows[id_of(row)] = BytesOf(row);
    world.kept[KeyIn(space, place).Text(id_of(row)).bytes] = BytesOf(row);
  }
}

// An edition words the clauses of another version anew; what demands something still does.
Code EditionRefusal(const v1::AddClauses& message, const SchemeVersion& draft, World& world) {
  Place place;
  if (const Code code = VersionName(draft.record.edits(), place)) return code;
  const auto& edited = *FindVersion(world, place);
  for (const auto& clause : message.clauses()) {
    const auto was = edited.normative.find(clause.id());
    if (was == edited.normative.end()) return v1::CODE_NOT_FOUND;
    if (was->second != clause.normative()) return v1::CODE_CHANGES_RULES;
  }
  return v1::CODE_OK;
}

Code AddClauses(const v1::AddClauses& message, const Act& act, World& world) {
  Place place;
  SchemeVersion* draft = nullptr;
  const auto id_of = [](const v1::SchemeClause& clause) { return clause.id(); };
  if (const Code code = VersionName(message.version(), place)) return code;
  if (const Code code = RowsShape(message.clauses(), id_of)) return code;
  if (const Code code = OwnDraft(place, act, world, draft)) return code;
  if (!ComesAfter(draft->clauses, message.clauses(0).id())) return v1::CODE_LIST_NOT_ASCENDING;
  if (!draft->technical()) {
    if (const Code code = EditionRefusal(message, *draft, world)) return code;
  }
  AddRows(message.clauses(), id_of, KeySpace::kSchemeClause, place, draft->clauses, world);
  for (const auto& clause : message.clauses()) draft->normative[clause.id()] = clause.normative();
  return v1::CODE_OK;
}

Code AddClaimTexts(const v1::AddClaimTexts& message, const Act& act, World& world) {
  Place place;
  SchemeVersion* draft = nullptr;
  const auto id_of = [](const v1::ClaimTexts& market) { return market.market(); };
  if (const Code code = VersionName(message.version(), place)) return code;
  if (const Code code = RowsShape(message.markets(), id_of)) return code;
  if (const Code code = OwnDraft(place, act, world, draft)) return code;
  if (!draft->technical()) return v1::CODE_CHANGES_RULES;
  if (!ComesAfter(draft->markets, message.markets(0).market())) return v1::CODE_LIST_NOT_ASCENDING;
  AddRows(message.markets(), id_of, KeySpace::kClaimTexts, place, draft->markets, world);
  return v1::CODE_OK;
}

Code AddCriteria(const v1::AddCriteria& message, const Act& act, World& world) {
  Place place;
  SchemeVersion* draft = nullptr;
  const auto id_of = [](const v1::CategoryCriteria& category) { return category.category(); };
  if (const Code code = VersionName(message.version(), place)) return code;
  if (const Code code = RowsShape(message.categories(), id_of)) return code;
  if (const Code code = OwnDraft(place, act, world, draft)) return code;
  if (!draft->technical()) return v1::CODE_CHANGES_RULES;
  if (!draft->requirements) return v1::CODE_NOT_FOR_SCHEME_KIND;
  if (!ComesAfter(draft->categories, message.categories(0).category())) {
    return v1::CODE_LIST_NOT_ASCENDING;
  }
  AddRows(message.categories(), id_of, KeySpace::kCategoryCriteria, place, draft->categories,
          world);
  return v1::CODE_OK;
}

Code CompletenessRefusal(const SchemeVersion& draft, const Place& place, World& world) {
  const auto& scheme = world.schemes.schemes.at(place.scheme);
  if (draft.technical()) {
    if (scheme.record.kind() == v1::SCHEME_KIND_PRODUCT_LABEL && draft.categories.empty()) {
      return v1::CODE_VERSION_INCOMPLETE;
    }
    return PredecessorRefusal(draft.record.supersedes(), place.scheme, scheme);
  }
  Place edited_place;
  if (const Code code = VersionName(draft.record.edits(), edited_place)) return code;
  const auto& edited = *FindVersion(world, edited_place);
  const bool all_or_none = draft.clauses.empty() || draft.clauses.size() == edited.clauses.size();
  if (!all_or_none) return v1::CODE_VERSION_INCOMPLETE;
  return edited.editions.size() < 16 ? v1::CODE_OK : v1::CODE_TOO_MANY_EDITIONS;
}

void TellPredecessor(const SchemeVersion& draft, const std::string& name, const Act& act,
                     World& world) {
  const auto& record = draft.record;
  Place place;
  if (VersionName(draft.technical() ? record.supersedes() : record.edits(), place)) return;
  v1::SchemeVersionSuccessor successor;
  successor.set_version(name);
  successor.set_recorded_time(act.now_ms);
  successor.set_effective_day(record.effective_day());
  successor.set_last_issue_day(record.last_issue_day());
  successor.set_sell_through_day(record.sell_through_day());
  auto& before = *FindVersion(world, place);
  if (draft.technical()) {
    before.successor = successor;
  } else {
    before.editions.push_back(successor);
  }
}

Code PublishSchemeVersion(const v1::PublishSchemeVersion& message, const Act& act, World& world) {
  Place place;
  SchemeVersion* draft = nullptr;
  if (const Code code = VersionName(message.version(), place)) return code;
  if (const Code code = Bytes(message.content_digest(), 32)) return code;
  if (const Code code = OwnDraft(place, act, world, draft)) return code;
  if (message.content_digest() != draft->ContentDigest()) return v1::CODE_DIGEST_MISMATCH;
  if (const Code code = CompletenessRefusal(*draft, place, world)) return code;
  auto& scheme = world.schemes.schemes.at(place.scheme);
  const int offset = scheme.record.utc_offset_minutes();
  const auto today = DayOf(act.now_ms, offset);
  const auto& record = draft->record;
  if (record.effective_day() < today) return v1::CODE_DAY_TOO_EARLY;
  if (!record.last_issue_day().empty() && record.last_issue_day() < today) {
    return v1::CODE_DAY_TOO_EARLY;
  }
  draft->published_ms = act.now_ms;
  draft->published_by = act.signers;
  const auto begins_ms = std::max(StartOf(record.effective_day(), offset), act.now_ms);
  draft->life = Life(act.now_ms, act.author, begins_ms);
  TellPredecessor(*draft, message.version(), act, world);
  ++scheme.published_count;
  if (draft->technical()) scheme.newest_technical = place.version;
  return v1::CODE_OK;
}

Code ChangeSchemeVersionStatus(const v1::ChangeSchemeVersionStatus& message, const Act& act,
                               World& world) {
  Place place;
  SchemeVersion* version = nullptr;
  if (const Code code = VersionName(message.version(), place)) return code;
  if (const Code code = Change(message.change())) return code;
  if (const Code code = OwnPublished(place, act, world, version)) return code;
  return version->life.Do(message.change(), act);
}

Code VoidSchemeVersion(const v1::VoidSchemeVersion& message, const Act& act, World& world) {
  Place place;
  SchemeVersion* version = nullptr;
  if (const Code code = VersionName(message.version(), place)) return code;
  if (const Code code = Time(message.from_time())) return code;
  if (message.ground() == v1::VOID_GROUND_UNSPECIFIED) return v1::CODE_FIELD_MISSING;
  if (const Code code = Text(message.reason())) return code;
  if (const Code code = OwnPublished(place, act, world, version)) return code;
  if (message.from_time() > act.now_ms) return v1::CODE_VOID_IN_FUTURE;
  if (!version->voids.empty()) {
    if (message.from_time() >= version->voids.back().from_time()) {
      return v1::CODE_NOT_VOID_FROM_EARLIER;
    }
    if (version->voids.size() >= 8) return v1::CODE_STATUS_HISTORY_FULL;
  }
  if (const Code code = version->life.Room(v1::STATUS_KIND_VOID)) return code;
  v1::SchemeVersionVoid record;
  record.set_ground(message.ground());
  record.set_from_time(message.from_time());
  record.set_recorded_time(act.now_ms);
  version->voids.push_back(record);
  version->life.Open(v1::STATUS_KIND_VOID, message.from_time(), message.reason(), act.now_ms,
                     act.author);
  return v1::CODE_OK;
}

constexpr OperationModel kModel[] = {
    MakeModel<&v1::Operation::register_scheme, RegisterScheme>(v1::Operation::kRegisterScheme,
                                                               v1::PERMISSION_MANAGE_SCHEMES),
    MakeModel<&v1::Operation::revise_scheme_terms, ReviseSchemeTerms>(
        v1::Operation::kReviseSchemeTerms, v1::PERMISSION_MANAGE_SCHEMES),
    MakeModel<&v1::Operation::create_scheme_version, CreateSchemeVersion>(
        v1::Operation::kCreateSchemeVersion, v1::PERMISSION_MANAGE_SCHEMES),
    MakeModel<&v1::Operation::add_clauses, AddClauses>(v1::Operation::kAddClauses,
                                                       v1::PERMISSION_MANAGE_SCHEMES),
    MakeModel<&v1::Operation::add_claim_texts, AddClaimTexts>(v1::Operation::kAddClaimTexts,
                                                              v1::PERMISSION_MANAGE_SCHEMES),
    MakeModel<&v1::Operation::add_criteria, AddCriteria>(v1::Operation::kAddCriteria,
                                                         v1::PERMISSION_MANAGE_SCHEMES),
    MakeModel<&v1::Operation::publish_scheme_version, PublishSchemeVersion>(
        v1::Operation::kPublishSchemeVersion, v1::PERMISSION_MANAGE_SCHEMES),
    MakeModel<&v1::Operation::change_scheme_version_status, ChangeSchemeVersionStatus>(
        v1::Operation::kChangeSchemeVersionStatus, v1::PERMISSION_MANAGE_SCHEMES),
    MakeModel<&v1::Operation::void_scheme_version, VoidSchemeVersion>(
        v1::Operation::kVoidSchemeVersion, v1::PERMISSION_MANAGE_SCHEMES)};

std::string DigestOf(const Rows& rows) {
  std::string digest(32, '\0');
  for (const auto& [id, bytes] : rows) {
    digest = crypto::Sha256(digest + crypto::Sha256(bytes).str()).str();
  }
  return digest;
}

v1::SchemeVersionProgress ProgressOf(const SchemeVersion& version) {
  v1::SchemeVersionProgress progress;
  progress.set_clause_count(static_cast<std::uint32_t>(version.clauses.size()));
  progress.set_market_count(static_cast<std::uint32_t>(version.markets.size()));
  progress.set_category_count(static_cast<std::uint32_t>(version.categories.size()));
  progress.set_clauses_digest(DigestOf(version.clauses));
  progress.set_markets_digest(DigestOf(version.markets));
  progress.set_categories_digest(DigestOf(version.categories));
  if (!version.clauses.empty()) progress.set_last_clause(version.clauses.rbegin()->first);
  if (!version.markets.empty()) progress.set_last_market(version.markets.rbegin()->first);
  if (!version.categories.empty()) progress.set_last_category(version.categories.rbegin()->first);
  progress.set_content_digest(version.ContentDigest());
  if (version.published_ms) progress.set_published_time(*version.published_ms);
  for (const auto& key_id : version.published_by) progress.add_published_by(key_id);
  if (version.successor) *progress.mutable_successor() = *version.successor;
  for (const auto& edition : version.editions) *progress.add_editions() = edition;
  for (const auto& record : version.voids) *progress.add_voids() = record;
  return progress;
}

}  // namespace

std::string SchemeVersion::ContentDigest() const {
  std::string content("tanji-scheme-version-v1\0", 24);
  content += crypto::Sha256(BytesOf(record)).str();
  content += requirements ? crypto::Sha256(BytesOf(*requirements)).str() : std::string(32, '\0');
  content += DigestOf(clauses) + DigestOf(markets) + DigestOf(categories);
  return crypto::Sha256(content).str();
}

Code VersionShape(const std::string& name) {
  Place place;
  return VersionName(name, place);
}

const SchemeVersion* VersionOf(const World& world, const std::string& name) {
  Place place;
  if (VersionName(name, place)) return nullptr;
  const auto scheme = world.schemes.schemes.find(place.scheme);
  if (scheme == world.schemes.schemes.end()) return nullptr;
  const auto version = scheme->second.versions.find(place.version);
  return version == scheme->second.versions.end() ? nullptr : &version->second;
}

const SchemeVersion& RulesOf(const World& world, const SchemeVersion& version) {
  return version.technical() ? version : *VersionOf(world, version.record.edits());
}

Code VersionRefusal(const World& world, const std::string& name, std::int64_t now_ms) {
  const auto* version = VersionOf(world, name);
  if (version == nullptr) return v1::CODE_NOT_FOUND;
  if (!version->published_ms) return v1::CODE_VERSION_NOT_PUBLISHED;
  const bool in_force =
      version->life.InForce(now_ms) && RulesOf(world, *version).life.InForce(now_ms);
  return in_force ? v1::CODE_OK : v1::CODE_NOT_IN_FORCE;
}

std::span<const OperationModel> SchemesModel() {
  return kModel;
}

void TellSchemes(const World& world, Records& out) {
  for (const auto& [id, scheme] : world.schemes.schemes) {
    v1::SchemeProgress progress;
    progress.set_terms_count(scheme.terms_count);
    progress.set_published_count(scheme.published_count);
    progress.set_newest_technical(scheme.newest_technical);
    out[KeyOf(KeySpace::kSchemeProgress).Text(id).bytes] = BytesOf(progress);
    for (const auto& [version_id, version] : scheme.versions) {
      const Place place{id, version_id};
      out[KeyIn(KeySpace::kSchemeVersionProgress, place).bytes] = BytesOf(ProgressOf(version));
      if (!version.published_ms) continue;
      version.life.Tell(KeyIn(KeySpace::kSchemeVersionStatus, place).bytes, out);
    }
  }
}

}  // namespace tanji::property
