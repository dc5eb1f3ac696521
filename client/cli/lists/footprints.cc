// Lists of footprints.
#include "client/cli/lists/lists.h"

#include "client/cli/lists/listing.h"
#include "client/cli/number_text.h"

namespace tanji::client::cli {
namespace {

constexpr Text kProductWord{"产品", "product"};

std::string StatusText(const Session& session, const v1::FootprintAnswer& answer) {
  if (!answer.progress().has_declared_time()) return session.Say(kDraftWord);
  return EffectiveStatus(session, answer.status(), answer.in_force());
}

}  // namespace

Result<Exit> ListFootprints(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(Client* const client, session.client());
  v1::ListFootprintsRequest request;
  TANJI_TRY(SetPage(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListFootprints, request));
  Listing listing(session, {session.Say(kNameWord), session.Say(kProductWord), "kgCO2e/kg",
                            session.Say(kStatusWord)});
  int number = 0;
  for (const auto& row : response.footprints()) {
    listing.Progress(++number, response.footprints_size());
    v1::Question question;
    question.mutable_footprint()->set_name(row.name());
    TANJI_ASSIGN(const v1::Answer answer, Prove(*client, listing, question, row.name()));
    const auto& proved = answer.footprint();
    listing.Add({row.name(), Safe(proved.footprint().header().product()),
                 proved.has_result() ? ThreeDigits(proved.result().value()) : "-",
                 StatusText(session, proved)},
                {{"name", row.name()},
                 {"footprint", ToJson(proved.footprint())},
                 {"progress", ToJson(proved.progress())},
                 {"result", proved.has_result() ? ToJson(proved.result()) : Session::Json()},
                 {"status", ToJson(proved.status())},
                 {"in_force", proved.in_force()}});
  }
  return listing.Print(response.next_page_token());
}

}  // namespace tanji::client::cli
