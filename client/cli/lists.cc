#include "client/cli/lists.h"

#include "client/cli/inputs.h"
#include "client/cli/messages.h"
#include "client/cli/writing.h"
#include "client/sdk/ask.h"
#include "client/sdk/faults.h"
#include "crypto/hash/hex.h"
#include "ledger/answers/answer.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/evidence/tables.h"
#include "ledger/modules/factors/tables.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::client::cli {
namespace {

constexpr Text kNameWord{"名称", "name"};
constexpr Text kTitleWord{"标题", "title"};
constexpr Text kByWord{"登记人", "registered by"};
constexpr Text kTimeWord{"登记时间", "registered"};
constexpr Text kLegalNameWord{"法定名称", "legal name"};
constexpr Text kKindsWord{"类别", "kinds"};
constexpr Text kStatusWord{"状态", "status"};
constexpr Text kVotesWord{"赞成/反对/所需", "yes/no/needed"};
constexpr Text kDeadlineWord{"最迟执行", "deadline"};
constexpr Text kAccreditorWord{"认可机构", "accreditor"};
constexpr Text kBodyWord{"机构", "body"};
constexpr Text kActivityWord{"活动", "activity"};
constexpr Text kUntilWord{"有效期至", "valid until"};
constexpr Text kOwnerWord{"所有者", "owner"};
constexpr Text kCertifierWord{"认证机构", "certifier"};
constexpr Text kSchemeWord{"标准体系", "scheme"};
constexpr Text kPublisherWord{"发布机构", "published by"};
constexpr Text kFactorsWord{"因子数", "factors"};
constexpr Text kCodeWord{"代码", "code"};
constexpr Text kValueWord{"值", "value"};
constexpr Text kUnitWord{"单位", "unit"};
constexpr Text kKindWord{"类别", "kind"};
constexpr Text kRegionWord{"地区", "region"};
constexpr Text kBeforeWord{"原值", "before"};
constexpr Text kAfterWord{"新值", "after"};
constexpr Text kDraftWord{"草稿", "draft"};
constexpr Text kSourceWord{"出处", "source"};
constexpr Text kProving{"正在验证第 {number} 行，共 {count} 行", "Proving row {number} of {count}"};

template <class Request>
Done SetPage(const Arguments& arguments, const Client& client, Request& request) {
  if (const auto size = arguments.Find("page-size")) {
    TANJI_ASSIGN(const std::uint64_t rows, NumberArgument(*size, "--page-size", 1, 1000));
    request.set_page_size(static_cast<std::uint32_t>(rows));
  }
  request.set_page_token(arguments.Get("page-token"));
  TANJI_ASSIGN(const std::uint64_t min_size, client.MinSize());
  request.set_min_size(min_size);
  return {};
}

// What all lists have in common: rows, the page, and what was verified.
class Listing {
 public:
  Listing(Session& session, std::vector<std::string> headers)
      : session_(session), table_(std::move(headers)) {}

  void Add(std::vector<std::string> cells, Session::Json json) {
    table_.Add(std::move(cells));
    rows_.push_back(std::move(json));
  }
  void Progress(int number, int count) {
    session_.Progress(session_.Say(
        kProving, {{"number", std::to_string(number)}, {"count", std::to_string(count)}}));
  }
  void SetCheckpoint(const crypto::VerifiedCheckpoint& checkpoint) { checkpoint_ = checkpoint; }

  Result<Exit> Print(const std::string& next_page_token) {
    if (session_.json()) {
      session_.Print(
          Session::Json{{"rows", rows_},
                        {"next_page_token", next_page_token},
                        {"verified", checkpoint_ ? VerifiedJson(*checkpoint_) : Session::Json()}});
      return Exit::kOk;
    }
    if (table_.empty()) {
      session_.Note(session_.Say(kNothingListed));
      return Exit::kOk;
    }
    session_.Print(table_.Print());
    if (checkpoint_) session_.Print(VerifiedLine(session_, *checkpoint_) + "\n");
    session_.Note(session_.Say(kListIncomplete));
    if (!next_page_token.empty()) {
      session_.Note(session_.Say(kMorePages, {{"token", Safe(next_page_token)}}));
    }
    return Exit::kOk;
  }

