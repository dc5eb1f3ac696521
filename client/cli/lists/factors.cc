// Lists of factors.
#include "client/cli/lists/lists.h"

#include "client/cli/inputs.h"
#include "client/cli/lists/listing.h"
#include "ledger/modules/factors/tables.h"

namespace tanji::client::cli {
namespace {

constexpr Text kPublisherWord{"发布机构", "published by"};
constexpr Text kFactorsWord{"因子数", "factors"};
constexpr Text kCodeWord{"代码", "code"};
constexpr Text kRegionWord{"地区", "region"};
constexpr Text kBeforeWord{"原值", "before"};
constexpr Text kAfterWord{"新值", "after"};

}  // namespace

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
  listing.Add(proved.checkpoints);
  for (const auto& row : response.differences()) {
    if (!listing.TakeName(row.code())) return Differs(row.code());
    TANJI_TRY(CheckRow(proved, request.before(), row.code(), row.has_before(), row.before()));
    TANJI_TRY(CheckRow(proved, request.after(), row.code(), row.has_after(), row.after()));
    listing.Add({Safe(row.code()), ValueWithUnit(session, row.has_before(), row.before()),
                 ValueWithUnit(session, row.has_after(), row.after())},
                {{"code", row.code()}, {"difference", ToJson(row)}});
  }
  return listing.Print(response.next_page_token());
}

}  // namespace tanji::client::cli
