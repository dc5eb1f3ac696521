// tanji ballot: how the bodies decide.
#include <limits>

#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/lists/lists.h"
#include "client/cli/messages.h"
#include "client/cli/options.h"
#include "client/cli/reading.h"
#include "client/cli/status_change.h"
#include "client/cli/time_text.h"
#include "client/cli/writing.h"
#include "client/sdk/file.h"

namespace tanji::client::cli {
namespace {

constexpr Text kTemplate{
    R"({
  "title": {
    "zh": "把交易最长有效期设为 12 小时",
    "en": "Set the longest life of a transaction to 12 hours",
    // 以何文为准：ZH、EN，或 BOTH（同等有效，须写 "settled_by"，不写 "translation"）。
    "prevailing": "ZH",
    "translation": "HUMAN"
  },
  // 按此次序执行，全部成功或全部不做；最多 16 项。
  "actions": [
    {"set_parameter": {"parameter": "TRANSACTION_LIFETIME_MS", "value": 43200000}},
    {"switch_flag": {"flag": "REHEARSAL", "from_height": 100000}},
    // 参与方的状态：open 为 UNDER_REVIEW、SUSPENDED、WITHDRAWN 或 REVOKED；恢复则以 end 写明要结束
    // 的区间序号。每个参与方只能出现一次。
    {"change_participant_status": {
      "participant": "participants/cert-body-03",
      "change": {
        "open": "SUSPENDED",
        "reason": {"zh": "抽查不合格", "prevailing": "ZH", "translation": "MISSING"}
      }
    }}
  ],
  // 最迟执行时间，至多 366 天后。
  "deadline_time": "2027-03-01T00:00:00+08:00"
}
)",
    R"({
  "title": {
    "zh": "把交易最长有效期设为 12 小时",
    "en": "Set the longest life of a transaction to 12 hours",
    // Which text prevails: ZH, EN, or BOTH (then "settled_by" in place of "translation").
    "prevailing": "ZH",
    "translation": "HUMAN"
  },
  // Carried out in this order, all or none; at most 16.
  "actions": [
    {"set_parameter": {"parameter": "TRANSACTION_LIFETIME_MS", "value": 43200000}},
    {"switch_flag": {"flag": "REHEARSAL", "from_height": 100000}},
    // The status of a participant: open is UNDER_REVIEW, SUSPENDED, WITHDRAWN or REVOKED; to
    // reinstate, write "end" and the number of the interval. Each participant at most once.
    {"change_participant_status": {
      "participant": "participants/cert-body-03",
      "change": {
        "open": "SUSPENDED",
        "reason": {"zh": "抽查不合格", "prevailing": "ZH", "translation": "MISSING"}
      }
    }}
  ],
  // Last moment to execute, at most 366 days ahead.
  "deadline_time": "2027-03-01T00:00:00+08:00"
}
)"};

Done AddFlagAction(const std::string& text, v1::ProposeBallot& ballot) {
  TANJI_ASSIGN(const Pair pair, PairArgument(text, '@', "--switch-flag", "REHEARSAL@100000"));
  TANJI_ASSIGN(const auto flag, EnumArgument<v1::FeatureFlag>(pair.first, "--switch-flag"));
  TANJI_ASSIGN(const auto height, NumberArgument(pair.second, "--switch-flag", 1,
                                                 std::numeric_limits<std::int64_t>::max()));
  auto& action = *ballot.add_actions()->mutable_switch_flag();
  action.set_flag(flag);
  action.set_from_height(height);
  return {};
}

Done AddParameterAction(const std::string& text, v1::ProposeBallot& ballot) {
  TANJI_ASSIGN(const Pair pair, PairArgument(text, '=', "--set-parameter", "BALLOT_THRESHOLD=3"));
  TANJI_ASSIGN(const auto parameter, EnumArgument<v1::Parameter>(pair.first, "--set-parameter"));
  TANJI_ASSIGN(const auto value, NumberArgument(pair.second, "--set-parameter", 0,
                                                std::numeric_limits<std::int64_t>::max()));
  auto& action = *ballot.add_actions()->mutable_set_parameter();
  action.set_parameter(parameter);
  action.set_value(static_cast<std::int64_t>(value));
  return {};
}

Done AddStatusAction(const Session& session, const Arguments& arguments, const std::string& text,
                     v1::ProposeBallot& ballot) {
  TANJI_ASSIGN(const Pair pair, PairArgument(text, '=', "--set-status", "cert-body-03=SUSPENDED"));
  TANJI_ASSIGN(const auto kind, EnumArgument<v1::StatusKind>(pair.second, "--set-status"));
  auto& action = *ballot.add_actions()->mutable_change_participant_status();
  TANJI_ASSIGN(*action.mutable_participant(), ParticipantArgument(pair.first));
  TANJI_ASSIGN(*action.mutable_change(), OpeningChange(session, arguments, kind));
  return {};
}

Done AddReinstatement(const Session& session, const Arguments& arguments, const std::string& text,
                      v1::ProposeBallot& ballot) {
  TANJI_ASSIGN(const Pair pair, PairArgument(text, '@', "--reinstate", "cert-body-03@1"));
  auto& action = *ballot.add_actions()->mutable_change_participant_status();
  TANJI_ASSIGN(*action.mutable_participant(), ParticipantArgument(pair.first));
  TANJI_ASSIGN(*action.mutable_change(),
               EndingChange(session, arguments, pair.second, "--reinstate"));
  return {};
}

