// tanji trust: whose signatures you believe.
#include "client/sdk/trust.h"

#include "client/cli/commands.h"
#include "client/cli/messages.h"
#include "client/cli/options.h"
#include "client/cli/session.h"
#include "client/sdk/file.h"

namespace tanji::client::cli {
namespace {

constexpr Fault kFileOrNode{
    ErrorKind::kUsage,
    "FILE_OR_NODE",
    {"请给出策略文件，或用 --from-node 向节点索取，二者选一。",
     "Give a policy file, or --from-node to ask the node for it; one of the two."}};
constexpr Text kFirstUse{
    "警告：策略取自节点 {node} 本身，您是在首次使用时相信它。请向成员机构核对下列密钥是否相同：",
    "Warning: the policy comes from the node {node} itself; you trust it on first use. Compare "
    "these "
    "keys with what the member organisations publish:"};
constexpr Text kPinned{
    "今后只相信按此策略签名的账本 {ledger}。",
    "From now on the ledger {ledger} is believed as signed under this policy only."};
constexpr Text kForgotten{"不再信任账本 {ledger}。", "The ledger {ledger} is no longer trusted."};
constexpr Text kLedgerWord{"账本", "ledger"};
constexpr Text kNodeWord{"节点", "node"};
constexpr Text kSeenWord{"已验证到", "verified up to"};
constexpr Text kGroupWord{"签署组", "group"};
constexpr Text kRuleWord{"至少 {threshold} 个，共 {count} 个", "at least {threshold} of {count}"};

Sheet Describe(const Session& session, const Trust& trust) {
  Sheet sheet;
  sheet.Add(session.Say(kLedgerWord), trust.chain_id);
  for (const auto& group : trust.policy.groups()) {
    sheet.Add(session.Say(kGroupWord) + " " + Safe(group.name),
              session.Say(kRuleWord, {{"threshold", std::to_string(group.threshold)},
                                      {"count", std::to_string(group.members.size())}}));
  }
  for (const auto& log : trust.policy.logs()) sheet.Add("log", Safe(log.key.Print()));
  for (const auto& witness : trust.policy.witnesses()) {
    sheet.Add(Safe(witness.name), Safe(witness.key.Print()));
  }
  return sheet;
}

Session::Json DescribeJson(const Trust& trust, const LedgerHome& ledger) {
  return Session::Json{{"ledger", trust.chain_id},
                       {"directory", ledger.directory()},
                       {"node", ledger.Node().value_or("")},
                       {"policy", trust.policy_text}};
}

Result<std::string> FetchPolicy(Session& session) {
  TANJI_ASSIGN(Node* const node, session.node());
  TANJI_ASSIGN(auto response,
               Retrier(session.retry(), session.terminal().pacing).Run([&](std::int64_t ms) {
                 return node->GetPolicy(v1::GetPolicyRequest(), ms);
               }));
  return std::move(*response.mutable_policy());
}

Result<Exit> Add(Session& session, const Arguments& arguments) {
  const bool from_node = arguments.Has("from-node");
  if (from_node == arguments.Has("file")) return kFileOrNode;
  std::string text;
  if (from_node) {
    TANJI_ASSIGN(text, FetchPolicy(session));
  } else {
    TANJI_ASSIGN(text, ReadFile(arguments.Get("file"), crypto::kMaxPolicyBytes));
  }
  TANJI_ASSIGN(const Trust trust, ParsePolicy(std::move(text)));
  const auto wanted = arguments.Find("ledger");
  if (wanted && *wanted != trust.chain_id) {
    return Error(kPolicyOfAnother, {{"found", trust.chain_id}, {"ledger", *wanted}});
  }
  TANJI_ASSIGN(const auto* const home, session.home());
  TANJI_ASSIGN(const LedgerHome ledger,
               home->Pin(trust.chain_id, trust.policy_text, arguments.Has("replace")));
  if (from_node) {
    TANJI_ASSIGN(Node* const node, session.node());
    TANJI_TRY(ledger.SetNode(node->address()));
    session.Warn(session.Say(kFirstUse, {{"node", Safe(node->address())}}));
  } else if (const auto node = arguments.Find("node")) {
    TANJI_TRY(ledger.SetNode(*node));
  }
  if (session.json()) {
    session.Print(DescribeJson(trust, ledger));
  } else {
    session.Print(Describe(session, trust).Print());
    session.Note(session.Say(kPinned, {{"ledger", trust.chain_id}}));
  }
  return Exit::kOk;
}

Result<Exit> List(Session& session, const Arguments&) {
  TANJI_ASSIGN(const auto* const home, session.home());
  Table table({session.Say(kLedgerWord), session.Say(kNodeWord), session.Say(kSeenWord)});
  auto json = Session::Json::array();
  for (const auto& chain_id : home->Ledgers()) {
    TANJI_ASSIGN(const LedgerHome ledger, home->Ledger(chain_id));
    TANJI_ASSIGN(std::string policy, ledger.Policy());
    TANJI_ASSIGN(const Trust trust, ParsePolicy(std::move(policy)));
    TANJI_ASSIGN(const std::uint64_t seen, LogFollower(ledger, trust).KnownSize());
    const std::string node = ledger.Node().value_or("");
    table.Add({chain_id, Safe(node), std::to_string(seen)});
    json.push_back(Session::Json{{"ledger", chain_id}, {"node", node}, {"verified_size", seen}});
  }
  if (session.json()) {
    session.Print(Session::Json{{"ledgers", json}});
  } else if (table.empty()) {
    session.Note(session.Say(kNothingListed));
  } else {
    session.Print(table.Print());
  }
  return Exit::kOk;
}

Result<Exit> Show(Session& session, const Arguments&) {
  TANJI_ASSIGN(const auto* const trust, session.trust());
  TANJI_ASSIGN(const auto* const home, session.home());
  if (session.json()) {
    session.Print(DescribeJson(*trust, home->DirectoryFor(trust->chain_id)));
  } else {
    session.Print(Describe(session, *trust).Print());
  }
  return Exit::kOk;
}

Result<Exit> Remove(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const auto* const home, session.home());
  const std::string chain_id = arguments.Get("chain");
  TANJI_TRY(home->Forget(chain_id));
  session.Note(session.Say(kForgotten, {{"ledger", chain_id}}));
  return Exit::kOk;
}

constexpr Parameter kAddParameters[] = {
    {Kind::kArgument, "file", "FILE", {"C2SP tlog-policy 策略文件", "a C2SP tlog-policy file"}},
    {Kind::kFlag,
     "from-node",
     "",
     {"向节点索取（首次使用即相信）", "ask the node for it (trust on first use)"}},
    {Kind::kFlag,
     "replace",
     "",
     {"替换已保存的另一份策略", "replace another policy that is pinned"}},
};
constexpr Parameter kRemoveParameters[] = {
    {Kind::kArgument, "chain", "CHAIN", {"账本编号", "chain id"}, true},
};

constexpr Command kCommands[] = {
    {"add", {"保存一个账本的信任策略", "pin the policy of a ledger"}, kAddParameters, Add},
    {"show", {"显示所信任的密钥", "show the keys that are trusted"}, {}, Show},
    {"list", {"列出所信任的账本", "list the ledgers that are trusted"}, {}, List},
    {"remove", {"不再信任一个账本", "forget a ledger"}, kRemoveParameters, Remove},
};

}  // namespace

constinit const Noun kTrustNoun{"trust", {"信任策略", "whom you believe"}, kCommands};

}  // namespace tanji::client::cli
