// tanji factor: single factors of a dataset.
#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/lists.h"
#include "client/cli/messages.h"
#include "client/cli/reading.h"
#include "client/cli/status_change.h"
#include "client/cli/writing.h"
#include "client/sdk/file.h"

namespace tanji::client::cli {
namespace {

Result<Exit> Show(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_factor()->mutable_name(), FactorArgument(arguments.Get("factor")));
  return AskAndShow(session, std::move(question));
}

Result<Exit> WriteChange(Session& session, const Arguments& arguments,
                         const v1::StatusChange& change) {
  v1::ChangeFactorStatus message;
  TANJI_ASSIGN(*message.mutable_factor(), FactorArgument(arguments.Get("factor")));
  *message.mutable_change() = change;
  return WriteOperation(session, [&](v1::Operation& operation) {
    *operation.mutable_change_factor_status() = message;
  });
}

template <v1::StatusKind kind>
Result<Exit> Open(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const auto change, OpeningChange(session, arguments, kind));
  return WriteChange(session, arguments, change);
}

Result<Exit> Reinstate(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const auto change, EndingChange(session, arguments));
  return WriteChange(session, arguments, change);
}

constexpr Parameter kName{Kind::kArgument, "factor", "FACTOR", {"因子", "a factor"}, true};
constexpr Parameter kShowParameters[] = {kName, kOn, kKnown};
constexpr Parameter kListParameters[] = {
    {Kind::kArgument, "dataset", "DATASET", {"数据集", "the dataset"}, true},
    kPageSize,
    kPageToken};
constexpr Parameter kOpenParameters[] = {
    kName, kEffective, kReasonZh, kReasonEn, kPrevailing, kMachineTranslated, kSettledBy,
};
constexpr Parameter kReinstateParameters[] = {
    kName, kInterval, kEffective, kReasonZh, kReasonEn, kPrevailing, kMachineTranslated, kSettledBy,
};

constexpr Command kCommands[] = {
    {"show", {"显示因子及其状态", "show a factor and its status"}, kShowParameters, Show},
    {"list", {"列出", "list them"}, kListParameters, ListFactors},
    {"review",
     {"列为复核中", "put under review"},
     kOpenParameters,
     Open<v1::STATUS_KIND_UNDER_REVIEW>},
    {"suspend", {"暂停", "suspend"}, kOpenParameters, Open<v1::STATUS_KIND_SUSPENDED>},
    {"withdraw", {"注销", "withdraw"}, kOpenParameters, Open<v1::STATUS_KIND_WITHDRAWN>},
    {"revoke", {"撤销", "revoke"}, kOpenParameters, Open<v1::STATUS_KIND_REVOKED>},
    {"reinstate",
     {"恢复：结束一段状态", "reinstate: end an interval"},
     kReinstateParameters,
     Reinstate},
};

}  // namespace

constinit const Noun kFactorNoun{"factor", {"排放因子", "emission factors"}, kCommands};

}  // namespace tanji::client::cli
