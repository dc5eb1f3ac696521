#include "ledger/modules/evidence/register_document.h"

#include <gtest/gtest.h>

#include "crypto/hash/hash.h"
#include "ledger/modules/evidence/queries.h"
#include "ledger/modules/evidence/tables.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Document;
using testing::Refused;
using testing::World;

std::string NameOf(std::string_view content) {
  return "documents/" + crypto::Sha256(content).Hex();
}

TEST(RegisterDocument, RecordsWhoWhenAndWhat) {
  World world;
  ASSERT_TRUE(Accepted(world.Do("cnas", Document("certificate"))));
  const auto record = kDocuments.Get(world.state(), crypto::Sha256("certificate")).value();
  const auto message = Document("certificate");
  EXPECT_EQ(record.sha256(), message.sha256());
  EXPECT_EQ(record.title().zh(), message.title().zh());
  EXPECT_EQ(record.media_type(), "application/pdf");
  EXPECT_EQ(record.size_bytes(), 11u);
  EXPECT_EQ(record.visibility(), v1::VISIBILITY_PUBLIC);
  EXPECT_EQ(record.url(), message.url());
  EXPECT_EQ(record.registered_by(), "participants/cnas");
  EXPECT_EQ(record.registered_time(), world.now_ms());
  ASSERT_EQ(record.signed_by_size(), 1);
  EXPECT_EQ(record.signed_by(0), testing::KeyOf("cnas").key_id().str());
}

TEST(RegisterDocument, AcceptsTheBounds) {
  World world;
  auto message = Document("sealed");
  message.set_visibility(v1::VISIBILITY_SEALED);
  message.clear_url();
  message.set_size_bytes(std::uint64_t{1} << 40);
  EXPECT_TRUE(Accepted(world.Do("zone", message)));
}

TEST(EvidenceQueries, FindOneAndListAll) {
  World world;
  for (const char* content : {"a", "b", "c"}) {
    ASSERT_TRUE(Accepted(world.Do("zone", Document(content))));
  }
  v1::GetDocumentRequest get;
  v1::GetDocumentResponse found;
  get.set_name(NameOf("b"));
  ASSERT_TRUE(Accepted(GetDocument(get, world.state(), found)));
  EXPECT_EQ(found.document().sha256(), crypto::Sha256("b").str());

  v1::ListDocumentsRequest list;
  list.set_page_size(2);
  v1::ListDocumentsResponse first, second;
  ASSERT_TRUE(Accepted(ListDocuments(list, world.Scan(), first)));
  list.set_page_token(first.next_page_token());
  ASSERT_TRUE(Accepted(ListDocuments(list, world.Scan(), second)));
  EXPECT_EQ(first.documents_size(), 2);
  EXPECT_EQ(second.documents_size(), 1);
  EXPECT_EQ(second.next_page_token(), "");
  EXPECT_LT(first.documents(0).sha256(), first.documents(1).sha256());
  EXPECT_LT(first.documents(1).sha256(), second.documents(0).sha256());
}

TEST(EvidenceQueries, RefuseWhatIsNotThere) {
  World world;
  v1::GetDocumentRequest get;
  v1::GetDocumentResponse found;
  get.set_name("documents/x");
  EXPECT_TRUE(
      Refused(GetDocument(get, world.state(), found), v1::CODE_NAME_MALFORMED,
              {{"field", "name"}, {"value", "documents/x"}, {"expected", "documents/SHA256-HEX"}}));
  get.set_name(NameOf("nowhere"));
  EXPECT_TRUE(Refused(GetDocument(get, world.state(), found), v1::CODE_NOT_FOUND,
                      {{"field", "name"}, {"value", NameOf("nowhere")}}));
}

class EvidenceInvariants : public ::testing::Test {
 protected:
  EvidenceInvariants() { EXPECT_TRUE(Accepted(world_.Do("zone", Document("x")))); }
  std::string Problem(std::string_view invariant) {
    const auto outcome =
        testing::CheckInvariant(invariant, layer_.changes(), world_.state(), layer_);
    return outcome.ok() ? "" : outcome.detail().back().second;
  }
  World world_;
  Overlay layer_{testing::Below(world_.state())};
  crypto::Hash hash_ = crypto::Sha256("x");
};

TEST_F(EvidenceInvariants, SeeARewrittenDocument) {
  auto record = kDocuments.Get(layer_, hash_).value();
  record.set_size_bytes(2);
  kDocuments.Put(layer_, hash_, record);
  EXPECT_EQ(Problem("evidence.documents_are_immutable"), "rewritten");
}

TEST_F(EvidenceInvariants, SeeADeletedDocument) {
  kDocuments.Delete(layer_, hash_);
  EXPECT_EQ(Problem("evidence.documents_are_immutable"), "deleted");
}

TEST_F(EvidenceInvariants, SeeADocumentUnderAnotherHash) {
  kDocuments.Put(layer_, crypto::Sha256("y"), kDocuments.Get(layer_, hash_).value());
  EXPECT_EQ(Problem("evidence.documents_lie_under_their_hash"), "not the key of its hash");
}

}  // namespace
}  // namespace tanji::ledger
