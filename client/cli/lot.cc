// tanji lot: batches of goods, from the harvest on.
#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/lists/lists.h"
#include "client/cli/message_file.h"
#include "client/cli/reading.h"
#include "client/cli/status_verbs.h"
#include "ledger/modules/products/rules.h"

namespace tanji::client::cli {
namespace {

constexpr Text kHarvestTemplate{
    R"({
  // 批号：小写字母、数字和连字符，最多 20 个字符，在您自己的批次中不重复。
  "id": "mango-2025",
  // 产品和采收地块，写全名。地块可有 1 到 16 个，按字母次序，都要有气候。
  "product": "participants/bt-farm-07/products/mango",
  "facilities": ["participants/bt-farm-07/facilities/orchard-1"],
  // 采收的第一天和最后一天（北京时间），采完再登记。
  "first_day": "2025-03-10",
  "last_day": "2025-05-20",
  // 单位：kg（千克）、t（吨）、jin（斤）。
  "mass": {"decimal": "30000", "unit": "jin"},
  // 含水率，单位为万分之一：14 % 写 "moisture": 1400。没有测定写 NOT_ASSESSED。
  "moisture_unknown": "NOT_ASSESSED",
  // 监管链模式：IDENTITY_PRESERVED 身份保持、SEGREGATED 物理隔离、CONTROLLED_BLENDING 受控混合、
  // MASS_BALANCE 质量平衡、BOOK_AND_CLAIM 账面声明。
  "custody": "SEGREGATED"
}
)",
    R"({
  // Lot number: lower-case letters, digits and hyphens, at most 20; unique among your own lots.
  "id": "mango-2025",
  // Full names. 1 to 16 facilities, in the order of the alphabet, each with a climate.
  "product": "participants/bt-farm-07/products/mango",
  "facilities": ["participants/bt-farm-07/facilities/orchard-1"],
  // First and last day of the harvest, in China; register it when it is over.
  "first_day": "2025-03-10",
  "last_day": "2025-05-20",
  // In kg, t or jin.
  "mass": {"decimal": "30000", "unit": "jin"},
  // Share of water in 1/10000: "moisture": 1400 for 14 %. NOT_ASSESSED if it was not measured.
  "moisture_unknown": "NOT_ASSESSED",
  // Chain of custody: IDENTITY_PRESERVED, SEGREGATED, CONTROLLED_BLENDING, MASS_BALANCE or
  // BOOK_AND_CLAIM.
  "custody": "SEGREGATED"
}
)"};

constexpr Text kDeriveTemplate{
    R"({
  // 新批次的批号。
  "id": "mango-2025-a",
  // 分装、合并时产品不变；加工后是另一个产品。
  "product": "participants/bt-farm-07/products/mango",
  // 取自哪些批次、各取多少；1 到 16 个，按字母次序。取走的不再属于原批次。
  "parents": [
    {"lot": "participants/bt-farm-07/lots/mango-2025", "mass": {"decimal": "5000", "unit": "kg"}}
  ],
  // 得率，大于 0、不大于 1；分装、合并写 "1"。得到的不能多于取用量乘以得率。
  "yield_ratio": "1",
  "mass": {"decimal": "5000", "unit": "kg"},
  // 不能比来源批次更严。
  "custody": "SEGREGATED"
}
)",
    R"({
  // The new lot's number.
  "id": "mango-2025-a",
  // The same product for a split or merge; another one for what was made of it.
  "product": "participants/bt-farm-07/products/mango",
  // From which lots and how much; 1 to 16, in the order of the alphabet. It is taken for good.
  "parents": [
    {"lot": "participants/bt-farm-07/lots/mango-2025", "mass": {"decimal": "5000", "unit": "kg"}}
  ],
  // Above 0 and at most 1; "1" for a split or merge. No more comes out than went in times this.
  "yield_ratio": "1",
  "mass": {"decimal": "5000", "unit": "kg"},
  // Not stricter than that of the lots it comes from.
  "custody": "SEGREGATED"
}
)"};

constexpr Text kAwaitsAuditor{
    "若该类别未设最高合理单产，或采收量超过该上限，须经核查机构确认后方为有效。查看：tanji lot "
    "show "
    "{lot}",
    "Where no highest plausible yield is set, or this is above it, the lot is in force once an "
    "auditor confirms it. Look with: tanji lot show {lot}"};

