#include "node/config/key_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "tests/support/temp_dir.h"

namespace tanji::node {
namespace {

class KeyFile : public testing::Test {
 protected:
  std::string Path(const char* name) const { return directory_.File(name); }
  void Write(const std::string& path, std::string_view text) {
    std::ofstream(path) << text;
    chmod(path.c_str(), 0600);
  }

  testing_support::TempDir directory_;
};

TEST_F(KeyFile, ReadsWhatItWrites) {
  const auto key = crypto::SigningKey::Generate();
  ASSERT_TRUE(WriteKeyFile(Path("k"), key).ok());
  struct stat info = {};
  ASSERT_EQ(stat(Path("k").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 07777, 0600u);
  const auto read = ReadKeyFile(Path("k"));
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(read->public_key(), key.public_key());
}

TEST_F(KeyFile, NothingIsOverwritten) {
  const auto key = crypto::SigningKey::Generate();
  ASSERT_TRUE(WriteKeyFile(Path("k"), key).ok());
  EXPECT_TRUE(absl::IsAlreadyExists(WriteKeyFile(Path("k"), crypto::SigningKey::Generate())));
  EXPECT_EQ(ReadKeyFile(Path("k"))->public_key(), key.public_key());
}

TEST_F(KeyFile, RefusesAFileThatOthersMayUse) {
  ASSERT_TRUE(WriteKeyFile(Path("k"), crypto::SigningKey::Generate()).ok());
  for (const mode_t mode : {0640, 0620, 0610, 0604, 0602, 0601}) {
    chmod(Path("k").c_str(), mode);
    EXPECT_TRUE(absl::IsPermissionDenied(ReadKeyFile(Path("k")).status())) << std::oct << mode;
  }
  chmod(Path("k").c_str(), 0400);
  EXPECT_TRUE(ReadKeyFile(Path("k")).ok());
  EXPECT_TRUE(absl::IsPermissionDenied(ReadKeyFile(directory_.path().string()).status()));
  EXPECT_TRUE(absl::IsNotFound(ReadKeyFile(Path("none")).status()));
}

TEST_F(KeyFile, RefusesOtherContents) {
  const std::string digits(64, 'a');
  for (const std::string& text :
       {std::string(), digits, digits + "\n\n", std::string(64, 'A') + "\n",
        std::string(63, 'a') + "\n", std::string(64, 'g') + "\n", digits + "\r\n"}) {
    Write(Path("k"), text);
    EXPECT_TRUE(absl::IsInvalidArgument(ReadKeyFile(Path("k")).status())) << text;
  }
  Write(Path("k"), digits + "\n");
  EXPECT_TRUE(ReadKeyFile(Path("k")).ok());
}

}  // namespace
}  // namespace tanji::node
