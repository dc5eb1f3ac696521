#include "ledger/base/id.h"

#include <gtest/gtest.h>

#include <set>

#include "crypto/hash/hex.h"

namespace tanji::ledger {
namespace {

// Golden: the hashes were made with another implementation of SHA-256 (Python's hashlib).
TEST(Id, IsDerivedAsTheFormatSays) {
  const auto transaction = crypto::Sha256("a transaction");
  EXPECT_EQ(IdHash(transaction, 3, 258).Hex(),
            "31f962308887ab10e14ec4be0eba378396b87b44e6beb52af9e5aeeb00c64ffd");
  EXPECT_EQ(DeriveId(transaction, 3, 258).Text(), "31f96230-8887-8b10-a14e-c4be0eba3783");
}

TEST(Id, DependsOnEveryInput) {
  std::set<Id> ids;
  for (const auto* transaction : {"a", "b"}) {
    for (const int operation : {0, 1, 256}) {
      for (const int position : {0, 1, 256}) {
        ids.insert(DeriveId(crypto::Sha256(transaction), static_cast<std::uint16_t>(operation),
                            static_cast<std::uint16_t>(position)));
      }
    }
  }
  EXPECT_EQ(ids.size(), 18u);
}

// RFC 9562 section 5.8: version 8 and variant 10, whatever the hash.
TEST(Id, HasVersionAndVariant) {
  for (std::uint16_t i = 0; i < 500; ++i) {
    const auto text = DeriveId(crypto::Sha256("x"), 0, i).Text();
    ASSERT_EQ(text.size(), Id::kTextSize);
    EXPECT_EQ(text[14], '8');
    EXPECT_NE(std::string_view("89ab").find(text[19]), std::string_view::npos);
    const auto id = Id::FromText(text);
    ASSERT_TRUE(id);
    EXPECT_EQ(Id::FromBytes(id->view()), id);
  }
}

TEST(Id, OneTextOnly) {
  const std::string good = "01234567-89ab-8def-8123-456789abcdef";
  ASSERT_TRUE(Id::FromText(good));
  EXPECT_EQ(Id::FromText(good)->Text(), good);
  for (const auto* bad :
       {"", "0123456789ab8def8123456789abcdef", "01234567-89AB-8def-8123-456789abcdef",
        "{1234567-89ab-8def-8123-456789abcde}", "01234567-89ab-4def-8123-456789abcdef",
        "01234567-89ab-8def-c123-456789abcdef", "01234567-89ab-8def-0123-456789abcdef",
        "0123456-789ab-8def-8123-456789abcdef", "01234567-89ab-8def-8123-456789abcde-",
        "-1234567-89ab-8def-8123-456789abcdef", "01234567089ab08def08123-456789abcdef",
        "01234567-89ab-8def-8123-456789abcdefa", "0123456789ab-8def-8123-456789abcdef0"}) {
    EXPECT_FALSE(Id::FromText(bad)) << bad;
  }
  // Any change of one character is another id or none.
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (int c = 0; c < 256; ++c) {
      auto text = good;
      text[at] = static_cast<char>(c);
      const auto id = Id::FromText(text);
      if (id) {
        EXPECT_EQ(id->Text(), text);
      }
    }
  }
}

TEST(Id, BytesAreChecked) {
  std::string raw(16, '\0');
  EXPECT_FALSE(Id::FromBytes(raw));
  raw[6] = '\x80';
  EXPECT_FALSE(Id::FromBytes(raw));
  raw[8] = '\x80';
  EXPECT_TRUE(Id::FromBytes(raw));
  EXPECT_FALSE(Id::FromBytes(raw + raw));
  EXPECT_FALSE(Id::FromBytes(raw.substr(1)));
}

}  // namespace
}  // namespace tanji::ledger
