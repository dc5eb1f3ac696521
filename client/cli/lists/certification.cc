// Lists of certificates and of labels.
#include "client/cli/certificates/cause_text.h"
#include "client/cli/goods.h"
#include "client/cli/lists/listing.h"
#include "client/cli/lists/lists.h"

namespace tanji::client::cli {
namespace {

constexpr Text kCertifierWord{"认证机构", "certifier"};
constexpr Text kProductWord{"产品", "product"};
constexpr Text kUntilWord{"有效期末日", "until"};
constexpr Text kLotWord{"批次", "lot"};
constexpr Text kMassWord{"加标（千克）", "labelled (kg)"};

}  // namespace

Result<Exit> ListCertificates(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(Client* const client, session.client());
  v1::ListCertificatesRequest request;
  TANJI_TRY(SetPage(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListCertificates, request));
  Listing listing(session,
                  {session.Say(kNameWord), session.Say(kCertifierWord), session.Say(kProductWord),
                   session.Say(kUntilWord), session.Say(kStatusWord)});
  int number = 0;
  for (const auto& row : response.certificates()) {
    listing.Progress(++number, response.certificates_size());
    v1::Question question;
    question.mutable_certificate()->set_name(row.name());
    TANJI_ASSIGN(const v1::Answer answer, Prove(*client, listing, question, row.name()));
    const auto& proved = answer.certificate();
    const auto& record = proved.certificate();
    listing.Add({Safe(row.name()), Safe(record.certifier()), Safe(record.product()),
                 Safe(record.valid_until_day()), EnumWord(KindOf(proved), session.style())},
                {{"name", row.name()},
                 {"certificate", ToJson(record)},
                 {"kind", v1::StatusKind_Name(KindOf(proved))},
                 {"in_force", proved.in_force()}});
  }
  return listing.Print(response.next_page_token());
}

Result<Exit> ListLabels(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(Client* const client, session.client());
  v1::ListLabelsRequest request;
  TANJI_TRY(SetPage(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListLabels, request));
  Listing listing(session, {session.Say(kNameWord), session.Say(kLotWord), session.Say(kMassWord),
                            session.Say(kStatusWord)});
  int number = 0;
  for (const auto& row : response.labels()) {
    listing.Progress(++number, response.labels_size());
    v1::Question question;
    question.mutable_label()->set_name(row.name());
    TANJI_ASSIGN(const v1::Answer answer, Prove(*client, listing, question, row.name()));
    const auto& proved = answer.label();
    listing.Add(
        {Safe(row.name()), Safe(proved.label().lot()), ActiveKg(proved.label(), proved.progress()),
         EnumWord(proved.kind(), session.style())},
        {{"name", row.name()},
         {"label", ToJson(proved.label())},
         {"kind", v1::StatusKind_Name(proved.kind())},
         {"in_force", proved.in_force()}});
  }
  return listing.Print(response.next_page_token());
}

}  // namespace tanji::client::cli
