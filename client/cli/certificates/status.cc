// Suspending, withdrawing and reinstating certificates. A decision on a certificate says by itself
// what becomes of the lots released under it: nothing else reaches them.
#include "client/cli/certificates/certificates.h"
#include "client/cli/inputs.h"
#include "client/cli/status_change.h"
#include "client/cli/writing.h"

namespace tanji::client::cli {
namespace {

constexpr Fault kBothScopes{
    ErrorKind::kUsage,
    "BOTH_SCOPES",
    {"--also-released-lots（证书和已放行的批次）与 --only-released-lots（只限后者）只能给一个。",
     "Give one of --also-released-lots (the certificate and the lots released) and "
     "--only-released-lots (these alone)."}};
constexpr Fault kNoIntervalGiven{
    ErrorKind::kUsage,
    "NO_INTERVAL",
    {"要结束哪一段？证书的用 --interval N，已放行批次的用 --released-interval N（见 certificate "
     "show）。",
     "Which interval ends? --interval N of the certificate, --released-interval N of the lots "
     "released, or both (see certificate show)."}};
constexpr Text kLotsUntouched{
    "已放行的批次不受影响。要一并处理，加 --also-released-lots。",
    "Lots that are released already stay as they are. To reach them too: --also-released-lots."};

Result<v1::ChangeCertificateStatus> Naming(const Arguments& arguments) {
  v1::ChangeCertificateStatus message;
  TANJI_ASSIGN(*message.mutable_certificate(), CertificateArgument(arguments.Get("certificate")));
  return message;
}

Result<Exit> Write(Session& session, const v1::ChangeCertificateStatus& message) {
  return WriteOperation(session, [&](v1::Operation& operation) {
    *operation.mutable_change_certificate_status() = message;
  });
}

Result<Exit> Open(Session& session, const Arguments& arguments, v1::StatusKind kind) {
  const bool also = arguments.Has("also-released-lots");
  const bool only = arguments.Has("only-released-lots");
  if (also && only) return kBothScopes;
  TANJI_ASSIGN(auto message, Naming(arguments));
  TANJI_ASSIGN(const auto change, OpeningChange(session, arguments, kind));
  if (!only) *message.mutable_change() = change;
  if (also || only) *message.mutable_released_lots() = change;
  if (!also && !only) session.Note(session.Say(kLotsUntouched));
  return Write(session, message);
}

}  // namespace

Result<Exit> ReviewCertificate(Session& session, const Arguments& arguments) {
  return Open(session, arguments, v1::STATUS_KIND_UNDER_REVIEW);
}
Result<Exit> SuspendCertificate(Session& session, const Arguments& arguments) {
  return Open(session, arguments, v1::STATUS_KIND_SUSPENDED);
}
Result<Exit> WithdrawCertificate(Session& session, const Arguments& arguments) {
  return Open(session, arguments, v1::STATUS_KIND_WITHDRAWN);
}
Result<Exit> RevokeCertificate(Session& session, const Arguments& arguments) {
  return Open(session, arguments, v1::STATUS_KIND_REVOKED);
}

Result<Exit> ReinstateCertificate(Session& session, const Arguments& arguments) {
  const auto own = arguments.Find("interval"), lots = arguments.Find("released-interval");
  if (!own && !lots) return kNoIntervalGiven;
  TANJI_ASSIGN(auto message, Naming(arguments));
  if (own) {
    TANJI_ASSIGN(*message.mutable_change(), EndingChange(session, arguments));
  }
  if (lots) {
    TANJI_ASSIGN(*message.mutable_released_lots(),
                 EndingChange(session, arguments, *lots, "--released-interval"));
  }
  return Write(session, message);
}

}  // namespace tanji::client::cli