Result<Exit> Register(Session& session, const Arguments& arguments) {
  std::string lot;
  const auto fill_in = [&](v1::Operation& operation, const v1::RegisterHarvest& message) {
    *operation.mutable_register_harvest() = message;
    lot = message.id();
  };
  TANJI_ASSIGN(const Exit exit, WriteMessageFile<v1::RegisterHarvest>(session, arguments,
                                                                      kHarvestTemplate, fill_in));
  const bool registered = !lot.empty() && !arguments.Has("out");
  if (registered) session.Note(session.Say(kAwaitsAuditor, {{"lot", Safe(lot)}}));
  return exit;
}

Result<Exit> Derive(Session& session, const Arguments& arguments) {
  return WriteMessageFile<v1::DeriveLot>(session, arguments, kDeriveTemplate,
                                         [](v1::Operation& operation, const auto& message) {
                                           *operation.mutable_derive_lot() = message;
                                         });
}

// The auditor's: the lot is never its own, so its producer is always named.
Result<Exit> Confirm(Session& session, const Arguments& arguments) {
  v1::ConfirmHarvest message;
  TANJI_ASSIGN(*message.mutable_lot(), LotOfProducerArgument(arguments.Get("lot")));
  message.set_interval(ledger::kHarvestReview);
  TANJI_ASSIGN(*message.mutable_finding(), TextArgument(arguments, "finding"));
  return WriteOperation(
      session, [&](v1::Operation& operation) { *operation.mutable_confirm_harvest() = message; });
}

Result<Exit> ReportLoss(Session& session, const Arguments& arguments) {
  v1::ReportLoss message;
  TANJI_ASSIGN(*message.mutable_lot(), LotArgument(session, arguments.Get("lot")));
  TANJI_ASSIGN(*message.mutable_mass(), AmountArgument(arguments.Get("mass"), "MASS", "45kg"));
  TANJI_ASSIGN(*message.mutable_reason(), TextArgument(arguments, "reason"));
  return WriteOperation(
      session, [&](v1::Operation& operation) { *operation.mutable_report_loss() = message; });
}

Result<Exit> Show(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_lot()->mutable_name(), LotArgument(session, arguments.Get("lot")));
  return AskAndShow(session, std::move(question));
}

struct LotStatus {
  static constexpr Parameter kName{
      Kind::kArgument,
      "lot",
      "LOT",
      {"批次：自己的写批号，别人的写 生产者/批号", "the lot: the id of one's own, or PRODUCER/ID"},
      true};
  static Result<std::string> Name(const Session& session, const std::string& argument) {
    return LotArgument(session, argument);
  }
  static v1::StatusChange& Make(v1::Operation& operation, std::string name) {
    auto& message = *operation.mutable_change_lot_status();
    message.set_lot(std::move(name));
    return *message.mutable_change();
  }
};

constexpr Parameter kFromFileParameters[] = {kMessageFile, kPrintTemplate};
constexpr Parameter kConfirmParameters[] = {
    {Kind::kArgument, "lot", "LOT", {"批次：生产者/批号", "the lot: PRODUCER/ID"}, true},
    kFindingZh,
    kFindingEn,
    kPrevailing,
    kMachineTranslated,
    kSettledBy,
};
constexpr Parameter kLossParameters[] = {
    LotStatus::kName,
    {Kind::kArgument,
     "mass",
     "MASS",
     {"损耗多少，如 45kg、0.5t、90jin（斤）", "how much, such as 45kg, 0.5t or 90jin"},
     true},
    kReasonZh,
    kReasonEn,
    kPrevailing,
    kMachineTranslated,
    kSettledBy,
};
constexpr Parameter kShowParameters[] = {LotStatus::kName, kOn, kKnown};
constexpr Parameter kListParameters[] = {kOfProducer, kPageSize, kPageToken};

constexpr auto kCommands = WithStatusVerbs<LotStatus>({
    {"register", {"登记一次采收", "register a harvest"}, kFromFileParameters, Register},
    {"confirm",
     {"核查机构确认一次采收", "confirm a harvest, as an auditor"},
     kConfirmParameters,
     Confirm},
    {"derive",
     {"分装、合并或加工出新批次", "split, merge or transform lots"},
     kFromFileParameters,
     Derive},
    {"loss", {"登记损耗或自用", "report what was lost or used up"}, kLossParameters, ReportLoss},
    {"show", {"显示批次、余量及其状态", "show a lot and what is left"}, kShowParameters, Show},
    {"list", {"列出", "list them"}, kListParameters, ListLots},
});

}  // namespace

constinit const Noun kLotNoun{"lot", {"批次（采收与流转）", "lots of goods"}, kCommands};

}  // namespace tanji::client::cli
