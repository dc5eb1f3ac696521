// Lists of schemes, of their versions, and of what a version holds.
#include "client/cli/inputs.h"
#include "client/cli/lists/listing.h"
#include "client/cli/lists/lists.h"
#include "client/cli/reading.h"
#include "client/cli/threshold.h"
#include "ledger/modules/common/draft_digest.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/schemes/drafts.h"
#include "ledger/modules/schemes/tables.h"

namespace tanji::client::cli {
namespace {

constexpr Text kOwnerWord{"所有者", "owner"};
constexpr Text kNewestWord{"最新版本", "newest version"};
constexpr Text kNonePublished{"尚未公布", "none published"};
constexpr Text kExampleWord{"示例", "example"};
constexpr Text kExampleMark{"是，非正式标准", "yes, not adopted"};
constexpr Text kNatureWord{"性质", "nature"};
constexpr Text kFirstDayWord{"生效日", "first day"};
constexpr Text kSupersededWord{"后继版本", "superseded by"};
constexpr Text kClauseWord{"条款", "clause"};
constexpr Text kDemandsWord{"规范性", "normative"};
constexpr Text kYes{"是", "yes"};
constexpr Text kNo{"否", "no"};
constexpr Text kTextWord{"内容", "text"};
constexpr Text kMarketWord{"市场", "market"};
constexpr Text kClaimsWord{"允许的用语", "what may be said"};
constexpr Text kNothingMayBeSaid{"（不得宣称：{why}）", "(nothing: {why})"};
constexpr Text kCategoryWord{"产品类别", "category"};
constexpr Text kBaseWord{"基准强度", "base intensity"};
constexpr Text kNoBase{"没有（{why}）", "none ({why})"};
constexpr Text kWayToKnow{"最省事的查明办法：{way}", "cheapest way to know it: {way}"};

std::string Mark(const Session& session, bool example) {
  return example ? session.Say(kExampleMark) : "-";
}

}  // namespace

Result<Exit> ListSchemes(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(Client* const client, session.client());
  v1::ListSchemesRequest request;
  TANJI_TRY(SetPage(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListSchemes, request));
  Listing listing(session,
                  {session.Say(kNameWord), session.Say(kTitleWord), session.Say(kKindWord),
                   session.Say(kOwnerWord), session.Say(kNewestWord), session.Say(kExampleWord)});
  std::vector<std::string> keys;
  for (const auto& row : response.schemes()) {
    keys.push_back(ledger::kSchemes.Key(row.scheme().id()));
    keys.push_back(ledger::kSchemeProgress.Key(row.scheme().id()));
  }
  TANJI_ASSIGN(const ProvedRecords proved, ReadRecords(*client, keys));
  listing.Add(proved.checkpoints);
  for (const auto& row : response.schemes()) {
    const auto& id = row.scheme().id();
    const std::string name = std::string(ledger::kSchemesCollection) + "/" + id;
    TANJI_ASSIGN(const auto scheme, ReadProved([&] { return ledger::kSchemes.Get(proved, id); }));
    TANJI_ASSIGN(const auto progress,
                 ReadProved([&] { return ledger::kSchemeProgress.Get(proved, id); }));
    if (!scheme || !progress || !listing.TakeName(name)) return Differs(name);
    const auto& newest = progress->newest_technical();
    listing.Add({Safe(name), PickText(scheme->name(), session.style()),
                 EnumWord(scheme->kind(), session.style()), Safe(scheme->owner()),
                 newest.empty() ? session.Say(kNonePublished) : Safe(newest),
                 Mark(session, scheme->example())},
                {{"name", name}, {"scheme", ToJson(*scheme)}, {"progress", ToJson(*progress)}});
  }
  return listing.Print(response.next_page_token());
}

Result<Exit> ListSchemeVersions(Session& session, const Arguments& arguments) {
  v1::ListSchemeVersionsRequest request;
  TANJI_ASSIGN(*request.mutable_parent(), SchemeArgument(arguments.Get("scheme")));
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_TRY(SetPage(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListSchemeVersions, request));
  Listing listing(session,
                  {session.Say(kNameWord), session.Say(kNatureWord), session.Say(kFirstDayWord),
                   session.Say(kStatusWord), session.Say(kSupersededWord)});
  int number = 0;
  for (const auto& row : response.versions()) {
    listing.Progress(++number, response.versions_size());
    v1::Question question;
    question.mutable_scheme_version()->set_name(row.name());
    TANJI_ASSIGN(const v1::Answer answer, Prove(*client, listing, question, row.name()));
    const auto& proved = answer.scheme_version();
    const auto& progress = proved.progress();
    // A node may name any version; of this scheme are those that say so.
    if (proved.version().scheme() != request.parent()) return Differs(row.name());
    listing.Add({row.name(), EnumWord(proved.version().nature(), session.style()),
                 Safe(proved.version().effective_day()),
                 progress.has_published_time()
                     ? EffectiveStatus(session, proved.status(), proved.in_force())
                     : session.Say(kDraftWord),
                 progress.has_successor() ? Safe(progress.successor().version()) : "-"},
                {{"name", row.name()},
                 {"version", ToJson(proved.version())},
                 {"progress", ToJson(progress)},
                 {"status", ToJson(proved.status())},
                 {"in_force", proved.in_force()}});
  }
  return listing.Print(response.next_page_token());
}

namespace {

// A version, proved, whose rows are listed.
struct RowsOwner {
  std::string name;
  v1::SchemeVersionAnswer answer;
  CheckpointSpan checkpoints;
};

// nullopt where the ledger has no such version; that is then shown.
Result<std::optional<RowsOwner>> AskVersion(Session& session, Client& client, std::string name) {
  v1::Question question;
  question.mutable_scheme_version()->set_name(name);
  TANJI_ASSIGN(Answered answered, Ask(client, question));
  if (!answered.verified.answer.found()) {
    ShowAnswer(session, answered.verified);
    return std::optional<RowsOwner>();
  }
  RowsOwner owner{std::move(name), answered.verified.answer.scheme_version(), {}};
  owner.checkpoints.Add(answered.verified.checkpoint);
  return std::optional(std::move(owner));
}

// The version asked about, or, where it is editorial and has none of its own, the one it edits.
Result<std::optional<RowsOwner>> FindRowsOwner(Session& session, Client& client,
                                               const std::string& name, bool may_have_clauses) {
  TANJI_ASSIGN(std::optional<RowsOwner> owner, AskVersion(session, client, name));
  if (!owner) return owner;
  const std::string edits = owner->answer.version().edits();
  const bool own = may_have_clauses && owner->answer.progress().clause_count() > 0;
  if (edits.empty() || own) return owner;
  TANJI_ASSIGN(std::optional<RowsOwner> edited, AskVersion(session, client, edits));
  if (edited) edited->checkpoints.Add(owner->checkpoints);
  return edited;
}

// Proves the rows of a page. Where it has all that a published version has, the digest that the
// version has of the list proves every row, and that none is missing; else they are proved singly.
template <class Response, class Rows, class KeyOf, class IdOf>
Done ProveRows(Client& client, Listing& listing, const RowsOwner& owner, const Response& response,
               bool is_first_page, const Rows& rows, const std::string& digest, KeyOf key_of,
               IdOf id_of) {
  listing.Add(owner.checkpoints);
  const bool whole = is_first_page && response.next_page_token().empty() &&
                     owner.answer.progress().has_published_time();
  if (!whole) {
    const auto ids = ledger::ParseVersionName(owner.name).value();
    std::vector<std::string> keys;
    for (const auto& row : rows) keys.push_back(key_of(ids, id_of(row)));
    return ProveRecords(client, listing, rows, keys, id_of);
  }
  ledger::DraftDigest found;
  for (const auto& row : rows) found.Add(ledger::EncodeRecord(row));
  if (found.str() != digest) return Differs(owner.name);
  listing.SetComplete();
  return {};
}

}  // namespace

Result<Exit> ListClauses(Session& session, const Arguments& arguments) {
  v1::ListClausesRequest request;
  TANJI_ASSIGN(*request.mutable_parent(), SchemeVersionArgument(arguments.Get("name")));
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const auto owner, FindRowsOwner(session, *client, request.parent(), true));
  if (!owner) return Exit::kNo;
  TANJI_TRY(SetPage(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListClauses, request));
  Listing listing(session, {session.Say(kClauseWord), session.Say(kTitleWord),
                            session.Say(kDemandsWord), session.Say(kTextWord)});
  TANJI_TRY(ProveRows(
      *client, listing, *owner, response, request.page_token().empty(), response.clauses(),
      owner->answer.progress().clauses_digest(),
      [](const ledger::VersionIds& ids, const std::string& id) {
        return ledger::kSchemeClauses.Key(ids.scheme, ids.version, id);
      },
      [](const v1::SchemeClause& clause) { return clause.id(); }));
  for (const auto& clause : response.clauses()) {
    listing.Add(
        {Safe(clause.number()), PickText(clause.title(), session.style()),
         session.Say(clause.normative() ? kYes : kNo), PickText(clause.text(), session.style())},
        {{"version", owner->name}, {"clause", ToJson(clause)}});
  }
  return listing.Print(response.next_page_token());
}

