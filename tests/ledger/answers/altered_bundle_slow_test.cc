// Every single bit of a bundle of a consortium, altered. Some seconds of signature checks.
#include <gtest/gtest.h>

#include "tests/ledger/answers/support/archive.h"
#include "tests/ledger/answers/support/questions.h"
#include "tests/ledger/answers/support/subjects.h"

namespace tanji::ledger {
namespace {

TEST(AlteredBundle, IsRefusedWhateverBitWasAltered) {
  testing::Subjects subjects;
  const testing::Archive archive(subjects.world);
  const auto good = archive.BundleFor(testing::AskLicence(subjects.licence));
  ASSERT_TRUE(archive.Verify(good).ok());
  for (std::size_t bit = 0; bit < 8 * good.size(); ++bit) {
    auto bytes = good;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << bit % 8);
    EXPECT_FALSE(archive.Verify(bytes).ok()) << "bit " << bit;
  }
}

}  // namespace
}  // namespace tanji::ledger
