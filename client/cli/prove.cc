// tanji prove: an answer as a file that anyone verifies offline.
#include <type_traits>

#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/messages.h"
#include "client/cli/options.h"
#include "client/cli/product_labels/labels.h"
#include "client/cli/reading.h"
#include "client/cli/threshold.h"
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

// A question that only names its subject: `kAsk` sets its arm, `kArgument` reads what people type.
template <auto kAsk, auto kArgument>
Result<Exit> ProveNamed(Session& session, const Arguments& arguments) {
  v1::Question question;
  auto& name = *(question.*kAsk)()->mutable_name();
  const std::string typed = arguments.Get("name");
  if constexpr (std::is_invocable_v<decltype(kArgument), const Session&, const std::string&>) {
    TANJI_ASSIGN(name, kArgument(session, typed));
  } else {
    TANJI_ASSIGN(name, kArgument(typed));
  }
  return Prove(session, arguments, std::move(question));
}

Result<Exit> ProveScheme(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const std::string name, SchemeVersionArgument(arguments.Get("name")));
  TANJI_ASSIGN(v1::Question question, SchemeVersionQuestion(arguments, name));
  return Prove(session, arguments, std::move(question));
}

Result<Exit> ProveLabel(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(v1::Question question, LabelQuestion(arguments, "name"));
  return Prove(session, arguments, std::move(question));
}

constexpr Parameter kName{
    Kind::kArgument, "name", "NAME", {"对象的名称", "name of the object"}, true};
constexpr Parameter kAsOf{
    Kind::kOption,
    "as-of",
    "SIZE",
    {"历史情况：日志不超过这么多条时的检查点，约一小时内",
     "history: under a checkpoint of at most this log size, about an hour back"}};

constexpr Parameter kParameters[] = {kName, kOn, kKnown, kAsOf};
constexpr Parameter kSchemeParameters[] = {kName, kCategory, kHarvestYear, kOn, kKnown, kAsOf};
constexpr Parameter kLabelParameters[] = {kName, kUnit, kOn, kKnown, kAsOf};

using Q = v1::Question;
constexpr Command kCommands[] = {
    {"document",
     {"某文件登记了什么", "what is registered under a hash"},
     kParameters,
     ProveNamed<&Q::mutable_document, DocumentArgument>},
    {"participant",
     {"某参与方及其状态", "a participant and its standing"},
     kParameters,
     ProveNamed<&Q::mutable_participant, ParticipantArgument>},
    {"key",
     {"某密钥属于谁、是否有效", "whose key it is, and did it count"},
     kParameters,
     ProveNamed<&Q::mutable_key, KeyArgument>},
    {"accreditation",
     {"某认可是否有效", "was an accreditation in force"},
     kParameters,
     ProveNamed<&Q::mutable_accreditation, AccreditationArgument>},
    {"licence",
     {"某许可是否有效", "was a licence in force"},
     kParameters,
     ProveNamed<&Q::mutable_licence, LicenceArgument>},
    {"dataset",
     {"某数据集是否有效", "was a dataset in force"},
     kParameters,
     ProveNamed<&Q::mutable_dataset, DatasetArgument>},
    {"factor",
     {"某因子的值、是否有效", "what a factor says, and was it in force"},
     kParameters,
     ProveNamed<&Q::mutable_factor, FactorArgument>},
    {"gwp",
     {"某增温潜势组是否有效", "was a GWP set in force"},
     kParameters,
     ProveNamed<&Q::mutable_gwp_set, GwpSetArgument>},
    {"scheme",
     {"某标准版本的要求、限值与是否有效",
      "what a version of a scheme demands, and was it in force"},
     kSchemeParameters,
     ProveScheme},
    {"facility",
     {"某地块或设施是否有效", "was a facility in force"},
     kParameters,
     ProveNamed<&Q::mutable_facility, FacilityArgument>},
    {"product",
     {"某产品是否有效", "was a product in force"},
     kParameters,
     ProveNamed<&Q::mutable_product, ProductArgument>},
    {"lot",
     {"某批次的来历、是否有效", "where a lot comes from, was it in force"},
     kParameters,
     ProveNamed<&Q::mutable_lot, LotArgument>},
    {"footprint",
     {"某碳足迹的值、是否有效", "what a footprint comes to, and was it in force"},
     kParameters,
     ProveNamed<&Q::mutable_footprint, FootprintArgument>},
    {"correction",
     {"某项更正要求及其答复", "a request for correction and what came of it"},
     kParameters,
     ProveNamed<&Q::mutable_correction, CorrectionArgument>},
    {"statement",
     {"某份核查声明是否仍然有效", "a statement, and did it count"},
     kParameters,
     ProveNamed<&Q::mutable_statement, StatementArgument>},
    {"certificate",
     {"某份证书是否仍然有效", "a certificate, and did it count"},
     kParameters,
     ProveNamed<&Q::mutable_certificate, CertificateArgument>},
    {"label",
     {"某个标签（或其单元）是否有效", "a label, or a unit of it, and was it good"},
     kLabelParameters,
     ProveLabel},
};

}  // namespace

constinit const Noun kProveNoun{
    "prove",
    {"离线证明文件（--out 文件）", "proof files to verify offline (--out FILE)"},
    kCommands};

}  // namespace tanji::client::cli
