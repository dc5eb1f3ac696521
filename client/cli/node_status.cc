// tanji node: about the node that is asked.
#include "client/cli/commands.h"
#include "client/cli/json_message.h"
#include "client/cli/messages.h"
#include "client/cli/session.h"
#include "client/cli/time_text.h"
#include "crypto/hash/hex.h"

namespace tanji::client::cli {
namespace {

constexpr Text kLedgerWord{"账本", "ledger"};
constexpr Text kNodeWord{"节点", "node"};
constexpr Text kVersionWord{"版本", "version"};
constexpr Text kHeightWord{"高度", "height"};
constexpr Text kSizeWord{"日志条数", "log size"};
constexpr Text kQuorumWord{"已共同签署的条数", "cosigned size"};
constexpr Text kBlockTimeWord{"最新区块时间", "newest block"};
constexpr Text kFlagsWord{"功能开关", "feature flags"};
constexpr Text kFlagFrom{"{flag}（自高度 {height}）", "{flag} (from height {height})"};
constexpr Text kScheduledWord{"待生效开关", "scheduled flags"};
constexpr Text kWritesWord{"写入", "writes"};
constexpr Text kTaken{"接受", "taken"};
constexpr Text kRootWord{"日志根", "log root"};
constexpr Text kStateWord{"状态根", "state root"};
constexpr Text kAgo{"{time}（{age}前）", "{time} ({age} ago)"};
constexpr Text kOnlyClaims{"以上是节点自己的说法，未经验证。",
                           "This is what the node says of itself; it is not verified."};

std::string FlagNames(const Session& session, const v1::GetStatusResponse& status) {
  std::string out;
  for (const int flag : status.flags()) {
    out +=
        (out.empty() ? "" : ", ") + EnumWord(static_cast<v1::FeatureFlag>(flag), session.style());
  }
  return out;
}

Result<Exit> Show(Session& session, const Arguments&) {
  TANJI_ASSIGN(Node* const node, session.node());
  TANJI_ASSIGN(const auto status,
               Retrier(session.retry(), session.terminal().pacing).Run([&](std::int64_t ms) {
                 return node->GetStatus(v1::GetStatusRequest(), ms);
               }));
  if (session.json()) {
    session.Print(ToJson(status));
    return Exit::kOk;
  }
  Sheet sheet;
  sheet.Add(session.Say(kLedgerWord), Safe(status.chain_id()));
  sheet.Add(session.Say(kNodeWord), Safe(status.node_id()) + " (" + Safe(node->address()) + ")");
  sheet.Add(session.Say(kVersionWord), Safe(status.version()));
  sheet.Add(session.Say(kHeightWord), std::to_string(status.height()));
  sheet.Add(session.Say(kSizeWord), std::to_string(status.log_size()));
  sheet.Add(session.Say(kQuorumWord), std::to_string(status.quorum_size()));
  sheet.Add(
      session.Say(kBlockTimeWord),
      session.Say(kAgo,
                  {{"time", session.Time(status.block_time())},
                   {"age", ShowAge(session.now_ms() - status.block_time(), session.language())}}));
  sheet.Add(session.Say(kRootWord), crypto::ToHex(status.log_root()));
  sheet.Add(session.Say(kStateWord), crypto::ToHex(status.state_root()));
  sheet.Add(session.Say(kFlagsWord), FlagNames(session, status));
  for (const auto& flag : status.scheduled_flags()) {
    sheet.Add(session.Say(kScheduledWord),
              session.Say(kFlagFrom, {{"flag", EnumWord(flag.flag(), session.style())},
                                      {"height", std::to_string(flag.from_height())}}));
  }
  const bool zh = session.language() == Language::kZh;
  const std::string& why_not = zh ? status.read_only_zh() : status.read_only_en();
  sheet.Add(session.Say(kWritesWord), why_not.empty() ? session.Say(kTaken) : Safe(why_not));
  session.Print(sheet.Print());
  session.Note(session.Say(kOnlyClaims));
  return Exit::kOk;
}

constexpr Command kCommands[] = {
    {"status", {"节点的版本、高度和状态", "version, height and state of the node"}, {}, Show},
};

}  // namespace

constinit const Noun kNodeNoun{"node", {"节点", "the node"}, kCommands};

}  // namespace tanji::client::cli