Result<Exit> ListClaimTexts(Session& session, const Arguments& arguments) {
  v1::ListClaimTextsRequest request;
  TANJI_ASSIGN(*request.mutable_parent(), SchemeVersionArgument(arguments.Get("name")));
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const auto owner, FindRowsOwner(session, *client, request.parent(), false));
  if (!owner) return Exit::kNo;
  TANJI_TRY(SetPage(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListClaimTexts, request));
  Listing listing(session, {session.Say(kMarketWord), session.Say(kClaimsWord)});
  TANJI_TRY(ProveRows(
      *client, listing, *owner, response, request.page_token().empty(), response.markets(),
      owner->answer.progress().markets_digest(),
      [](const ledger::VersionIds& ids, const std::string& market) {
        return ledger::kClaimTexts.Key(ids.scheme, ids.version, market);
      },
      [](const v1::ClaimTexts& market) { return market.market(); }));
  for (const auto& market : response.markets()) {
    // A text of its own in each line: between them nothing is added and nothing left out.
    for (const auto& text : market.texts()) {
      listing.AddLine({Safe(market.market()), PickText(text, session.style())});
    }
    if (market.texts_size() == 0) {
      listing.AddLine(
          {Safe(market.market()),
           session.Say(kNothingMayBeSaid, {{"why", EnumWord(market.unknown(), session.style())}})});
    }
    listing.AddJson({{"version", owner->name}, {"claim_texts", ToJson(market)}});
  }
  return listing.Print(response.next_page_token());
}

