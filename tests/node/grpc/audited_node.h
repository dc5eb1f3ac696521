// A node of today on which a footprint was declared and verified: what the services of audits and
// of labels are tried against.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "ledger/modules/common/draft_digest.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/products/rules.h"
#include "ledger/state/record.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/footprints/grower.h"
#include "tests/ledger/modules/products/farm.h"
#include "tests/ledger/modules/schemes/pilot.h"
#include "tests/ledger/modules/verification/audit.h"
#include "tests/node/grpc/grpc_fixture.h"

namespace tanji::testing_support {

// What an auditor needs on a node of today: a declared footprint, the pilot in force, a second
// person, an accreditation.
class AuditedNodeTest : public GrpcTest {
 protected:
  void Do(const char* author, std::vector<v1::Operation> operations) {
    const auto result = Submit(SignNow(author, std::move(operations)));
    EXPECT_EQ(result.fate(), v1::FATE_APPLIED) << v1::Code_Name(result.code());
  }
  std::string Created(const v1::SubmitResult& result, std::string_view collection) {
    const auto id = crypto::Hash::FromBytes(result.transaction_id()).value();
    return ledger::MakeName(collection, ledger::DeriveId(id, 0, 0));
  }
  // `datasets/power`, of one factor.
  void PublishPower() {
    namespace sets = ledger::testing;
    const std::string name = "datasets/power";
    Do("body-cn", {sets::Op(sets::GwpSet("ar6")), sets::Op(sets::Dataset("power")),
                   sets::Op(sets::Rows("power", {sets::GridRow("average")}))});
    v1::GetDatasetRequest get;
    get.set_name(name);
    v1::GetDatasetResponse got;
    ASSERT_TRUE(factors_->GetDataset(std::make_unique<Call>().get(), get, &got).ok());
    v1::PublishDataset publication;
    publication.set_dataset(name);
    publication.set_rows_digest(got.progress().rows_digest());
    Do("body-cn", {sets::Op(publication)});
  }
  // Of one line: 0.005777 kgCO2e/kg for the harvest `h25`.
  void Declare() {
    PublishPower();
    const auto line = ledger::testing::PowerLine("power", "1");
    v1::FootprintLine record;
    *record.mutable_line() = line;
    ledger::DraftDigest digest;
    digest.Add(ledger::EncodeRecord(record));
    v1::AddLines lines;
    lines.set_footprint_operation(0);
    *lines.add_lines() = line;
    v1::DeclareFootprint declaration;
    declaration.set_footprint_operation(0);
    declaration.set_lines_digest(digest.str());
    Do("zone", {ledger::testing::Op(
                   ledger::testing::Registration("farm", {v1::PARTICIPANT_KIND_PRODUCER}))});
    Do("farm", {ledger::testing::Op(ledger::testing::Orchard()),
                ledger::testing::Op(ledger::testing::Mango())});
    Do("body-cn", {ledger::testing::Op(ledger::testing::Bound())});
    Do("farm", {ledger::testing::Op(ledger::testing::Harvested("h25"))});
    auto header = ledger::testing::MangoHeader();
    header.add_lots(ledger::testing::LotName("h25"));
    Do("farm", {ledger::testing::Op(ledger::testing::Creation(header)), ledger::testing::Op(lines),
                ledger::testing::Op(declaration)});
    v1::ListFootprintsResponse list;
    ASSERT_TRUE(footprints_->ListFootprints(std::make_unique<Call>().get(), {}, &list).ok());
    ASSERT_EQ(list.footprints_size(), 1);
    footprint_ = list.footprints(0).name();
  }
  void PublishPilot() {
    namespace pilot = ledger::testing;
    auto version = pilot::FirstVersion();
    // What is asked of a footprint is tried with the modules; one of a single line meets these.
    auto& demands = *version.mutable_requirements();
    demands.clear_stages();
    demands.add_stages(v1::STAGE_CULTIVATION);
    demands.mutable_technological_quality()->set_unknown(v1::UNKNOWN_NOT_APPLICABLE);
    demands.mutable_minimum_primary_share()->set_unknown(v1::UNKNOWN_NOT_APPLICABLE);
    demands.clear_primary_share_formula();
    version.set_effective_day(ledger::ToText(ledger::DayInChina(node::SystemClock().WallMs())));
    Do("body-hn",
       {ledger::testing::Op(pilot::PilotScheme()), ledger::testing::Op(version),
        ledger::testing::Op(pilot::Claims(pilot::kFirstVersion)),
        ledger::testing::Op(pilot::Categories(pilot::kFirstVersion, {pilot::MangoCriteria()}))});
    v1::GetSchemeVersionRequest get;
    get.set_name(std::string(pilot::kFirstVersion));
    v1::GetSchemeVersionResponse got;
    ASSERT_TRUE(schemes_->GetSchemeVersion(std::make_unique<Call>().get(), get, &got).ok());
    v1::PublishSchemeVersion publication;
    publication.set_version(get.name());
    publication.set_content_digest(got.progress().content_digest());
    Do("body-hn", {ledger::testing::Op(publication)});
  }
  void Accredit() {
    Do("zone", {ledger::testing::Op(
                   ledger::testing::Registration("auditor", {v1::PARTICIPANT_KIND_AUDITOR}))});
    v1::AddKey reviewer;
    *reviewer.mutable_key() = ledger::testing::Grant("auditor", 1, {v1::PERMISSION_VERIFY});
    Do("auditor", {ledger::testing::Op(reviewer)});
    const auto granted = Submit(
        SignNow("cnas", {ledger::testing::Op(ledger::testing::PilotAccreditation("auditor"))}));
    ASSERT_EQ(granted.fate(), v1::FATE_APPLIED);
    accreditation_ = Created(granted, ledger::kAccreditationsCollection);
  }
  v1::SubmitResult Issue() {
    auto message = ledger::testing::StatementOn(footprint_, accreditation_);
    message.mutable_findings(0)->mutable_misstatement()->set_decimal("0");
    message.clear_evidence();
    ledger::testing::Draft draft;
    draft.author_id = "auditor";
    draft.operations = {ledger::testing::Op(message)};
    draft.keys = {ledger::testing::KeyOf("auditor", 0), ledger::testing::KeyOf("auditor", 1)};
    draft.expire_ms = node::SystemClock().WallMs() + 600'000;
    return Submit(ledger::testing::TransactionOf(draft));
  }

  std::string footprint_, accreditation_;
};

}  // namespace tanji::testing_support