 private:
  Session& session_;
  Table table_;
  Session::Json rows_ = Session::Json::array();
  std::optional<crypto::VerifiedCheckpoint> checkpoint_;
};

Error Differs(const std::string& name) {
  return Error(kRowDiffers, {{"name", Safe(name)}});
}

// Asks about one row; the node must stand by what it listed.
Result<v1::Answer> Prove(Client& client, Listing& listing, const v1::Question& question,
                         const std::string& name) {
  if (!ledger::CheckQuestion(question).ok()) return Differs(name);
  TANJI_ASSIGN(const Answered answered, Ask(client, question));
  if (!answered.verified.answer.found()) return Differs(name);
  listing.SetCheckpoint(answered.verified.checkpoint);
  return answered.verified.answer;
}

// The rows are the records themselves: all are proved together. `keys` are their state keys.
template <class Rows, class Name>
Done ProveRecords(Client& client, Listing& listing, const Rows& rows,
                  const std::vector<std::string>& keys, Name name) {
  TANJI_ASSIGN(const ProvedRecords proved, ReadRecords(client, keys));
  for (int i = 0; i < rows.size(); ++i) {
    const auto record = proved.Get(keys[static_cast<std::size_t>(i)]);
    if (!record || *record != ledger::EncodeRecord(rows[i])) return Differs(name(rows[i]));
  }
  if (proved.checkpoint) listing.SetCheckpoint(*proved.checkpoint);
  return {};
}

std::string KindNames(const Session& session, const v1::Participant& participant) {
  std::string out;
  for (const int kind : participant.kinds()) {
    out += (out.empty() ? "" : ", ") +
           EnumWord(static_cast<v1::ParticipantKind>(kind), session.style());
  }
  return out;
}

// Of what depends on others: its own status where that is why, else that it is not in force.
std::string EffectiveStatus(const Session& session, const v1::StatusAnswer& own, bool in_force) {
  const bool others = !in_force && own.kind() == v1::STATUS_KIND_IN_FORCE;
  return EnumWord(others ? v1::STATUS_KIND_UNSPECIFIED : own.kind(), session.style());
}

}  // namespace

Result<Exit> ListDocuments(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(Client* const client, session.client());
  v1::ListDocumentsRequest request;
  TANJI_TRY(SetPage(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListDocuments, request));
  Listing listing(session, {session.Say(kNameWord), session.Say(kTitleWord), session.Say(kByWord),
                            session.Say(kTimeWord)});
  const auto name = [](const v1::Document& document) {
    return "documents/" + crypto::ToHex(document.sha256());
  };
  std::vector<std::string> keys;
  for (const auto& document : response.documents()) {
    const auto hash = crypto::Hash::FromBytes(document.sha256());
    if (!hash) return Differs(name(document));
    keys.push_back(ledger::kDocuments.Key(*hash));
  }
  TANJI_TRY(ProveRecords(*client, listing, response.documents(), keys, name));
  for (const auto& document : response.documents()) {
    listing.Add({name(document), PickText(document.title(), session.style()),
                 Safe(document.registered_by()), session.Time(document.registered_time())},
                {{"name", name(document)}, {"document", ToJson(document)}});
  }
  return listing.Print(response.next_page_token());
}

Result<Exit> ListBallots(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(Client* const client, session.client());
  v1::ListBallotsRequest request;
  TANJI_TRY(SetPage(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListBallots, request));
  Listing listing(session,
                  {session.Say(kNameWord), session.Say(kTitleWord), session.Say(kStatusWord),
                   session.Say(kVotesWord), session.Say(kDeadlineWord)});
  std::vector<std::string> keys;
  google::protobuf::RepeatedPtrField<v1::Ballot> ballots;
  for (const auto& row : response.ballots()) {
    const auto id = ledger::ParseIdName(ledger::kBallotsCollection, row.name());
    if (!id) return Differs(row.name());
    keys.push_back(ledger::kBallots.Key(*id));
    *ballots.Add() = row.ballot();
  }
  TANJI_TRY(ProveRecords(*client, listing, ballots, keys,
                         [](const v1::Ballot& ballot) { return ballot.title().zh(); }));
  for (const auto& row : response.ballots()) {
    const v1::Ballot& ballot = row.ballot();
    listing.Add({row.name(), PickText(ballot.title(), session.style()),
                 EnumWord(ballot.state(), session.style()),
                 std::to_string(ballot.yes_count()) + "/" + std::to_string(ballot.no_count()) +
                     "/" + std::to_string(ballot.threshold()),
                 session.Time(ballot.deadline_time())},
                {{"name", row.name()}, {"ballot", ToJson(ballot)}});
  }
  return listing.Print(response.next_page_token());
}

Result<Exit> ListParticipants(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(Client* const client, session.client());
  v1::ListParticipantsRequest request;
  TANJI_TRY(SetPage(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListParticipants, request));
  Listing listing(session, {session.Say(kNameWord), session.Say(kLegalNameWord),
                            session.Say(kKindsWord), session.Say(kStatusWord)});
  int number = 0;
  for (const auto& row : response.participants()) {
    listing.Progress(++number, response.participants_size());
    v1::Question question;
    const std::string name = "participants/" + row.id();
    question.mutable_participant()->set_name(name);
    TANJI_ASSIGN(const v1::Answer answer, Prove(*client, listing, question, name));
    const auto& proved = answer.participant();
    listing.Add({name, PickText(proved.participant().legal_name(), session.style()),
                 KindNames(session, proved.participant()),
                 EnumWord(proved.status().kind(), session.style())},
                {{"name", name},
                 {"participant", ToJson(proved.participant())},
                 {"status", ToJson(proved.status())}});
  }
  return listing.Print(response.next_page_token());
}

