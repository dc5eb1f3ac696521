// tanji policy: the policy file of a ledger, to hand to somebody who will verify offline.
#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/messages.h"
#include "client/cli/session.h"
#include "client/sdk/file.h"

namespace tanji::client::cli {
namespace {

constexpr Text kSameAsPinned{"与已保存的策略相同。", "The same as the pinned policy."};
constexpr Text kNotPinned{
    "注意：这是节点 {node} "
    "的说法，与已保存的策略不同。旧的证明须用当时的策略核对，请先向成员机构确认。",
    "Note: this is what the node {node} says, and it is not the pinned policy. An old bundle is "
    "checked with the policy of its time; ask the member organisations first."};

// The policy of a height, as the node has it.
Result<std::string> FromNode(Session& session, std::uint64_t height) {
  TANJI_ASSIGN(Node* const node, session.node());
  v1::GetPolicyRequest request;
  request.set_height(height);
  TANJI_ASSIGN(auto response,
               Retrier(session.retry(), session.terminal().pacing).Run([&](std::int64_t ms) {
                 return node->GetPolicy(request, ms);
               }));
  TANJI_ASSIGN(const Trust parsed, ParsePolicy(response.policy()));
  const auto pinned = session.trust();
  const bool same = pinned.ok() && (*pinned)->policy == parsed.policy;
  if (same) {
    session.Note(session.Say(kSameAsPinned));
  } else {
    session.Warn(session.Say(kNotPinned, {{"node", Safe(node->address())}}));
  }
  return std::move(*response.mutable_policy());
}

Result<Exit> Show(Session& session, const Arguments& arguments) {
  std::string policy;
  const bool from_node = arguments.Has("from-node") || arguments.Has("height");
  if (from_node) {
    std::uint64_t height = 0;
    if (const auto given = arguments.Find("height")) {
      TANJI_ASSIGN(height, NumberArgument(*given, "--height", 0, INT64_MAX));
    }
    TANJI_ASSIGN(policy, FromNode(session, height));
  } else {
    TANJI_ASSIGN(const auto* const trust, session.trust());
    policy = trust->policy_text;
  }
  if (const auto out = arguments.Find("out")) {
    TANJI_TRY(WriteFile(*out, policy, Overwrite::kNo));
    session.Note(session.Say(kWrote, {{"file", Safe(*out)}}));
  } else if (session.json()) {
    session.Print(Session::Json{{"policy", policy}});
  } else {
    session.Print(policy);
  }
  return Exit::kOk;
}

using Kind = Parameter::Kind;
constexpr Parameter kParameters[] = {
    {Kind::kFlag,
     "from-node",
     "",
     {"向节点索取，而不是已保存的", "what the node says, not the pinned one"}},
    {Kind::kOption,
     "height",
     "N",
     {"某一高度时的策略（向节点索取）", "the policy at a height, from the node"}},
};

constexpr Command kCommands[] = {
    {"",
     {"打印账本的策略文件，供离线核对用", "print the ledger's policy file, for verifying offline"},
     kParameters,
     Show},
};

}  // namespace

constinit const Noun kPolicyNoun{"policy", {"策略文件", "the policy file"}, kCommands};

}  // namespace tanji::client::cli
