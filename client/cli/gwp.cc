// tanji gwp: sets of global warming potentials.
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

struct GwpSetStatus {
  static constexpr Parameter kName{
      Kind::kArgument, "set", "SET", {"增温潜势组", "a GWP set"}, true};
  static Result<std::string> Name(const std::string& argument) { return GwpSetArgument(argument); }
  static v1::StatusChange& Make(v1::Operation& operation, std::string name) {
    auto& message = *operation.mutable_change_gwp_set_status();
    message.set_gwp_set(std::move(name));
    return *message.mutable_change();
  }
};

constexpr Parameter kPublishParameters[] = {
    {Kind::kArgument, "file", "FILE", {"一组数值（JSON）", "the set as JSON"}, true}};
constexpr Parameter kShowParameters[] = {GwpSetStatus::kName, kOn, kKnown};
constexpr Parameter kListParameters[] = {kPageSize, kPageToken};

constexpr auto kCommands = WithStatusVerbs<GwpSetStatus>({
    {"publish", {"公布一组增温潜势", "publish a GWP set"}, kPublishParameters, Publish},
    {"show", {"显示增温潜势组及其状态", "show a GWP set and its status"}, kShowParameters, Show},
    {"list", {"列出", "list them"}, kListParameters, ListGwpSets},
});

}  // namespace

constinit const Noun kGwpNoun{
    "gwp", {"增温潜势组", "sets of global warming potentials"}, kCommands};

}  // namespace tanji::client::cli
