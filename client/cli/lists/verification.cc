// Lists of statements and of requests for correction.
#include "client/cli/lists/lists.h"

#include "client/cli/lists/listing.h"

namespace tanji::client::cli {
namespace {

constexpr Text kAuditorWord{"核查机构", "auditor"};
constexpr Text kProducerWord{"生产者", "producer"};
constexpr Text kFootprintWord{"碳足迹", "footprint"};
constexpr Text kOpinionWord{"意见", "opinion"};
constexpr Text kStateWord{"进展", "progress"};

}  // namespace

Result<Exit> ListStatements(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(Client* const client, session.client());
  v1::ListStatementsRequest request;
  TANJI_TRY(SetPage(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListStatements, request));
  Listing listing(session,
                  {session.Say(kNameWord), session.Say(kAuditorWord), session.Say(kProducerWord),
                   session.Say(kOpinionWord), session.Say(kStatusWord)});
  int number = 0;
  for (const auto& row : response.statements()) {
    listing.Progress(++number, response.statements_size());
    v1::Question question;
    question.mutable_statement()->set_name(row.name());
    TANJI_ASSIGN(const v1::Answer answer, Prove(*client, listing, question, row.name()));
    const auto& proved = answer.statement();
    listing.Add(
        {Safe(row.name()), Safe(proved.statement().auditor()), Safe(proved.statement().producer()),
         EnumWord(proved.statement().opinion(), session.style()),
         EffectiveStatus(session, proved.status(), proved.in_force())},
        {{"name", row.name()},
         {"statement", ToJson(proved.statement())},
         {"status", ToJson(proved.status())},
         {"in_force", proved.in_force()}});
  }
  return listing.Print(response.next_page_token());
}

Result<Exit> ListCorrections(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(Client* const client, session.client());
  v1::ListCorrectionsRequest request;
  TANJI_TRY(SetPage(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListCorrections, request));
  Listing listing(session, {session.Say(kNameWord), session.Say(kAuditorWord),
                            session.Say(kFootprintWord), session.Say(kStateWord)});
  int number = 0;
  for (const auto& row : response.corrections()) {
    listing.Progress(++number, response.corrections_size());
    v1::Question question;
    question.mutable_correction()->set_name(row.name());
    TANJI_ASSIGN(const v1::Answer answer, Prove(*client, listing, question, row.name()));
    const auto& proved = answer.correction().correction();
    listing.Add({Safe(row.name()), Safe(proved.auditor()), Safe(proved.footprint()),
                 EnumWord(proved.state(), session.style())},
                {{"name", row.name()}, {"correction", ToJson(proved)}});
  }
  return listing.Print(response.next_page_token());
}

}  // namespace tanji::client::cli
