// Lists of evidence.
#include "client/cli/lists/lists.h"

#include "client/cli/lists/listing.h"
#include "crypto/hash/hex.h"
#include "ledger/modules/evidence/tables.h"

namespace tanji::client::cli {
namespace {

constexpr Text kByWord{"登记人", "registered by"};
constexpr Text kTimeWord{"登记时间", "registered"};

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

}  // namespace tanji::client::cli
