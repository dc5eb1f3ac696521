// tanji prove: an answer as a file that anyone verifies offline.
#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/messages.h"
#include "client/cli/options.h"
#include "client/cli/reading.h"
#include "client/sdk/file.h"

namespace tanji::client::cli {
namespace {

constexpr Text kHandOver{
    "已写入 {file}（{bytes} 字节）。对方只需这份文件和策略文件（tanji policy）：tanji verify "
    "{file}",
    "Wrote {file} ({bytes} bytes). Whoever gets it needs only this and the policy file (tanji "
    "policy): tanji verify {file}"};

Result<Exit> Prove(Session& session, const Arguments& arguments, v1::Question question) {
  const auto out = arguments.Find("out");
  if (!out) return Error(kArgumentMissing, {{"argument", "--out"}});
  TANJI_TRY(ApplyTimes(session, question));
  std::optional<std::uint64_t> as_of_size;
  if (const auto given = arguments.Find("as-of")) {
    TANJI_ASSIGN(as_of_size, NumberArgument(*given, "--as-of", 2, INT64_MAX));
  }
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const Answered answered, Ask(*client, question, as_of_size));
  TANJI_TRY(WriteFile(*out, answered.bundle, Overwrite::kNo));
  // To standard output goes the file, if that is where it is written.
  if (*out == "-") return ExitOf(answered.verified);
  ShowAnswer(session, answered.verified);
  session.Note(session.Say(
      kHandOver, {{"file", Safe(*out)}, {"bytes", std::to_string(answered.bundle.size())}}));
  return ExitOf(answered.verified);
}

Result<Exit> Document(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_document()->mutable_name(),
               DocumentArgument(arguments.Get("name")));
  return Prove(session, arguments, std::move(question));
}

Result<Exit> Participant(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_participant()->mutable_name(),
               ParticipantArgument(arguments.Get("name")));
  return Prove(session, arguments, std::move(question));
}

Result<Exit> Key(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_key()->mutable_name(), KeyArgument(arguments.Get("name")));
  return Prove(session, arguments, std::move(question));
}

Result<Exit> Accreditation(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_accreditation()->mutable_name(),
               AccreditationArgument(arguments.Get("name")));
  return Prove(session, arguments, std::move(question));
}

Result<Exit> Licence(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_licence()->mutable_name(), LicenceArgument(arguments.Get("name")));
  return Prove(session, arguments, std::move(question));
}

Result<Exit> Dataset(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_dataset()->mutable_name(), DatasetArgument(arguments.Get("name")));
  return Prove(session, arguments, std::move(question));
}

Result<Exit> Factor(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_factor()->mutable_name(), FactorArgument(arguments.Get("name")));
  return Prove(session, arguments, std::move(question));
}

Result<Exit> GwpSet(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_gwp_set()->mutable_name(), GwpSetArgument(arguments.Get("name")));
  return Prove(session, arguments, std::move(question));
}

Result<Exit> Footprint(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_footprint()->mutable_name(),
               FootprintArgument(arguments.Get("name")));
  return Prove(session, arguments, std::move(question));
}

constexpr Parameter kParameters[] = {
    {Kind::kArgument, "name", "NAME", {"对象的名称", "name of the object"}, true},
    kOn,
    kKnown,
    {Kind::kOption,
     "as-of",
     "SIZE",
     {"历史情况：日志不超过这么多条时的检查点，约一小时内",
      "history: under a checkpoint of at most this log size, about an hour back"}},
};

constexpr Command kCommands[] = {
    {"document", {"某文件登记了什么", "what is registered under a hash"}, kParameters, Document},
    {"participant",
     {"某参与方及其状态", "a participant and its standing"},
     kParameters,
     Participant},
    {"key", {"某密钥属于谁、是否有效", "whose key it is, and did it count"}, kParameters, Key},
    {"accreditation",
     {"某认可是否有效", "was an accreditation in force"},
     kParameters,
     Accreditation},
    {"licence", {"某许可是否有效", "was a licence in force"}, kParameters, Licence},
    {"dataset", {"某数据集是否有效", "was a dataset in force"}, kParameters, Dataset},
    {"factor",
     {"某因子的值、是否有效", "what a factor says, and was it in force"},
     kParameters,
     Factor},
    {"gwp", {"某增温潜势组是否有效", "was a GWP set in force"}, kParameters, GwpSet},
    {"footprint",
     {"某碳足迹的值、是否有效", "what a footprint comes to, and was it in force"},
     kParameters,
     Footprint},
};

}  // namespace

constinit const Noun kProveNoun{
    "prove",
    {"离线证明文件（--out 文件）", "proof files to verify offline (--out FILE)"},
    kCommands};

}  // namespace tanji::client::cli
