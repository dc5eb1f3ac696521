// Lists of products.
#include "client/cli/lists/lists.h"

#include "client/cli/goods.h"
#include "client/cli/inputs.h"
#include "client/cli/lists/listing.h"
#include "client/cli/options.h"

namespace tanji::client::cli {
namespace {

// What people call it; its resource name stands before it.
constexpr Text kCalledWord{"名字", "called"};
constexpr Text kRegionWord{"地区", "region"};
constexpr Text kAreaWord{"面积", "area"};
constexpr Text kClimateWord{"干湿", "climate"};
constexpr Text kCategoryWord{"类别代码", "category"};
constexpr Text kProductWord{"产品", "product"};
constexpr Text kHarvestedWord{"采收截止日", "harvested by"};
constexpr Text kMassWord{"质量（千克）", "mass (kg)"};
constexpr Text kLeftWord{"现余（千克）", "left (kg)"};

// Of one producer, where one is named.
template <class Request>
Done SetPageOf(const Arguments& arguments, const Client& client, Request& request) {
  if (const auto producer = arguments.Find(kOfProducer.name)) {
    TANJI_ASSIGN(*request.mutable_parent(), ParticipantArgument(*producer));
  }
  return SetPage(arguments, client, request);
}

// A node may list what is another producer's: proved, and yet not asked for.
template <class Request, class Record>
bool IsOf(const Request& request, const Record& record) {
  return request.parent().empty() || record.producer() == request.parent();
}

std::string LastId(const std::string& name) {
  return Safe(name.substr(name.rfind('/') + 1));
}

}  // namespace

Result<Exit> ListFacilities(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(Client* const client, session.client());
  v1::ListFacilitiesRequest request;
  TANJI_TRY(SetPageOf(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListFacilities, request));
  Listing listing(session,
                  {session.Say(kNameWord), session.Say(kCalledWord), session.Say(kRegionWord),
                   session.Say(kAreaWord), session.Say(kClimateWord), session.Say(kStatusWord)});
  int number = 0;
  for (const auto& row : response.facilities()) {
    listing.Progress(++number, response.facilities_size());
    v1::Question question;
    const std::string name = row.facility().producer() + "/facilities/" + row.facility().id();
    question.mutable_facility()->set_name(name);
    TANJI_ASSIGN(const v1::Answer answer, Prove(*client, listing, question, name));
    const auto& proved = answer.facility();
    if (!IsOf(request, proved.facility())) return Differs(name);
    const auto& facility = proved.facility();
    listing.Add(
        {name, PickText(facility.name(), session.style()), Safe(facility.region()),
         Safe(facility.area().decimal() + " " + facility.area().unit()),
         facility.has_climate() ? EnumWord(facility.climate().class_(), session.style()) : "-",
         EffectiveStatus(session, proved.status(), proved.in_force())},
        {{"name", name},
         {"facility", ToJson(facility)},
         {"status", ToJson(proved.status())},
         {"in_force", proved.in_force()}});
  }
  return listing.Print(response.next_page_token());
}

Result<Exit> ListProducts(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(Client* const client, session.client());
  v1::ListProductsRequest request;
  TANJI_TRY(SetPageOf(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListProducts, request));
  Listing listing(session, {session.Say(kNameWord), session.Say(kCalledWord),
                            session.Say(kCategoryWord), session.Say(kStatusWord)});
  int number = 0;
  for (const auto& row : response.products()) {
    listing.Progress(++number, response.products_size());
    v1::Question question;
    const std::string name = row.product().producer() + "/products/" + row.product().id();
    question.mutable_product()->set_name(name);
    TANJI_ASSIGN(const v1::Answer answer, Prove(*client, listing, question, name));
    const auto& proved = answer.product();
    if (!IsOf(request, proved.product())) return Differs(name);
    listing.Add({name, PickText(proved.product().name(), session.style()),
                 Safe(proved.product().category()),
                 EffectiveStatus(session, proved.status(), proved.in_force())},
                {{"name", name},
                 {"product", ToJson(proved.product())},
                 {"status", ToJson(proved.status())},
                 {"in_force", proved.in_force()}});
  }
  return listing.Print(response.next_page_token());
}

Result<Exit> ListLots(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(Client* const client, session.client());
  v1::ListLotsRequest request;
  TANJI_TRY(SetPageOf(arguments, *client, request));
  TANJI_ASSIGN(const auto response, client->Call(&Node::ListLots, request));
  Listing listing(session,
                  {session.Say(kNameWord), session.Say(kProductWord), session.Say(kHarvestedWord),
                   session.Say(kMassWord), session.Say(kLeftWord), session.Say(kStatusWord)});
  int number = 0;
  for (const auto& row : response.lots()) {
    listing.Progress(++number, response.lots_size());
    v1::Question question;
    const std::string name = row.lot().producer() + "/lots/" + row.lot().id();
    question.mutable_lot()->set_name(name);
    TANJI_ASSIGN(const v1::Answer answer, Prove(*client, listing, question, name));
    const auto& proved = answer.lot();
    if (!IsOf(request, proved.lot())) return Differs(name);
    listing.Add({name, LastId(proved.lot().product()),
                 proved.lot().has_harvest() ? Safe(proved.lot().harvest().last_day()) : "-",
                 Safe(proved.lot().mass_kg()), LeftKg(proved.lot(), proved.balance()),
                 EffectiveStatus(session, proved.status(), proved.in_force())},
                {{"name", name},
                 {"lot", ToJson(proved.lot())},
                 {"balance", ToJson(proved.balance())},
                 {"left_kg", LeftKg(proved.lot(), proved.balance())},
                 {"status", ToJson(proved.status())},
                 {"in_force", proved.in_force()}});
  }
  return listing.Print(response.next_page_token());
}

}  // namespace tanji::client::cli
