// tanji yield-bound: the highest plausible yield of a product category.
#include "client/cli/commands.h"
#include "client/cli/json_message.h"
#include "client/cli/messages.h"
#include "client/cli/options.h"
#include "client/cli/reading.h"
#include "client/cli/writing.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/products/tables.h"

namespace tanji::client::cli {
namespace {

constexpr Text kCategoryWord{"产品类别", "product category"};
constexpr Text kBoundWord{"最高合理单产", "highest plausible yield"};
constexpr Text kNoneSet{
    "该类别及其上级都没有设定（已证明）：每次采收须由核查机构确认",
    "none is set for it or a wider category (proved): an auditor confirms each harvest"};

Result<Exit> Set(Session& session, const Arguments& arguments) {
  v1::SetYieldBound message;
  message.set_category(arguments.Get("category"));
  message.set_kg_per_ha(arguments.Get("kg-per-ha"));
  message.set_source(arguments.Get("source"));
  return WriteOperation(
      session, [&](v1::Operation& operation) { *operation.mutable_set_yield_bound() = message; });
}

// The bound that binds a harvest of `category`: of the longest category that covers it and has one.
Result<std::optional<v1::YieldBound>> BindingBound(const ProvedRecords& proved,
                                                   const std::vector<std::string>& categories) {
  for (const auto& category : categories) {
    TANJI_ASSIGN(auto bound,
                 ReadProved([&] { return ledger::kYieldBounds.Get(proved, category); }));
    if (bound) return bound;
  }
  return std::optional<v1::YieldBound>();
}

Result<Exit> Show(Session& session, const Arguments& arguments) {
  const std::string category = arguments.Get("category");
  const auto form = ledger::CheckCategory(category, "category");
  if (!form.ok()) return Error(ErrorKind::kUsage, form.code(), form.detail());
  const auto categories = ledger::CoveringCategories(category);
  std::vector<std::string> keys;
  for (const auto& covering : categories) keys.push_back(ledger::kYieldBounds.Key(covering));
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const ProvedRecords proved, ReadRecords(*client, keys));
  TANJI_ASSIGN(const auto bound, BindingBound(proved, categories));
  if (session.json()) {
    session.Print(Session::Json{{"category", category},
                                {"found", bound.has_value()},
                                {"yield_bound", bound ? ToJson(*bound) : Session::Json()},
                                {"verified", VerifiedJson(*proved.checkpoints.oldest())}});
  } else {
    Sheet sheet;
    sheet.Add(session.Say(kCategoryWord), Safe(category));
    if (bound) {
      sheet.Head(session.Say(kBoundWord));
      sheet.Append(RenderMessage(*bound, session.style()), 1);
    } else {
      sheet.Add(session.Say(kBoundWord), session.Say(kNoneSet));
    }
    session.Print(sheet.Print() + VerifiedLine(session, *proved.checkpoints.oldest()) + "\n");
  }
  return bound ? Exit::kOk : Exit::kNo;
}

constexpr Parameter kCategory{
    Kind::kArgument,
    "category",
    "CATEGORY",
    {"CPC 或 HS 类别代码，如 CPC:01316", "a CPC or HS code, such as CPC:01316"},
    true};
constexpr Parameter kSetParameters[] = {
    kCategory,
    {Kind::kArgument,
     "kg-per-ha",
     "KG_PER_HA",
     {"每公顷每次采收最多多少千克", "kg per hectare and harvest, at most"},
     true},
    {Kind::kOption, "source", "TEXT", {"这个数值的出处", "where the figure comes from"}, true},
};
constexpr Parameter kShowParameters[] = {kCategory};

constexpr Command kCommands[] = {
    {"set",
     {"标准或监管机构设定；此后登记的采收以此为准",
      "set one, as a body; it binds harvests registered from then on"},
     kSetParameters,
     Set},
    {"show", {"某类别的采收以哪一个为准", "the one that binds a category"}, kShowParameters, Show},
};

}  // namespace

constinit const Noun kYieldBoundNoun{
    "yield-bound", {"最高合理单产", "highest plausible yields"}, kCommands};

}  // namespace tanji::client::cli
