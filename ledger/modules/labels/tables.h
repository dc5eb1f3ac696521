// Which record of labels lies under which key, and the histories of certificates and labels.
#pragma once

#include <cstdint>
#include <string>

#include "ledger/base/id.h"
#include "ledger/state/history.h"
#include "ledger/state/table.h"
#include "tanji/v1/labels.pb.h"

namespace tanji::ledger {

inline constexpr Table<v1::Certificate, Id> kCertificates{KeySpace::kCertificate};
inline constexpr Table<v1::CertificateProgress, Id> kCertificateProgress{
    KeySpace::kCertificateProgress};
// Certificate and number, 0 .. surveillance_count - 1.
inline constexpr Table<v1::CertificateSurveillance, Id, std::uint32_t> kCertificateSurveillances{
    KeySpace::kCertificateSurveillance};
// By serial.
inline constexpr Table<v1::Label, std::string> kLabels{KeySpace::kLabel};
inline constexpr Table<v1::LabelProgress, std::string> kLabelProgress{KeySpace::kLabelProgress};
// Serial and number, 0 .. report_count - 1.
inline constexpr Table<v1::LabelReport, std::string, std::uint32_t> kLabelReports{
    KeySpace::kLabelReport};
inline constexpr Table<v1::ReleaseConfirmation, std::string> kReleaseConfirmations{
    KeySpace::kReleaseConfirmation};

// Ids of the scheme and of the producer.
inline constexpr Table<v1::PrintedRuns, std::string, std::string> kPrintedRuns{
    KeySpace::kPrintedRuns};

// Of the certificate: outside it nothing is released.
inline History CertificateHistory(const Id& id) {
  return History(MakeKey(KeySpace::kCertificateStatus, id));
}
// Of the lots that were released under it: it goes on when the validity of the certificate ends.
inline History ReleasedLotsHistory(const Id& id) {
  return History(MakeKey(KeySpace::kReleasedLotsStatus, id));
}
inline History LabelHistory(const std::string& serial) {
  return History(MakeKey(KeySpace::kLabelStatus, serial));
}

}  // namespace tanji::ledger
