// tanji statement: what auditors conclude about footprints.
#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/lists/lists.h"
#include "client/cli/message_file.h"
#include "client/cli/reading.h"
#include "client/cli/status_verbs.h"

namespace tanji::client::cli {
namespace {

constexpr Text kTemplate{
    R"({
  // 碳足迹和认可，写全名；也可不写在这里，用 --footprint、--accreditation 给出。
  "footprint": "footprints/00000000-0000-8000-8000-000000000000",
  "accreditation": "accreditations/00000000-0000-8000-8000-000000000000",
  // 按哪个标准版本的核查规则；认可须涵盖该标准、分项、产品类别和保证等级。
  "scheme_version": "schemes/baoting-1-5-pilot/versions/v1",
  "sub_scope": "ISO 14067",
  // LIMITED 有限保证、REASONABLE 合理保证。
  "assurance_level": "LIMITED",
  // UNMODIFIED 无保留、QUALIFIED 保留、ADVERSE 否定、DISCLAIMED 无法表示意见。
  "opinion": "UNMODIFIED",
  // 核查组长和独立复核人：两个不同的密钥持有人，两人都要签名。
  "lead": "li",
  "reviewer": "zhao",
  // 到现场的日期（北京时间）；没有去写 "visit_unknown": "NOT_APPLICABLE" 等。
  "visit": {"first_day": "2026-03-02", "last_day": "2026-03-03"},
  // 逐条核对过的清单条目的编号，1 到 200 个。
  "lines_sampled": ["fert-urea-n"],
  // 发现；没有就删去。错报 = 申报值减正确值，单位同足迹；不影响数值写 "0"，
  // 未算出写 {"unknown": "NOT_ASSESSED"}。
  "findings": [
    {
      "line": "fert-urea-n",
      "text": {"zh": "尿素用量与收据一致", "prevailing": "ZH", "translation": "MISSING"},
      "misstatement": {"decimal": "0"}
    }
  ],
  // 依据文件，须已登记，按字母次序，最多 16 个；没有就删去："evidence": ["documents/…"]。
  "summary": {
    "zh": "未发现重大错报。",
    "en": "No material misstatement was found.",
    "prevailing": "ZH",
    "translation": "HUMAN"
  },
  // 声明本机构和两位核查人员独立于生产者，没有为其提供咨询；不能声明就不能出具。
  "impartial": true
}
)",
    R"({
  // Full names; or leave them out here and give them as --footprint and --accreditation.
  "footprint": "footprints/00000000-0000-8000-8000-000000000000",
  "accreditation": "accreditations/00000000-0000-8000-8000-000000000000",
  // Whose rules of verification were applied. The accreditation covers scheme, sub-scope, category
  // of the product and assurance level.
  "scheme_version": "schemes/baoting-1-5-pilot/versions/v1",
  "sub_scope": "ISO 14067",
  // LIMITED or REASONABLE.
  "assurance_level": "LIMITED",
  // UNMODIFIED, QUALIFIED, ADVERSE or DISCLAIMED.
  "opinion": "UNMODIFIED",
  // Lead verifier and independent reviewer: two holders of keys, and both sign.
  "lead": "li",
  "reviewer": "zhao",
  // Days on site, in China; if nobody went, "visit_unknown": "NOT_APPLICABLE" or the like.
  "visit": {"first_day": "2026-03-02", "last_day": "2026-03-03"},
  // Ids of the lines that were looked at one by one, 1 to 200.
  "lines_sampled": ["fert-urea-n"],
  // Leave out if there are none. Misstatement: stated minus right, in the footprint's unit; "0" if
  // it changes nothing, {"unknown": "NOT_ASSESSED"} if it was not worked out.
  "findings": [
    {
      "line": "fert-urea-n",
      "text": {"en": "urea agrees with the receipts", "prevailing": "EN", "translation": "MISSING"},
      "misstatement": {"decimal": "0"}
    }
  ],
  // Documents, registered before, in the order of the alphabet, at most 16; leave out if there are
  // none: "evidence": ["documents/…"].
  "summary": {
    "zh": "未发现重大错报。",
    "en": "No material misstatement was found.",
    "prevailing": "EN",
    "translation": "HUMAN"
  },
  // You and both people are independent of the producer and advised it on nothing. Without this
  // there is no statement.
  "impartial": true
}
)"};

// A file is a form that serves for several footprints: what differs may be given beside it.
Result<Exit> Issue(Session& session, const Arguments& arguments) {
  std::string footprint, accreditation;
  if (const auto given = arguments.Find("footprint")) {
    TANJI_ASSIGN(footprint, FootprintArgument(*given));
  }
  if (const auto given = arguments.Find("accreditation")) {
    TANJI_ASSIGN(accreditation, AccreditationArgument(*given));
  }
  return WriteMessageFile<v1::IssueStatement>(
      session, arguments, kTemplate, [&](v1::Operation& operation, const auto& message) {
        auto& statement = *operation.mutable_issue_statement();
        statement = message;
        if (!footprint.empty()) statement.set_footprint(footprint);
        if (!accreditation.empty()) statement.set_accreditation(accreditation);
      });
}

Result<Exit> Show(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_statement()->mutable_name(),
               StatementArgument(arguments.Get("statement")));
  return AskAndShow(session, std::move(question));
}

struct StatementStatus {
  static constexpr Parameter kName{
      Kind::kArgument, "statement", "STATEMENT", {"核查声明", "a statement"}, true};
  static Result<std::string> Name(const std::string& argument) {
    return StatementArgument(argument);
  }
  static v1::StatusChange& Make(v1::Operation& operation, std::string name) {
    auto& message = *operation.mutable_change_statement_status();
    message.set_statement(std::move(name));
    return *message.mutable_change();
  }
};

constexpr Parameter kIssueParameters[] = {
    kMessageFile,
    {Kind::kOption,
     "footprint",
     "FOOTPRINT",
     {"哪份碳足迹，代替文件中的", "of which footprint, in place of the file's"}},
    {Kind::kOption,
     "accreditation",
     "ACCREDITATION",
     {"凭哪份认可，代替文件中的", "under which accreditation, in place of the file's"}},
    kPrintTemplate,
};
constexpr Parameter kShowParameters[] = {StatementStatus::kName, kOn, kKnown};
constexpr Parameter kListParameters[] = {kPageSize, kPageToken};

constexpr auto kCommands = WithStatusVerbs<StatementStatus>({
    {"issue",
     {"出具：组长和复核人都要签名（--key 给两次，或 --out 会签）",
      "issue: lead and reviewer both sign (--key twice, or --out for the second)"},
     kIssueParameters,
     Issue},
    {"show",
     {"显示声明、所核查的碳足迹，以及是否仍然有效",
      "show a statement, its footprint, and whether it still counts"},
     kShowParameters,
     Show},
    {"list", {"列出", "list them"}, kListParameters, ListStatements},
});

}  // namespace

constinit const Noun kStatementNoun{
    "statement", {"核查声明", "verification statements"}, kCommands};

}  // namespace tanji::client::cli
