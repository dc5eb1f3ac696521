// tanji participant: organisations and people, and their standing.
#include <map>

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

constexpr Text kTemplate{
    R"({
  // 编号：小写字母、数字和连字符，登记后不能更改。
  "id": "bt-farm-07",
  // 类别，可多项：AUDITOR CERTIFIER PRODUCER PRODUCER_GROUP COMMUNITY GATEWAY MERCHANT HOUSEHOLD
  "kinds": ["PRODUCER"],
  "legal_name": {
    "zh": "保亭某某农场",
    "prevailing": "ZH",
    // 没有英文名称时写 MISSING；有时写 HUMAN 或 MACHINE，并加上 "en"。
    "translation": "MISSING"
  },
  // ISO 3166：国家或省区，海南为 CN-HI。
  "region": "CN-HI",
  // 需要几个不同持有人会签；未写的事项为 1。按上文权限的次序。
  "thresholds": [
    {"permission": "MANAGE_KEYS", "holders": 1}
  ]
  // 密钥不写在这里：每个持有人用 tanji key grant 生成文件，登记时用 --grant 逐个给出。
}
)",
    R"({
  // Lower-case letters, digits and hyphens; cannot be changed later.
  "id": "bt-farm-07",
  // One or more of: AUDITOR CERTIFIER PRODUCER PRODUCER_GROUP COMMUNITY GATEWAY MERCHANT HOUSEHOLD
  "kinds": ["PRODUCER"],
  "legal_name": {
    "zh": "保亭某某农场",
    "prevailing": "ZH",
    // MISSING where there is no English name; else HUMAN or MACHINE, and the name as "en".
    "translation": "MISSING"
  },
  // ISO 3166: a country, or a subdivision such as CN-HI.
  "region": "CN-HI",
  // How many different holders must sign; 1 for what is not named. In the order of permissions.
  "thresholds": [
    {"permission": "MANAGE_KEYS", "holders": 1}
  ]
  // No keys here: each holder runs tanji key grant, and you pass its file with --grant.
}
)"};

Result<Exit> Register(Session& session, const Arguments& arguments) {
  if (arguments.Has("print-template")) {
    session.Print(session.Say(kTemplate));
    return Exit::kOk;
  }
  const JsonSource source{arguments.Get("file"), session.style().offset};
  if (source.file.empty()) return Error(kArgumentMissing, {{"argument", "FILE"}});
  v1::RegisterParticipant participant;
  TANJI_ASSIGN(const std::string text, ReadFile(source.file));
  TANJI_TRY(ReadJsonMessage(text, source, participant));
  for (const auto& file : arguments.All("grant")) {
    TANJI_ASSIGN(const std::string grant, ReadFile(file));
    TANJI_TRY(ReadJsonMessage(grant, {file, session.style().offset}, *participant.add_keys()));
  }
  return WriteOperation(session, [&](v1::Operation& operation) {
    *operation.mutable_register_participant() = participant;
  });
}

Result<Exit> Show(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_participant()->mutable_name(),
               ParticipantArgument(arguments.Get("participant")));
  return AskAndShow(session, std::move(question));
}

struct ParticipantStatus {
  static constexpr Parameter kName{
      Kind::kArgument, "participant", "PARTICIPANT", {"参与方", "the participant"}, true};
  static Result<std::string> Name(const std::string& argument) {
    return ParticipantArgument(argument);
  }
  static v1::StatusChange& Make(v1::Operation& operation, std::string name) {
    auto& message = *operation.mutable_change_participant_status();
    message.set_participant(std::move(name));
    return *message.mutable_change();
  }
};

Result<Exit> SetThresholds(Session& session, const Arguments& arguments) {
  std::map<v1::Permission, std::uint32_t> holders;
  for (const auto& text : arguments.All("threshold")) {
    TANJI_ASSIGN(const Pair pair, PairArgument(text, '=', "--threshold", "MANAGE_KEYS=2"));
    TANJI_ASSIGN(const auto permission, EnumArgument<v1::Permission>(pair.first, "--threshold"));
    TANJI_ASSIGN(const auto count, NumberArgument(pair.second, "--threshold", 1, 16));
    holders[permission] = static_cast<std::uint32_t>(count);
  }
  return WriteOperation(session, [&](v1::Operation& operation) {
    auto& message = *operation.mutable_set_thresholds();
    for (const auto& [permission, count] : holders) {
      auto& threshold = *message.add_thresholds();
      threshold.set_permission(permission);
      threshold.set_holders(count);
    }
  });
}

constexpr Parameter kRegisterParameters[] = {
    {Kind::kArgument,
     "file",
     "FILE",
     {"JSON 文件，见 --print-template", "JSON file, see --print-template"}},
    {Kind::kRepeated,
     "grant",
     "FILE",
     {"持有人用 key grant 生成的文件，可多次给出",
      "what a holder wrote with key grant, repeatable"}},
    kPrintTemplate,
};
constexpr Parameter kShowParameters[] = {ParticipantStatus::kName, kOn, kKnown};
constexpr Parameter kListParameters[] = {kPageSize, kPageToken};
constexpr Parameter kThresholdParameters[] = {
    {Kind::kRepeated,
     "threshold",
     "NAME=N",
     {"事项与所需不同持有人数，可多次给出；未给出的为 1",
      "permission and how many different holders must sign, repeatable; others need 1"}},
};

constexpr auto kCommands = WithStatusVerbs<ParticipantStatus>({
    {"register", {"登记参与方", "register a participant"}, kRegisterParameters, Register},
    {"show", {"显示参与方及其状态", "show a participant and its standing"}, kShowParameters, Show},
    {"list", {"列出参与方", "list participants"}, kListParameters, ListParticipants},
    {"thresholds",
     {"设定自己的会签人数", "set how many of you must sign"},
     kThresholdParameters,
     SetThresholds},
});

}  // namespace

constinit const Noun kParticipantNoun{"participant", {"参与方", "participants"}, kCommands};

}  // namespace tanji::client::cli
