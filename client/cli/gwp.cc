// tanji gwp: sets of global warming potentials.
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

Result<Exit> Publish(Session& session, const Arguments& arguments) {
  const JsonSource source{arguments.Get("file"), session.style().offset};
  v1::PublishGwpSet message;
  TANJI_ASSIGN(const std::string text, ReadFile(source.file));
  TANJI_TRY(ReadJsonMessage(text, source, message));
  return WriteOperation(
      session, [&](v1::Operation& operation) { *operation.mutable_publish_gwp_set() = message; });
}

Result<Exit> Show(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_gwp_set()->mutable_name(), GwpSetArgument(arguments.Get("set")));
  return AskAndShow(session, std::move(question));
}

Result<Exit> WriteChange(Session& session, const Arguments& arguments,
                         const v1::StatusChange& change) {
  v1::ChangeGwpSetStatus message;
  TANJI_ASSIGN(*message.mutable_gwp_set(), GwpSetArgument(arguments.Get("set")));
  *message.mutable_change() = change;
  return WriteOperation(session, [&](v1::Operation& operation) {
    *operation.mutable_change_gwp_set_status() = message;
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

constexpr Parameter kName{Kind::kArgument, "set", "SET", {"增温潜势组", "a GWP set"}, true};
constexpr Parameter kPublishParameters[] = {
    {Kind::kArgument, "file", "FILE", {"一组数值（JSON）", "the set as JSON"}, true}};
constexpr Parameter kShowParameters[] = {kName, kOn, kKnown};
constexpr Parameter kListParameters[] = {kPageSize, kPageToken};
constexpr Parameter kOpenParameters[] = {
    kName, kEffective, kReasonZh, kReasonEn, kPrevailing, kMachineTranslated, kSettledBy,
};
constexpr Parameter kReinstateParameters[] = {
    kName, kInterval, kEffective, kReasonZh, kReasonEn, kPrevailing, kMachineTranslated, kSettledBy,
};

constexpr Command kCommands[] = {
    {"publish", {"公布一组增温潜势", "publish a GWP set"}, kPublishParameters, Publish},
    {"show", {"显示增温潜势组及其状态", "show a GWP set and its status"}, kShowParameters, Show},
    {"list", {"列出", "list them"}, kListParameters, ListGwpSets},
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

constinit const Noun kGwpNoun{
    "gwp", {"增温潜势组", "sets of global warming potentials"}, kCommands};

}  // namespace tanji::client::cli
