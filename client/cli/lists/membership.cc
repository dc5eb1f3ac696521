// Lists of membership.
#include "client/cli/lists/lists.h"

#include "client/cli/lists/listing.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::client::cli {
namespace {

constexpr Text kLegalNameWord{"法定名称", "legal name"};
constexpr Text kKindsWord{"类别", "kinds"};
constexpr Text kVotesWord{"赞成/反对/所需", "yes/no/needed"};
constexpr Text kDeadlineWord{"最迟执行", "deadline"};
constexpr Text kAccreditorWord{"认可机构", "accreditor"};
constexpr Text kBodyWord{"机构", "body"};
constexpr Text kActivityWord{"活动", "activity"};
constexpr Text kUntilWord{"有效期至", "valid until"};
constexpr Text kOwnerWord{"所有者", "owner"};
constexpr Text kCertifierWord{"认证机构", "certifier"};
constexpr Text kSchemeWord{"标准体系", "scheme"};

}  // namespace

namespace {

std::string KindNames(const Session& session, const v1::Participant& participant) {
  std::string out;
  for (const int kind : participant.kinds()) {
    out += (out.empty() ? "" : ", ") +
           EnumWord(static_cast<v1::ParticipantKind>(kind), session.style());
  }
  return out;
}

}  // namespace

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

}  // namespace tanji::client::cli
