// The list of everything that `tanji` can do.
#pragma once

#include <span>

#include "client/cli/command.h"

namespace tanji::client::cli {

extern const Noun kKeyNoun;
extern const Noun kParticipantNoun;
extern const Noun kDocumentNoun;
extern const Noun kBallotNoun;
extern const Noun kAccreditationNoun;
extern const Noun kLicenceNoun;
extern const Noun kGwpNoun;
extern const Noun kDatasetNoun;
extern const Noun kFactorNoun;
extern const Noun kFacilityNoun;
extern const Noun kProductNoun;
extern const Noun kLotNoun;
extern const Noun kYieldBoundNoun;
extern const Noun kSchemeNoun;
extern const Noun kFootprintNoun;
extern const Noun kCorrectionNoun;
extern const Noun kStatementNoun;
extern const Noun kCertificateNoun;
extern const Noun kLabelNoun;
extern const Noun kTransactionNoun;
extern const Noun kLogNoun;
extern const Noun kProveNoun;
extern const Noun kVerifyNoun;
extern const Noun kPolicyNoun;
extern const Noun kTrustNoun;
extern const Noun kNodeNoun;
extern const Noun kCompletionNoun;

// In the order of the help.
std::span<const Noun* const> AllNouns();

// Options that may stand anywhere: of every command, and of those that write to the ledger.
std::span<const Parameter> GlobalOptions();
std::span<const Parameter> WritingOptions();

}  // namespace tanji::client::cli
