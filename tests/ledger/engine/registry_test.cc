// Every arm of Operation is a whole operation: a row, a permission, a golden vector (which is also
// the seed of its fuzz run), and a test that speaks of it.
#include "ledger/engine/registry.h"

#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "crypto/wire/strict_check.h"
#include "ledger/modules/all.h"

namespace tanji::ledger {
namespace {

namespace fs = std::filesystem;

std::string ReadAll(const fs::path& path) {
  std::ostringstream out;
  out << std::ifstream(path).rdbuf();
  return out.str();
}

// The sources of all the modules' tests.
std::string ModuleTests() {
  std::string out;
  for (const auto& file :
       fs::recursive_directory_iterator(fs::path(TANJI_SOURCE_DIR) / "tests/ledger/modules")) {
    if (file.path().extension() == ".cc") out += ReadAll(file.path());
  }
  return out;
}

TEST(Registry, EveryOperationIsWhole) {
  const Registry registry(AllModules());
  const std::string tests = ModuleTests();
  const auto* kinds = v1::Operation::descriptor()->FindOneofByName("kind");
  ASSERT_GT(kinds->field_count(), 0);
  for (int i = 0; i < kinds->field_count(); ++i) {
    const auto* arm = kinds->field(i);
    const auto* row = registry.Find(static_cast<v1::Operation::KindCase>(arm->number()));
    ASSERT_NE(row, nullptr) << arm->name() << " has no row";
    EXPECT_EQ(row->name, arm->name());
    EXPECT_NE(row->permission, v1::PERMISSION_UNSPECIFIED) << arm->name();
    EXPECT_NE(row->since, v1::FEATURE_FLAG_UNSPECIFIED) << arm->name();
    EXPECT_TRUE(fs::exists(fs::path(TANJI_SOURCE_DIR) / "tests/vectors/operations" /
                           (arm->name() + ".hex")))
        << arm->name() << " has no golden vector";
    EXPECT_NE(tests.find(arm->message_type()->name()), std::string::npos)
        << arm->name() << " has no test";
  }
}

TEST(Registry, NothingInTheEnvelopeIsOfATypeThatHashedBytesMustNotHave) {
  EXPECT_EQ(crypto::FindUnsuitable(v1::TransactionBody::descriptor()), std::nullopt);
  EXPECT_EQ(crypto::FindUnsuitable(v1::Transaction::descriptor()), std::nullopt);
}

}  // namespace
}  // namespace tanji::ledger
