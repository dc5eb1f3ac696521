// A certificate as it was answered, for people: whether it counts and why not, what was certified
// for which years, by whom, and what it rests on. JSON has the rest.
#pragma once

#include <string>
#include <vector>

#include "client/cli/render.h"
#include "client/cli/table.h"
#include "tanji/v1/answer.pb.h"

namespace tanji::client::cli {

std::string CertificateVerdict(const v1::CertificateAnswer& answer, const Style& style);
Sheet CertificateSheet(const v1::CertificateAnswer& answer, const Style& style);

// --- What a label's sheet has of its certificate ------------------------------------------------

// "海南认证（示例） (participants/hainan-cert)"; the name alone where the answer has no more.
std::string PartyText(const v1::CertificateAnswer& answer, const std::string& name,
                      const Style& style);
// Product, producer, certifier, auditor, scheme.
Sheet PartiesSheet(const v1::CertificateAnswer& answer, const Style& style);
// What was compared with the threshold of `year`, and how far it stays below it.
Sheet ThresholdSheet(const v1::CertificateAnswer& answer, const v1::CertificateYear& year,
                     const Style& style);
// What is left out of the footprint, and of how many harvests it is.
Sheet ScopeSheet(const v1::CertificateAnswer& answer, const Style& style);
// The records that it rests on, by name, and who signed.
Sheet SourcesSheet(const v1::CertificateAnswer& answer, const Style& style);

}  // namespace tanji::client::cli
