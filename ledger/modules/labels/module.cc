#include "ledger/modules/labels/module.h"

#include "ledger/modules/labels/change_certificate_status.h"
#include "ledger/modules/labels/change_label_status.h"
#include "ledger/modules/labels/confirm_release.h"
#include "ledger/modules/labels/invariants.h"
#include "ledger/modules/labels/issue_certificate.h"
#include "ledger/modules/labels/record_surveillance.h"
#include "ledger/modules/labels/release_label.h"
#include "ledger/modules/labels/report_units.h"

namespace tanji::ledger {
namespace {

constexpr OperationRow kOperations[] = {
    MakeRow<&v1::Operation::issue_certificate, CheckIssueCertificate, AuthoriseIssueCertificate,
            ApplyIssueCertificate>(v1::Operation::kIssueCertificate, "issue_certificate",
                                   v1::PERMISSION_CERTIFY, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::change_certificate_status, CheckChangeCertificateStatus,
            AuthoriseChangeCertificateStatus, ApplyChangeCertificateStatus>(
        v1::Operation::kChangeCertificateStatus, "change_certificate_status",
        v1::PERMISSION_CERTIFY, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::record_surveillance, CheckRecordSurveillance,
            AuthoriseRecordSurveillance, ApplyRecordSurveillance>(
        v1::Operation::kRecordSurveillance, "record_surveillance", v1::PERMISSION_CERTIFY,
        v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::release_label, CheckReleaseLabel, AuthoriseReleaseLabel,
            ApplyReleaseLabel>(v1::Operation::kReleaseLabel, "release_label",
                               v1::PERMISSION_RELEASE_LABELS, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::confirm_release, CheckConfirmRelease, AuthoriseConfirmRelease,
            ApplyConfirmRelease>(v1::Operation::kConfirmRelease, "confirm_release",
                                 v1::PERMISSION_CERTIFY, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::report_units, CheckReportUnits, AuthoriseReportUnits, ApplyReportUnits>(
        v1::Operation::kReportUnits, "report_units", v1::PERMISSION_RELEASE_LABELS,
        v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::change_label_status, CheckChangeLabelStatus, AuthoriseChangeLabelStatus,
            ApplyChangeLabelStatus>(v1::Operation::kChangeLabelStatus, "change_label_status",
                                    v1::PERMISSION_CERTIFY, v1::FEATURE_FLAG_FOUNDATION),
};

// A ledger begins without labels.
Outcome LoadGenesis(const v1::Genesis&, const BlockContext&, StateWriter&) {
  return Outcome::Ok();
}

}  // namespace

const Module& LabelsModule() {
  static const Module module{"labels", kOperations, LabelsInvariants(), LoadGenesis};
  return module;
}

}  // namespace tanji::ledger