Result<Exit> ListAccreditations(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(Client* const client, session.client());
  v1::ListAccreditationsRequest request;
  TANJI_TRY(SetPage(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListAccreditations, request));
  Listing listing(session,
                  {session.Say(kNameWord), session.Say(kAccreditorWord), session.Say(kBodyWord),
                   session.Say(kActivityWord), session.Say(kUntilWord), session.Say(kStatusWord)});
  int number = 0;
  for (const auto& row : response.accreditations()) {
    listing.Progress(++number, response.accreditations_size());
    v1::Question question;
    question.mutable_accreditation()->set_name(row.name());
    TANJI_ASSIGN(const v1::Answer answer, Prove(*client, listing, question, row.name()));
    const auto& proved = answer.accreditation();
    const auto& record = proved.accreditation();
    listing.Add({row.name(), Safe(record.accreditor()), Safe(record.body()),
                 EnumWord(record.scope().activity(), session.style()),
                 session.Time(record.valid_until_time()),
                 EffectiveStatus(session, proved.status(), proved.in_force())},
                {{"name", row.name()},
                 {"accreditation", ToJson(record)},
                 {"status", ToJson(proved.status())},
                 {"in_force", proved.in_force()}});
  }
  return listing.Print(response.next_page_token());
}

Result<Exit> ListLicences(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(Client* const client, session.client());
  v1::ListLicencesRequest request;
  TANJI_TRY(SetPage(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListLicences, request));
  Listing listing(session,
                  {session.Say(kNameWord), session.Say(kOwnerWord), session.Say(kCertifierWord),
                   session.Say(kSchemeWord), session.Say(kUntilWord), session.Say(kStatusWord)});
  int number = 0;
  for (const auto& row : response.licences()) {
    listing.Progress(++number, response.licences_size());
    v1::Question question;
    question.mutable_licence()->set_name(row.name());
    TANJI_ASSIGN(const v1::Answer answer, Prove(*client, listing, question, row.name()));
    const auto& proved = answer.licence();
    const auto& record = proved.licence();
    listing.Add({row.name(), Safe(record.owner()), Safe(record.certifier()), Safe(record.scheme()),
                 session.Time(record.valid_until_time()),
                 EffectiveStatus(session, proved.status(), proved.in_force())},
                {{"name", row.name()},
                 {"licence", ToJson(record)},
                 {"status", ToJson(proved.status())},
                 {"in_force", proved.in_force()}});
  }
  return listing.Print(response.next_page_token());
}

Result<Exit> ListGwpSets(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(Client* const client, session.client());
  v1::ListGwpSetsRequest request;
  TANJI_TRY(SetPage(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListGwpSets, request));
  Listing listing(session, {session.Say(kNameWord), session.Say(kTitleWord),
                            session.Say(kSourceWord), session.Say(kStatusWord)});
  for (const auto& row : response.gwp_sets()) {
    v1::Question question;
    const std::string name = "gwpSets/" + row.gwp_set().id();
    question.mutable_gwp_set()->set_name(name);
    TANJI_ASSIGN(const v1::Answer answer, Prove(*client, listing, question, name));
    const auto& proved = answer.gwp_set();
    listing.Add(
        {name, PickText(proved.gwp_set().title(), session.style()), Safe(proved.gwp_set().source()),
         EffectiveStatus(session, proved.status(), proved.in_force())},
        {{"name", name},
         {"gwp_set", ToJson(proved.gwp_set())},
         {"status", ToJson(proved.status())},
         {"in_force", proved.in_force()}});
  }
  return listing.Print(response.next_page_token());
}

Result<Exit> ListDatasets(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(Client* const client, session.client());
  v1::ListDatasetsRequest request;
  TANJI_TRY(SetPage(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListDatasets, request));
  Listing listing(session,
                  {session.Say(kNameWord), session.Say(kTitleWord), session.Say(kPublisherWord),
                   session.Say(kFactorsWord), session.Say(kStatusWord)});
  int number = 0;
  for (const auto& row : response.datasets()) {
    listing.Progress(++number, response.datasets_size());
    v1::Question question;
    const std::string name = "datasets/" + row.dataset().id();
    question.mutable_dataset()->set_name(name);
    TANJI_ASSIGN(const v1::Answer answer, Prove(*client, listing, question, name));
    const auto& proved = answer.dataset();
    const bool draft = !proved.progress().has_published_time();
    listing.Add({name, PickText(proved.dataset().title(), session.style()),
                 PickText(proved.dataset().publisher(), session.style()),
                 std::to_string(proved.progress().factor_count()),
                 draft ? session.Say(kDraftWord)
                       : EffectiveStatus(session, proved.status(), proved.in_force())},
                {{"name", name},
                 {"dataset", ToJson(proved.dataset())},
                 {"progress", ToJson(proved.progress())},
                 {"status", ToJson(proved.status())},
                 {"in_force", proved.in_force()}});
  }
  return listing.Print(response.next_page_token());
}

