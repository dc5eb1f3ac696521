// Reading certificates and labels, as every service does.
#include "ledger/modules/labels/queries.h"

#include <gtest/gtest.h>

#include "tests/ledger/modules/labels/certification.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Refused;
using testing::Release;

class LabelsQueries : public ::testing::Test {
 protected:
  const StateReader& state() { return c_.world.state(); }

  testing::Certification c_;
  const std::string certificate_ = c_.Certified();
};

TEST_F(LabelsQueries, ReadACertificateWhole) {
  ASSERT_TRUE(Accepted(c_.Certify(testing::Surveillance(certificate_))));
  auto change =
      testing::ChangeCertificate(certificate_, testing::OpenStatus(v1::STATUS_KIND_SUSPENDED));
  ASSERT_TRUE(Accepted(c_.Certify(change)));
  v1::GetCertificateRequest request;
  request.set_name(certificate_);
  v1::GetCertificateResponse response;
  ASSERT_TRUE(Accepted(GetCertificate(request, state(), response)));
  EXPECT_EQ(response.name(), certificate_);
  EXPECT_EQ(response.certificate().producer(), "participants/farm");
  EXPECT_EQ(response.progress().surveillance_count(), 1u);
  ASSERT_EQ(response.surveillances_size(), 1);
  EXPECT_EQ(response.surveillances(0).finding().en(), "still meets the standard");
  EXPECT_EQ(response.status().intervals_size(), 2);
  EXPECT_EQ(response.released_lots().intervals_size(), 1);
}

TEST_F(LabelsQueries, ReadALabelWhole) {
  testing::Certification c(testing::WithConfirmation());
  v1::GetLabelRequest request;
  request.set_name(c.Released(Release(c.Certified(), "h26", "100")));
  v1::GetLabelResponse response;
  ASSERT_TRUE(Accepted(GetLabel(request, c.world.state(), response)));
  EXPECT_FALSE(response.has_confirmation());
  ASSERT_TRUE(Accepted(c.Certify(testing::ReleaseConfirmed(request.name()))));
  ASSERT_TRUE(Accepted(c.Label(testing::Reported(request.name(), 1, 2))));
  response.Clear();
  ASSERT_TRUE(Accepted(GetLabel(request, c.world.state(), response)));
  EXPECT_EQ(response.name(), request.name());
  EXPECT_EQ("labels/" + response.label().serial(), request.name());
  EXPECT_EQ(response.progress().retired_units(), 2u);
  ASSERT_EQ(response.reports_size(), 1);
  EXPECT_EQ(response.reports(0).retired().units().to(), 2u);
  EXPECT_EQ(response.status().intervals_size(), 2);
  EXPECT_EQ(response.confirmation().finding().en(), "checked, may be released");
}

TEST_F(LabelsQueries, ListCertificatesByPages) {
  c_.Certified();
  c_.Certified();
  v1::ListCertificatesRequest request;
  request.set_page_size(2);
  v1::ListCertificatesResponse first, second;
  ASSERT_TRUE(Accepted(ListCertificates(request, state(), c_.world.Scan(), first)));
  EXPECT_EQ(first.certificates_size(), 2);
  request.set_page_token(first.next_page_token());
  ASSERT_TRUE(Accepted(ListCertificates(request, state(), c_.world.Scan(), second)));
  ASSERT_EQ(second.certificates_size(), 1);
  EXPECT_EQ(second.next_page_token(), "");
  EXPECT_EQ(second.certificates(0).status().intervals_size(), 1);
}

TEST_F(LabelsQueries, ListLabelsByPages) {
  for (int i = 0; i < 3; ++i) c_.Released(Release(certificate_, "h26", "100"));
  v1::ListLabelsRequest request;
  request.set_page_size(2);
  v1::ListLabelsResponse first, second;
  ASSERT_TRUE(Accepted(ListLabels(request, state(), c_.world.Scan(), first)));
  ASSERT_EQ(first.labels_size(), 2);
  EXPECT_LT(first.labels(0).name(), first.labels(1).name());
  request.set_page_token(first.next_page_token());
  ASSERT_TRUE(Accepted(ListLabels(request, state(), c_.world.Scan(), second)));
  ASSERT_EQ(second.labels_size(), 1);
  EXPECT_EQ(second.next_page_token(), "");
  EXPECT_EQ(second.labels(0).label().lot(), testing::LotName("h26"));
}

TEST_F(LabelsQueries, RefuseWhatIsNotThere) {
  v1::GetCertificateRequest certificate;
  v1::GetCertificateResponse none;
  EXPECT_TRUE(Refused(GetCertificate(certificate, state(), none), v1::CODE_FIELD_MISSING,
                      {{"field", "name"}}));
  certificate.set_name(testing::kNoCertificate);
  EXPECT_TRUE(Refused(GetCertificate(certificate, state(), none), v1::CODE_NOT_FOUND,
                      {{"field", "name"}, {"value", testing::kNoCertificate}}));
  v1::GetLabelRequest label;
  v1::GetLabelResponse nothing;
  label.set_name("labels/1");
  EXPECT_TRUE(Refused(GetLabel(label, state(), nothing), v1::CODE_NAME_MALFORMED,
                      {{"field", "name"}, {"value", "labels/1"}, {"expected", "labels/SERIAL"}}));
  label.set_name(testing::kNoLabel);
  EXPECT_TRUE(Refused(GetLabel(label, state(), nothing), v1::CODE_NOT_FOUND,
                      {{"field", "name"}, {"value", testing::kNoLabel}}));
  v1::ListLabelsRequest page;
  page.set_page_size(1001);
  v1::ListLabelsResponse rows;
  EXPECT_TRUE(Refused(ListLabels(page, state(), c_.world.Scan(), rows),
                      v1::CODE_PAGE_SIZE_OUT_OF_RANGE, {{"value", "1001"}, {"limit", "1000"}}));
}

}  // namespace
}  // namespace tanji::ledger