Result<Exit> ListCriteria(Session& session, const Arguments& arguments) {
  v1::ListCriteriaRequest request;
  TANJI_ASSIGN(*request.mutable_parent(), SchemeVersionArgument(arguments.Get("name")));
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const auto owner, FindRowsOwner(session, *client, request.parent(), false));
  if (!owner) return Exit::kNo;
  TANJI_TRY(SetPage(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListCriteria, request));
  Listing listing(session,
                  {session.Say(kCategoryWord), session.Say(kBaseWord), session.Say(kSourceWord)});
  TANJI_TRY(ProveRows(
      *client, listing, *owner, response, request.page_token().empty(), response.categories(),
      owner->answer.progress().categories_digest(),
      [](const ledger::VersionIds& ids, const std::string& category) {
        return ledger::kCategoryCriteria.Key(ids.scheme, ids.version, category);
      },
      [](const v1::CategoryCriteria& category) { return category.category(); }));
  for (const auto& category : response.categories()) {
    const auto& none = category.no_base();
    const bool has_base = category.has_base();
    listing.Add(
        {Safe(category.category()),
         has_base ? BaseText(category.base())
                  : session.Say(kNoBase, {{"why", EnumWord(none.unknown(), session.style())}}),
         has_base
             ? Safe(category.base().source())
             : session.Say(kWayToKnow, {{"way", PickText(none.cheapest_way(), session.style())}})},
        {{"version", owner->name}, {"category", ToJson(category)}});
  }
  return listing.Print(response.next_page_token());
}

}  // namespace tanji::client::cli