Result<v1::ProposeBallot> BallotOfOptions(const Session& session, const Arguments& arguments) {
  v1::ProposeBallot ballot;
  TANJI_ASSIGN(*ballot.mutable_title(), TextArgument(arguments, "title"));
  for (const auto& text : arguments.All("switch-flag")) TANJI_TRY(AddFlagAction(text, ballot));
  for (const auto& text : arguments.All("set-parameter")) {
    TANJI_TRY(AddParameterAction(text, ballot));
  }
  for (const auto& text : arguments.All("set-status")) {
    TANJI_TRY(AddStatusAction(session, arguments, text, ballot));
  }
  for (const auto& text : arguments.All("reinstate")) {
    TANJI_TRY(AddReinstatement(session, arguments, text, ballot));
  }
  if (!arguments.Has("deadline")) return Error(kArgumentMissing, {{"argument", "--deadline"}});
  TANJI_ASSIGN(const std::int64_t deadline_ms,
               ParseTimeText(arguments.Get("deadline"), session.style().offset, DayEdge::kEnd,
                             "--deadline"));
  ballot.set_deadline_time(deadline_ms);
  return ballot;
}

Result<Exit> Propose(Session& session, const Arguments& arguments) {
  if (arguments.Has("print-template")) {
    session.Print(session.Say(kTemplate));
    return Exit::kOk;
  }
  v1::ProposeBallot ballot;
  if (const auto file = arguments.Find("file")) {
    TANJI_ASSIGN(const std::string text, ReadFile(*file));
    TANJI_TRY(ReadJsonMessage(text, {*file, session.style().offset}, ballot));
  } else {
    TANJI_ASSIGN(ballot, BallotOfOptions(session, arguments));
  }
  return WriteOperation(
      session, [&](v1::Operation& operation) { *operation.mutable_propose_ballot() = ballot; });
}

Result<Exit> Vote(Session& session, const Arguments& arguments) {
  v1::CastVote vote;
  TANJI_ASSIGN(*vote.mutable_ballot(), BallotArgument(arguments.Get("ballot")));
  vote.set_vote(arguments.Get("vote") == "yes" ? v1::VOTE_YES : v1::VOTE_NO);
  return WriteOperation(session,
                        [&](v1::Operation& operation) { *operation.mutable_cast_vote() = vote; });
}

Result<Exit> Execute(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const std::string name, BallotArgument(arguments.Get("ballot")));
  return WriteOperation(session, [&](v1::Operation& operation) {
    operation.mutable_execute_ballot()->set_ballot(name);
  });
}

Result<Exit> Show(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const std::string name, BallotArgument(arguments.Get("ballot")));
  return ShowBallot(session, name);
}

constexpr Parameter kName{Kind::kArgument, "ballot", "BALLOT", {"表决", "the ballot"}, true};
constexpr Parameter kTitleZh{
    Kind::kOption, "title-zh", "TEXT", {"标题（中文）", "title in Chinese"}};
constexpr Parameter kTitleEn{
    Kind::kOption, "title-en", "TEXT", {"标题（英文）", "title in English"}};
constexpr Parameter kProposeParameters[] = {
    {Kind::kArgument,
     "file",
     "FILE",
     {"JSON 文件，代替下列选项，见 --print-template",
      "JSON file in place of the options, see --print-template"}},
    kTitleZh,
    kTitleEn,
    kPrevailing,
    kMachineTranslated,
    kSettledBy,
    {Kind::kRepeated,
     "switch-flag",
     "FLAG@HEIGHT",
     {"自某高度起打开功能开关", "switch a feature flag on from a height"}},
    {Kind::kRepeated, "set-parameter", "NAME=VALUE", {"设定参数", "set a parameter"}},
    {Kind::kRepeated,
     "set-status",
     "PARTICIPANT=KIND",
     {"变更参与方状态：UNDER_REVIEW、SUSPENDED、WITHDRAWN、REVOKED",
      "change a participant's status: UNDER_REVIEW, SUSPENDED, WITHDRAWN, REVOKED"}},
    {Kind::kRepeated,
     "reinstate",
     "PARTICIPANT@N",
     {"恢复参与方：结束这个序号的状态区间（见 participant show）",
      "reinstate a participant: end the interval of this number (see participant show)"}},
    kReasonZh,
    kReasonEn,
    kEffective,
    {Kind::kOption,
     "deadline",
     "TIME",
     {"最迟执行时间；只写日期即当日结束时", "last moment to execute; a date means its end"}},
    kPrintTemplate,
};
constexpr Parameter kVoteParameters[] = {
    kName,
    {Kind::kArgument, "vote", "yes|no", {"赞成或反对", "your vote"}, true},
};
constexpr Parameter kNameOnly[] = {kName};
constexpr Parameter kListParameters[] = {kPageSize, kPageToken};

constexpr Command kCommands[] = {
    {"propose", {"提出表决", "propose a ballot"}, kProposeParameters, Propose},
    {"vote", {"投票", "vote"}, kVoteParameters, Vote},
    {"execute", {"执行已通过的表决", "carry out what was decided"}, kNameOnly, Execute},
    {"show", {"显示表决和各方投票", "show a ballot and the votes"}, kNameOnly, Show},
    {"list", {"列出表决", "list ballots"}, kListParameters, ListBallots},
};

}  // namespace

constinit const Noun kBallotNoun{"ballot", {"表决", "ballots"}, kCommands};

}  // namespace tanji::client::cli
