// Issuing a certificate: what the file and the options say, and the days that the version leaves.
#include <algorithm>

#include "client/cli/certificates/certificates.h"
#include "client/cli/certificates/plan.h"
#include "client/cli/certificates/template.h"
#include "client/cli/inputs.h"
#include "client/cli/message_file.h"
#include "client/sdk/ask.h"
#include "ledger/modules/schemes/rules.h"

namespace tanji::client::cli {
namespace {

constexpr Fault kNoVersion{
    ErrorKind::kUsage,
    "NO_SCHEME_VERSION",
    {"账本上没有标准版本 {value}（已证明），无从得知证书的有效期和监督间隔。",
     "The ledger has no version {value} (proved), so that validity and surveillance are not "
     "known."}};
constexpr Text kPlanned{
    "有效期 {from} 至 {until}；监督日：{surveillance}。未写明的日期按标准版本推算。",
    "Valid from {from} until {until}; surveillance by: {surveillance}. Days that were not given "
    "follow from the version of the scheme."};
constexpr Text kNoSurveillance{"不要求", "none asked for"};

Done Override(const Arguments& arguments, v1::IssueCertificate& message) {
  if (const auto given = arguments.Find("statement")) {
    TANJI_ASSIGN(*message.mutable_statement(), StatementArgument(*given));
  }
  if (const auto given = arguments.Find("licence")) {
    TANJI_ASSIGN(*message.mutable_licence(), LicenceArgument(*given));
  }
  if (const auto given = arguments.Find("accreditation")) {
    TANJI_ASSIGN(*message.mutable_accreditation(), AccreditationArgument(*given));
  }
  if (const auto given = arguments.Find("predecessor")) {
    TANJI_ASSIGN(*message.mutable_predecessor(), CertificateArgument(*given));
  }
  return {};
}

void NotePlan(const Session& session, const v1::IssueCertificate& message) {
  std::string days;
  for (const auto& day : message.surveillance_days()) days += (days.empty() ? "" : ", ") + day;
  session.Note(session.Say(kPlanned,
                           {{"from", message.valid_from_day()},
                            {"until", message.valid_until_day()},
                            {"surveillance", days.empty() ? session.Say(kNoSurveillance) : days}}));
}

// From what the version demands, which is proved.
Done Plan(Session& session, v1::IssueCertificate& message) {
  if (!LeavesDaysOpen(message)) return {};
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_scheme_version()->mutable_name(),
               SchemeVersionArgument(message.scheme_version()));
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const Answered answered, Ask(*client, question));
  const auto& answer = answered.verified.answer;
  if (!answer.found()) return Error(kNoVersion, {{"value", Safe(message.scheme_version())}});
  const auto& version = answer.scheme_version();
  TANJI_TRY(FillDays(version.requirements(), session.now_ms(), ledger::OffsetOf(version.scheme()),
                     message));
  NotePlan(session, message);
  return {};
}

}  // namespace

Result<Exit> IssueCertificate(Session& session, const Arguments& arguments) {
  if (arguments.Has("print-template")) {
    session.Print(session.Say(kCertificateTemplate));
    return Exit::kOk;
  }
  TANJI_ASSIGN(auto message, ReadMessageFile<v1::IssueCertificate>(session, arguments));
  TANJI_TRY(Override(arguments, message));
  TANJI_TRY(Plan(session, message));
  return WriteOperation(
      session, [&](v1::Operation& operation) { *operation.mutable_issue_certificate() = message; });
}

}  // namespace tanji::client::cli
