// tanji factor: single factors of a dataset.
#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/lists/lists.h"
#include "client/cli/messages.h"
#include "client/cli/reading.h"
#include "client/cli/status_verbs.h"
#include "client/cli/writing.h"
#include "client/sdk/file.h"

namespace tanji::client::cli {
namespace {

Result<Exit> Show(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_factor()->mutable_name(), FactorArgument(arguments.Get("factor")));
  return AskAndShow(session, std::move(question));
}

struct FactorStatus {
  static constexpr Parameter kName{Kind::kArgument, "factor", "FACTOR", {"因子", "a factor"}, true};
  static Result<std::string> Name(const std::string& argument) { return FactorArgument(argument); }
  static v1::StatusChange& Make(v1::Operation& operation, std::string name) {
    auto& message = *operation.mutable_change_factor_status();
    message.set_factor(std::move(name));
    return *message.mutable_change();
  }
};

constexpr Parameter kShowParameters[] = {FactorStatus::kName, kOn, kKnown};
constexpr Parameter kListParameters[] = {
    {Kind::kArgument, "dataset", "DATASET", {"数据集", "the dataset"}, true},
    kPageSize,
    kPageToken};

constexpr auto kCommands = WithStatusVerbs<FactorStatus>({
    {"show", {"显示因子及其状态", "show a factor and its status"}, kShowParameters, Show},
    {"list", {"列出", "list them"}, kListParameters, ListFactors},
});

}  // namespace

constinit const Noun kFactorNoun{"factor", {"排放因子", "emission factors"}, kCommands};

}  // namespace tanji::client::cli
