// tanji label: what producers put on goods, and anyone checks.
#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/lists/lists.h"
#include "client/cli/product_labels/labels.h"
#include "client/cli/reading.h"
#include "client/cli/status_verbs.h"

namespace tanji::client::cli {
namespace {

Result<Exit> Show(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(v1::Question question, LabelQuestion(arguments, "label"));
  return AskAndShow(session, std::move(question));
}

Result<Exit> Confirm(Session& session, const Arguments& arguments) {
  v1::ConfirmRelease message;
  TANJI_ASSIGN(*message.mutable_label(), LabelArgument(arguments.Get("label")));
  TANJI_ASSIGN(*message.mutable_finding(), TextArgument(arguments, "finding"));
  return WriteOperation(
      session, [&](v1::Operation& operation) { *operation.mutable_confirm_release() = message; });
}

struct LabelStatus {
  static constexpr Parameter kName{Kind::kArgument,
                                   "label",
                                   "SERIAL",
                                   {"标签上的序列号；空格、连字符、大小写不计",
                                    "the serial on the label; spaces, hyphens and "
                                    "case do not matter"},
                                   true};
  static Result<std::string> Name(const std::string& argument) { return LabelArgument(argument); }
  static v1::StatusChange& Make(v1::Operation& operation, std::string name) {
    auto& message = *operation.mutable_change_label_status();
    message.set_label(std::move(name));
    return *message.mutable_change();
  }
};

constexpr Parameter kReleaseParameters[] = {
    {Kind::kOption, "certificate", "CERTIFICATE", {"凭哪份证书", "under which certificate"}, true},
    {Kind::kOption, "lot", "LOT", {"自己的哪个批次", "which lot of one's own"}, true},
    {Kind::kOption,
     "mass",
     "MASS",
     {"给多少货加标，如 7500kg、7.5t", "how much of it, such as 7500kg or 7.5t"},
     true},
    {Kind::kOption,
     "units",
     "COUNT",
     {"逐个编号的单元数（箱、袋）", "units that bear a number each: crates, bags"}},
    {Kind::kOption,
     "printed-run",
     "FROM-TO",
     {"事先印好的编号段，如 1001-2000", "numbers printed before, such as 1001-2000"}},
    {Kind::kOption, "printer", "TEXT", {"预印编号的印制者", "who printed the run"}},
    {Kind::kOption,
     "medium",
     "TEXT",
     {"预印编号的载体，如“薄膜，40 毫米卷”",
      "on what the run was printed, such as “film, 40 mm roll”"}},
    {Kind::kOption,
     "mark",
     "MEDIUM",
     {"整批一个标识，写明载体，如“托盘牌”；单元没有编号",
      "one mark for all of it, and on what, such as “sign on the pallet”; no unit has a number"}},
    {Kind::kOption,
     "market",
     "MARKET",
     {"销往哪个市场，如 CN、EU（见 scheme claims）",
      "where it is to be sold, such as CN or EU (see scheme claims)"},
     true},
    {Kind::kOption,
     "claim",
     "N",
     {"用该市场的第几条用语，从 0 起，默认 0", "which claim of that market, from 0; by default 0"}},
};
constexpr Parameter kShowParameters[] = {LabelStatus::kName, kUnit, kOn, kKnown};
constexpr Parameter kListParameters[] = {kPageSize, kPageToken};
constexpr Parameter kConfirmParameters[] = {
    LabelStatus::kName, kFindingZh, kFindingEn, kPrevailing, kMachineTranslated, kSettledBy,
};
constexpr Parameter kReportParameters[] = {
    LabelStatus::kName,
    {Kind::kOption,
     "units",
     "FROM-TO",
     {"有编号的：哪些单元，如 17-20，或 17",
      "where units have numbers: which, such as 17-20 or 17"}},
    {Kind::kOption,
     "mass",
     "MASS",
     {"整批一个标识的：多少，如 45kg", "where there is one mark for all: how much, such as 45kg"}},
    {Kind::kOption,
     "fate",
     "spoiled|destroyed|recalled",
     {"spoiled 标签作废未用；destroyed 货与标签均已销毁；recalled 已召回",
      "the label was spoiled and is on no goods; goods and label are destroyed; or taken back"},
     true},
    kReasonZh,
    kReasonEn,
    kPrevailing,
    kMachineTranslated,
    kSettledBy,
};
constexpr Parameter kSheetParameters[] = {
    LabelStatus::kName,
    {Kind::kOption,
     "units",
     "FROM-TO",
     {"只印这些单元，一次最多 500 个；默认全部",
      "only these units, at most 500 at a time; by default all"}},
    {Kind::kOption,
     "resolver",
     "URL",
     {"二维码指向的网站，如 https://id.example.org；不给则二维码只写账本和序列号",
      "site that the QR code leads to, such as https://id.example.org; without it the code holds "
      "ledger and serial"}},
    {Kind::kFlag,
     "single",
     "",
     {"每个标签一个文件，而不是 A4 页", "a file for each label instead of pages of A4"}},
};

constexpr auto kCommands = WithStatusVerbs<LabelStatus>({
    {"release",
     {"放行：给自己批次的货加标", "release: label goods of a lot of one's own"},
     kReleaseParameters,
     ReleaseLabel},
    {"show",
     {"查验标签：是否有效、为什么、说明了什么",
      "check a label: does it count, why not, what does it say"},
     kShowParameters,
     Show},
    {"list", {"列出", "list them"}, kListParameters, ListLabels},
    {"sheet",
     {"生成可打印的标签（SVG，带二维码），写入 --out 目录",
      "make labels to print (SVG with a QR code), into the directory --out"},
     kSheetParameters,
     PrintLabels},
    {"report",
     {"报告作废、销毁或召回的单元", "report units that were spoiled, destroyed or recalled"},
     kReportParameters,
     ReportUnits},
    {"confirm",
     {"认证机构确认放行", "confirm a release, as its certifier"},
     kConfirmParameters,
     Confirm},
});

}  // namespace

constinit const Noun kLabelNoun{
    "label", {"批次标签：放行、打印、查验", "labels of lots: release, print, check"}, kCommands};

}  // namespace tanji::client::cli
