// tanji footprint: what a product's inventory comes to, declared, shown and explained.
#include "client/cli/commands.h"
#include "client/cli/footprints/footprints.h"
#include "client/cli/inputs.h"
#include "client/cli/lists/lists.h"
#include "client/cli/reading.h"
#include "client/cli/status_verbs.h"

namespace tanji::client::cli {
namespace {

Result<Exit> Show(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_footprint()->mutable_name(),
               FootprintArgument(arguments.Get("name")));
  return AskAndShow(session, std::move(question));
}

struct FootprintStatus {
  static constexpr Parameter kName{
      Kind::kArgument, "name", "NAME", {"碳足迹", "a footprint"}, true};
  static Result<std::string> Name(const std::string& argument) {
    return FootprintArgument(argument);
  }
  static v1::StatusChange& Make(v1::Operation& operation, std::string name) {
    auto& message = *operation.mutable_change_footprint_status();
    message.set_footprint(std::move(name));
    return *message.mutable_change();
  }
};

constexpr Parameter kFile{
    Kind::kArgument, "file", "FILE", {"清单文件（JSON）", "the inventory (JSON)"}, true};
constexpr Parameter kCheckParameters[] = {kFile};
constexpr Parameter kDeclareParameters[] = {
    kFile,
    {Kind::kOption,
     "continue",
     "FOOTPRINT",
     {"接着申报中断了的清单", "go on with an inventory that broke off half-way"}},
};
constexpr Parameter kExplainParameters[] = {FootprintStatus::kName};
constexpr Parameter kShowParameters[] = {FootprintStatus::kName, kOn, kKnown};
constexpr Parameter kListParameters[] = {kPageSize, kPageToken};

constexpr auto kCommands = WithStatusVerbs<FootprintStatus>({
    {"check",
     {"在本机核算清单，不写入账本", "reckon an inventory here, writing nothing"},
     kCheckParameters,
     CheckFootprint},
    {"declare",
     {"核算清单并申报：建立、添加条目、申报", "reckon an inventory and declare it"},
     kDeclareParameters,
     DeclareFootprint},
    {"explain",
     {"逐条说明数值的来历并在本机重算", "where a value comes from, reckoned again here"},
     kExplainParameters,
     ExplainFootprint},
    {"show",
     {"显示碳足迹、所依据的因子及其状态", "show a footprint, what it stands on, its status"},
     kShowParameters,
     Show},
    {"list", {"列出", "list them"}, kListParameters, ListFootprints},
});

}  // namespace

constinit const Noun kFootprintNoun{"footprint", {"产品碳足迹", "product footprints"}, kCommands};

}  // namespace tanji::client::cli
