// The bytes of every record and operation, frozen: what is hashed and signed must never change.
//
//   tests/vectors/operations/<arm>.hex   an Operation
//   tests/vectors/records/<table>.hex    a state key and the record under it
//
// A new table or operation gets its file by running this test with TANJI_WRITE_VECTORS=1; a file
// that is committed is never rewritten.
#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "crypto/hash/hex.h"
#include "crypto/wire/strict_check.h"
#include "ledger/state/record.h"
#include "tanji/v1/genesis.pb.h"
#include "tests/ledger/modules/stories.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger::testing {
namespace {

struct TableName {
  const char* name;
  const google::protobuf::Descriptor* record;
};

// The modules' tables, and those of the engine that a ballot writes.
const std::map<KeySpace, TableName>& Tables() {
  static const std::map<KeySpace, TableName> tables{
      {KeySpace::kFlags, {"flags", v1::FlagSchedule::descriptor()}},
      {KeySpace::kParameters, {"parameters", v1::ParameterSet::descriptor()}},
      {KeySpace::kDocument, {"document", v1::Document::descriptor()}},
      {KeySpace::kParticipant, {"participant", v1::Participant::descriptor()}},
      {KeySpace::kParticipantStatus, {"participant_status", v1::StatusRecord::descriptor()}},
      {KeySpace::kKey, {"key", v1::Key::descriptor()}},
      {KeySpace::kKeyStatus, {"key_status", v1::StatusRecord::descriptor()}},
      {KeySpace::kKeyReference, {"key_reference", v1::KeyReference::descriptor()}},
      {KeySpace::kElectorate, {"electorate", v1::Electorate::descriptor()}},
      {KeySpace::kBallot, {"ballot", v1::Ballot::descriptor()}},
      {KeySpace::kBallotVote, {"ballot_vote", v1::BallotVote::descriptor()}},
      {KeySpace::kAccreditation, {"accreditation", v1::Accreditation::descriptor()}},
      {KeySpace::kAccreditationStatus, {"accreditation_status", v1::StatusRecord::descriptor()}},
      {KeySpace::kLicence, {"licence", v1::Licence::descriptor()}},
      {KeySpace::kLicenceStatus, {"licence_status", v1::StatusRecord::descriptor()}},
      {KeySpace::kFacility, {"facility", v1::Facility::descriptor()}},
      {KeySpace::kFacilityStatus, {"facility_status", v1::StatusRecord::descriptor()}},
      {KeySpace::kProduct, {"product", v1::Product::descriptor()}},
      {KeySpace::kProductStatus, {"product_status", v1::StatusRecord::descriptor()}},
      {KeySpace::kYieldBound, {"yield_bound", v1::YieldBound::descriptor()}},
      {KeySpace::kLot, {"lot", v1::Lot::descriptor()}},
      {KeySpace::kLotBalance, {"lot_balance", v1::LotBalance::descriptor()}},
      {KeySpace::kLotStatus, {"lot_status", v1::StatusRecord::descriptor()}},
      {KeySpace::kHarvestConfirmation,
       {"harvest_confirmation", v1::HarvestConfirmation::descriptor()}},
      {KeySpace::kScheme, {"scheme", v1::Scheme::descriptor()}},
      {KeySpace::kSchemeProgress, {"scheme_progress", v1::SchemeProgress::descriptor()}},
      {KeySpace::kSchemeTerms, {"scheme_terms", v1::SchemeTerms::descriptor()}},
      {KeySpace::kSerialPrefix, {"serial_prefix", v1::SerialPrefix::descriptor()}},
      {KeySpace::kSchemeVersion, {"scheme_version", v1::SchemeVersion::descriptor()}},
      {KeySpace::kSchemeVersionProgress,
       {"scheme_version_progress", v1::SchemeVersionProgress::descriptor()}},
      {KeySpace::kSchemeVersionStatus, {"scheme_version_status", v1::StatusRecord::descriptor()}},
      {KeySpace::kSchemeRequirements,
       {"scheme_requirements", v1::SchemeRequirements::descriptor()}},
      {KeySpace::kSchemeClause, {"scheme_clause", v1::SchemeClause::descriptor()}},
      {KeySpace::kClaimTexts, {"claim_texts", v1::ClaimTexts::descriptor()}},
      {KeySpace::kCategoryCriteria, {"category_criteria", v1::CategoryCriteria::descriptor()}},
      {KeySpace::kGwpSet, {"gwp_set", v1::GwpSet::descriptor()}},
      {KeySpace::kGwpSetStatus, {"gwp_set_status", v1::StatusRecord::descriptor()}},
      {KeySpace::kDataset, {"dataset", v1::Dataset::descriptor()}},
      {KeySpace::kDatasetProgress, {"dataset_progress", v1::DatasetProgress::descriptor()}},
      {KeySpace::kDatasetStatus, {"dataset_status", v1::StatusRecord::descriptor()}},
      {KeySpace::kFactor, {"factor", v1::Factor::descriptor()}},
      {KeySpace::kFactorStatus, {"factor_status", v1::StatusRecord::descriptor()}},
      {KeySpace::kFootprint, {"footprint", v1::Footprint::descriptor()}},
      {KeySpace::kFootprintProgress, {"footprint_progress", v1::FootprintProgress::descriptor()}},
      {KeySpace::kFootprintLine, {"footprint_line", v1::FootprintLine::descriptor()}},
      {KeySpace::kFootprintResult, {"footprint_result", v1::FootprintResult::descriptor()}},
      {KeySpace::kFootprintLineResult,
       {"footprint_line_result", v1::FootprintLineResult::descriptor()}},
      {KeySpace::kFootprintReferences,
       {"footprint_references", v1::FootprintReferences::descriptor()}},
      {KeySpace::kFootprintStatus, {"footprint_status", v1::StatusRecord::descriptor()}},
      {KeySpace::kCorrection, {"correction", v1::Correction::descriptor()}},
      {KeySpace::kOpenCorrections, {"open_corrections", v1::OpenCorrections::descriptor()}},
      {KeySpace::kStatement, {"statement", v1::Statement::descriptor()}},
      {KeySpace::kStatementStatus, {"statement_status", v1::StatusRecord::descriptor()}},
      {KeySpace::kStatementFinding, {"statement_finding", v1::StatementFinding::descriptor()}},
      {KeySpace::kStatementSample, {"statement_sample", v1::StatementSample::descriptor()}},
      {KeySpace::kEngagement, {"engagement", v1::Engagement::descriptor()}},
      {KeySpace::kCertificate, {"certificate", v1::Certificate::descriptor()}},
      {KeySpace::kCertificateProgress,
       {"certificate_progress", v1::CertificateProgress::descriptor()}},
      {KeySpace::kCertificateStatus, {"certificate_status", v1::StatusRecord::descriptor()}},
      {KeySpace::kReleasedLotsStatus, {"released_lots_status", v1::StatusRecord::descriptor()}},
      {KeySpace::kCertificateSurveillance,
       {"certificate_surveillance", v1::CertificateSurveillance::descriptor()}},
      {KeySpace::kLabel, {"label", v1::Label::descriptor()}},
      {KeySpace::kLabelProgress, {"label_progress", v1::LabelProgress::descriptor()}},
      {KeySpace::kLabelStatus, {"label_status", v1::StatusRecord::descriptor()}},
      {KeySpace::kLabelReport, {"label_report", v1::LabelReport::descriptor()}},
      {KeySpace::kPrintedRuns, {"printed_runs", v1::PrintedRuns::descriptor()}},
      {KeySpace::kReleaseConfirmation,
       {"release_confirmation", v1::ReleaseConfirmation::descriptor()}},
  };
  return tables;
}

struct ModuleStory {
  void (*tell)(Story&);
  // Whose tables it stands for; other modules' records in its world are theirs to freeze.
  KeySpace first, last;
};
constexpr KeySpace Space(int byte) {
  return static_cast<KeySpace>(byte);
}
constexpr ModuleStory kStories[] = {
    {TellFoundation, Space(0x00), Space(0x2f)}, {TellProducts, Space(0x50), Space(0x5f)},
    {TellSchemes, Space(0x40), Space(0x4f)},    {TellFactors, Space(0x30), Space(0x3f)},
    {TellFootprints, Space(0x60), Space(0x6f)}, {TellVerification, Space(0x70), Space(0x7f)},
    {TellLabels, Space(0x80), Space(0x8f)},
};

// Compares with the committed file, or writes it where there is none and that was asked for.
void CheckVector(const std::string& folder, const std::string& name, const std::string& content) {
  const std::string path =
      std::string(TANJI_SOURCE_DIR) + "/tests/vectors/" + folder + "/" + name + ".hex";
  std::ifstream file(path);
  if (!file && std::getenv("TANJI_WRITE_VECTORS") != nullptr) {
    std::ofstream(path) << content;
    return;
  }
  std::stringstream committed;
  committed << file.rdbuf();
  EXPECT_EQ(committed.str(), content) << path;
}

void ExpectCanonical(const std::string& bytes, const google::protobuf::Descriptor* type,
                     const std::string& name) {
  const auto fault = crypto::CheckStrict(bytes, type);
  EXPECT_FALSE(fault) << name << ": " << crypto::Name(fault->rule) << " at " << fault->path;
}

TEST(Vectors, OfEveryOperation) {
  std::map<std::string, v1::Operation> operations;
  for (const auto& row : kStories) {
    Story story;
    row.tell(story);
    operations.insert(story.operations().begin(), story.operations().end());
  }
  const auto* operation = v1::Operation::descriptor();
  for (int i = 0; i < operation->field_count(); ++i) {
    EXPECT_TRUE(operations.contains(operation->field(i)->name())) << operation->field(i)->name();
  }
  for (const auto& [name, message] : operations) {
    const auto bytes = EncodeRecord(message);
    ExpectCanonical(bytes, operation, name);
    CheckVector("operations", name, crypto::ToHex(bytes) + "\n");
  }
}

// The records of one story, by table: of each table the longest, which says most.
std::map<KeySpace, std::string> RecordsOf(const ModuleStory& row) {
  Story story;
  row.tell(story);
  std::map<KeySpace, std::string> found;
  for (const auto& [key, record] : story.world().state().changes()) {
    const auto space = static_cast<KeySpace>(static_cast<unsigned char>(key[0]));
    if (space < row.first || space > row.last) continue;
    EXPECT_TRUE(Tables().contains(space) && record) << crypto::ToHex(key);
    if (!Tables().contains(space) || !record) continue;
    ExpectCanonical(*record, Tables().at(space).record, Tables().at(space).name);
    auto text = crypto::ToHex(key) + "\n" + crypto::ToHex(*record) + "\n";
    if (text.size() > found[space].size()) found[space] = std::move(text);
  }
  return found;
}

TEST(Vectors, OfEveryTable) {
  std::map<KeySpace, std::string> found;
  for (const auto& row : kStories) found.merge(RecordsOf(row));
  for (const auto& [space, table] : Tables()) {
    EXPECT_TRUE(found.contains(space)) << table.name;
    CheckVector("records", table.name, found[space]);
  }
}

// The balance of products has a list that only labels fill.
TEST(Vectors, OfABalanceWithLabels) {
  const auto found = RecordsOf({TellLabels, KeySpace::kLotBalance, KeySpace::kLotBalance});
  CheckVector("records", "lot_balance_labelled", found.at(KeySpace::kLotBalance));
}

}  // namespace
}  // namespace tanji::ledger::testing