namespace {

// The value of a factor, or why there is none.
std::string ValueText(const Session& session, const v1::KnownDecimal& value) {
  return value.has_decimal() ? Safe(value.decimal()) : EnumWord(value.unknown(), session.style());
}
std::string TextOrWhy(const Session& session, const v1::KnownText& text) {
  return text.has_text() ? Safe(text.text()) : EnumWord(text.unknown(), session.style());
}

// "0.5777 kgCO2e/kWh", or "-" for a row that is not there.
std::string ValueWithUnit(const Session& session, bool there, const v1::FactorRow& row) {
  return there ? ValueText(session, row.value()) + " " + Safe(row.unit()) : "-";
}

// That the ledger holds exactly this row under `code`, or nothing where the node shows none.
Done CheckRow(const ProvedRecords& proved, const std::string& dataset, const std::string& code,
              bool there, const v1::FactorRow& row) {
  const std::string id = dataset.substr(dataset.find('/') + 1);
  v1::Factor factor;
  factor.set_dataset(dataset);
  *factor.mutable_row() = row;
  const auto expected =
      there ? std::optional<std::string>(ledger::EncodeRecord(factor)) : std::nullopt;
  if (proved.Get(ledger::kFactors.Key(id, code)) != expected) return Differs(code);
  return {};
}

}  // namespace

Result<Exit> ListFactors(Session& session, const Arguments& arguments) {
  v1::ListFactorsRequest request;
  TANJI_ASSIGN(*request.mutable_parent(), DatasetArgument(arguments.Get("dataset")));
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_TRY(SetPage(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListFactors, request));
  Listing listing(session,
                  {session.Say(kCodeWord), session.Say(kNameWord), session.Say(kRegionWord),
                   session.Say(kValueWord), session.Say(kUnitWord), session.Say(kKindWord)});
  const std::string id = request.parent().substr(request.parent().find('/') + 1);
  std::vector<std::string> keys;
  google::protobuf::RepeatedPtrField<v1::Factor> factors;
  for (const auto& row : response.factors()) {
    keys.push_back(ledger::kFactors.Key(id, row.factor().row().code()));
    *factors.Add() = row.factor();
  }
  TANJI_TRY(ProveRecords(*client, listing, factors, keys,
                         [](const v1::Factor& factor) { return factor.row().code(); }));
  for (const auto& factor : factors) {
    const auto& row = factor.row();
    listing.Add(
        {Safe(row.code()), PickText(row.name(), session.style()), TextOrWhy(session, row.region()),
         ValueText(session, row.value()), Safe(row.unit()), EnumWord(row.kind(), session.style())},
        {{"name", request.parent() + "/factors/" + row.code()}, {"factor", ToJson(factor)}});
  }
  return listing.Print(response.next_page_token());
}

Result<Exit> CompareDatasets(Session& session, const Arguments& arguments) {
  v1::CompareDatasetsRequest request;
  TANJI_ASSIGN(*request.mutable_before(), DatasetArgument(arguments.Get("before")));
  TANJI_ASSIGN(*request.mutable_after(), DatasetArgument(arguments.Get("after")));
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_TRY(SetPage(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::CompareDatasets, request));
  Listing listing(session,
                  {session.Say(kCodeWord), session.Say(kBeforeWord), session.Say(kAfterWord)});
  std::vector<std::string> keys;
  for (const auto& row : response.differences()) {
    for (const auto& dataset : {request.before(), request.after()}) {
      keys.push_back(ledger::kFactors.Key(dataset.substr(dataset.find('/') + 1), row.code()));
    }
  }
  TANJI_ASSIGN(const ProvedRecords proved, ReadRecords(*client, keys));
  if (proved.checkpoint) listing.SetCheckpoint(*proved.checkpoint);
  for (const auto& row : response.differences()) {
    TANJI_TRY(CheckRow(proved, request.before(), row.code(), row.has_before(), row.before()));
    TANJI_TRY(CheckRow(proved, request.after(), row.code(), row.has_after(), row.after()));
    listing.Add({Safe(row.code()), ValueWithUnit(session, row.has_before(), row.before()),
                 ValueWithUnit(session, row.has_after(), row.after())},
                {{"code", row.code()}, {"difference", ToJson(row)}});
  }
  return listing.Print(response.next_page_token());
}

}  // namespace tanji::client::cli
