// The first byte of every state key. A block of 16 values per module; the table is in README.md.
// THE VALUES ARE HASHED: they never change, and a retired one is never used again.
#pragma once

#include <cstdint>

namespace tanji::ledger {

enum class KeySpace : std::uint8_t {
  // engine 0x00-0x0f
  kReplayWindow = 0x01,
  kFlags = 0x02,
  kParameters = 0x03,
  kNode = 0x04,
  kNodeList = 0x05,

  // evidence 0x10-0x1f
  kDocument = 0x10,

  // membership 0x20-0x2f
  kParticipant = 0x20,
  kParticipantStatus = 0x21,
  kKey = 0x22,
  kKeyStatus = 0x23,
  kKeyReference = 0x24,
  kElectorate = 0x25,
  kBallot = 0x26,
  kBallotVote = 0x27,
  kAccreditation = 0x28,
  kAccreditationStatus = 0x29,
  kLicence = 0x2a,
  kLicenceStatus = 0x2b,

  // factors 0x30-0x3f
  kGwpSet = 0x30,
  kGwpSetStatus = 0x31,
  kDataset = 0x32,
  kDatasetProgress = 0x33,
  kDatasetStatus = 0x34,
  kFactor = 0x35,
  kFactorStatus = 0x36,

  // schemes 0x40-0x4f
  kScheme = 0x40,
  kSchemeProgress = 0x41,
  kSchemeTerms = 0x42,
  kSerialPrefix = 0x43,
  kSchemeVersion = 0x44,
  kSchemeVersionProgress = 0x45,
  kSchemeVersionStatus = 0x46,
  kSchemeRequirements = 0x47,
  kSchemeClause = 0x48,
  kClaimTexts = 0x49,
  kCategoryCriteria = 0x4a,

  // products 0x50-0x5f
  kFacility = 0x50,
  kFacilityStatus = 0x51,
  kProduct = 0x52,
  kProductStatus = 0x53,
  kYieldBound = 0x54,
  kLot = 0x55,
  kLotBalance = 0x56,
  kLotStatus = 0x57,
  kHarvestConfirmation = 0x58,

  // footprints 0x60-0x6f
  kFootprint = 0x60,
  kFootprintProgress = 0x61,
  kFootprintLine = 0x62,
  kFootprintResult = 0x63,
  kFootprintLineResult = 0x64,
  kFootprintReferences = 0x65,
  kFootprintStatus = 0x66,

  // verification 0x70-0x7f
  kCorrection = 0x70,
  kOpenCorrections = 0x71,
  kStatement = 0x72,
  kStatementStatus = 0x73,
  kStatementFinding = 0x74,
  kStatementSample = 0x75,
  kEngagement = 0x76,

  // labels 0x80-0x8f
  kCertificate = 0x80,
  kCertificateProgress = 0x81,
  kCertificateStatus = 0x82,
  kReleasedLotsStatus = 0x83,
  kCertificateSurveillance = 0x84,
  kLabel = 0x85,
  kLabelProgress = 0x86,
  kLabelStatus = 0x87,
  kLabelReport = 0x88,
  kReleaseConfirmation = 0x89,
  kPrintedRuns = 0x8a,
};

}  // namespace tanji::ledger
