// tanji certificate: what certifiers decide about products.
#include "client/cli/certificates/certificates.h"
#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/lists/lists.h"
#include "client/cli/message_file.h"
#include "client/cli/reading.h"
#include "client/cli/status_change.h"

namespace tanji::client::cli {
namespace {

Result<Exit> Show(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_certificate()->mutable_name(),
               CertificateArgument(arguments.Get("certificate")));
  return AskAndShow(session, std::move(question));
}

Result<Exit> RecordSurveillance(Session& session, const Arguments& arguments) {
  v1::RecordSurveillance message;
  TANJI_ASSIGN(*message.mutable_certificate(), CertificateArgument(arguments.Get("certificate")));
  TANJI_ASSIGN(*message.mutable_finding(), TextArgument(arguments, "finding"));
  TANJI_TRY(AddDocuments(arguments, "evidence", *message.mutable_evidence()));
  return WriteOperation(session, [&](v1::Operation& operation) {
    *operation.mutable_record_surveillance() = message;
  });
}

constexpr Parameter kCertificate{
    Kind::kArgument, "certificate", "CERTIFICATE", {"证书", "a certificate"}, true};
constexpr Parameter kAlsoReleasedLots{Kind::kFlag,
                                      "also-released-lots",
                                      "",
                                      {"已放行的批次也一并处理", "what was released under it too"}};
constexpr Parameter kOnlyReleasedLots{
    Kind::kFlag,
    "only-released-lots",
    "",
    {"只处理已放行的批次，证书不变", "only what was released under it, not the certificate"}};

constexpr Parameter kIssueParameters[] = {
    kMessageFile,
    {Kind::kOption,
     "statement",
     "STATEMENT",
     {"依据哪份核查声明，代替文件中的", "on which statement, in place of the file's"}},
    {Kind::kOption,
     "licence",
     "LICENCE",
     {"凭哪份许可，代替文件中的", "under which licence, in place of the file's"}},
    {Kind::kOption,
     "accreditation",
     "ACCREDITATION",
     {"凭哪份认可，代替文件中的", "under which accreditation, in place of the file's"}},
    {Kind::kOption,
     "predecessor",
     "CERTIFICATE",
     {"扩项或变更哪份证书，代替文件中的",
      "which certificate this extends or changes, in place of the file's"}},
    kPrintTemplate,
};
constexpr Parameter kShowParameters[] = {kCertificate, kOn, kKnown};
constexpr Parameter kListParameters[] = {kPageSize, kPageToken};
constexpr Parameter kSurveillanceParameters[] = {
    kCertificate, kFindingZh, kFindingEn, kEvidence, kPrevailing, kMachineTranslated, kSettledBy,
};
constexpr Parameter kOpenParameters[] = {
    kCertificate, kAlsoReleasedLots, kOnlyReleasedLots,  kEffective, kReasonZh,
    kReasonEn,    kPrevailing,       kMachineTranslated, kSettledBy,
};
constexpr Parameter kReinstateParameters[] = {
    kCertificate,
    {Kind::kOption,
     "interval",
     "N",
     {"要结束的证书状态区间的序号（见 show）",
      "number of the interval of the certificate to end (see show)"}},
    {Kind::kOption,
     "released-interval",
     "N",
     {"要结束的已放行批次状态区间的序号（见 show）",
      "number of the interval of the lots released to end (see show)"}},
    kEffective,
    kReasonZh,
    kReasonEn,
    kPrevailing,
    kMachineTranslated,
    kSettledBy,
};

constexpr Command kCommands[] = {
    {"issue",
     {"颁发：作出决定的人须签名（可用 --out 会签）",
      "issue: who decides signs (others with --out)"},
     kIssueParameters,
     IssueCertificate},
    {"show",
     {"显示证书、所依据的一切，以及是否仍然有效",
      "show a certificate, what it rests on, and whether it still counts"},
     kShowParameters,
     Show},
    {"list", {"列出", "list them"}, kListParameters, ListCertificates},
    {"surveillance",
     {"记录一次监督：证书得以保持", "record a surveillance: the certificate stays"},
     kSurveillanceParameters,
     RecordSurveillance},
    {"review", {"列为复核中", "put under review"}, kOpenParameters, ReviewCertificate},
    {"suspend",
     {"暂停：不再放行，已放行的不受影响，除非言明",
      "suspend: nothing more is released; what was is reached only if you say so"},
     kOpenParameters,
     SuspendCertificate},
    {"withdraw", {"注销", "withdraw"}, kOpenParameters, WithdrawCertificate},
    {"revoke", {"撤销", "revoke"}, kOpenParameters, RevokeCertificate},
    {"reinstate",
     {"恢复：结束一段状态", "reinstate: end an interval"},
     kReinstateParameters,
     ReinstateCertificate},
};

}  // namespace

constinit const Noun kCertificateNoun{
    "certificate", {"认证证书", "certificates of conformity"}, kCommands};

}  // namespace tanji::client::cli
