#include "client/sdk/key_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "client/sdk/file.h"
#include "crypto/hash/hex.h"
#include "tests/client/sdk/temporary_directory.h"

namespace tanji::client {
namespace {

using Json = nlohmann::ordered_json;

// libsodium's minimum: a test must be quick.
constexpr KdfCost kCheap{1, 8192};

Secret Passphrase(std::string text) {
  return Secret(std::move(text));
}

AskPassphrase Answer(const std::string& text) {
  return [text](const KeyFilePublic&) -> Result<Secret> { return Secret(std::string(text)); };
}

AskPassphrase Never() {
  return [](const KeyFilePublic&) -> Result<Secret> {
    ADD_FAILURE() << "asked for a passphrase that is not needed";
    return Secret();
  };
}

class KeyFileTest : public ::testing::Test {
 protected:
  KeyFileTest() : key_(*crypto::SigningKey::FromSeed(std::string(32, 's'))) {
    about_.public_key = key_.public_key();
    about_.participant = "participants/bt-farm-07";
    about_.holder = "lead";
  }
  void CreateProtected() {
    const Done done = CreateKeyFile(path_, key_, about_, Passphrase("correct horse"), kCheap);
    ASSERT_TRUE(done.ok()) << done.error().Message(Language::kEn);
  }
  Json Read() const { return Json::parse(*ReadFile(path_)); }
  void Rewrite(const Json& json) const {
    std::ofstream(path_) << json.dump();  // keeps the mode
  }
  std::string OpenFault(const std::string& passphrase = "correct horse") const {
    const auto opened = OpenKeyFile(path_, Answer(passphrase));
    return opened.ok() ? "" : opened.error().name();
  }

  TemporaryDirectory directory_;
  const std::string path_ = directory_ / "lead.key";
  crypto::SigningKey key_;
  KeyFilePublic about_;
};

TEST_F(KeyFileTest, OpensWithItsPassphraseOnly) {
  CreateProtected();
  const auto opened = OpenKeyFile(path_, Answer("correct horse"));
  ASSERT_TRUE(opened.ok());
  EXPECT_EQ(opened->public_key(), key_.public_key());
  EXPECT_EQ(opened->seed(), key_.seed());
  EXPECT_EQ(OpenFault("correct horsf"), "PASSPHRASE_WRONG");
  EXPECT_EQ(OpenFault(""), "PASSPHRASE_WRONG");
}

TEST_F(KeyFileTest, ShowsItsPublicPartWithoutThePassphrase) {
  CreateProtected();
  const auto about = ReadKeyFilePublic(path_);
  ASSERT_TRUE(about.ok());
  EXPECT_EQ(about->public_key, key_.public_key());
  EXPECT_EQ(about->participant, "participants/bt-farm-07");
  EXPECT_EQ(about->holder, "lead");
  EXPECT_TRUE(about->is_protected);
}

TEST_F(KeyFileTest, HoldsNoSecretInTheClear) {
  CreateProtected();
  EXPECT_FALSE(Read().contains("seed"));
}

TEST_F(KeyFileTest, UnprotectedIsSaidAndAsksForNothing) {
  ASSERT_TRUE(CreateUnprotectedKeyFile(path_, key_, about_).ok());
  EXPECT_EQ(Read()["protection"], "unprotected");
  const auto opened = OpenKeyFile(path_, Never());
  ASSERT_TRUE(opened.ok());
  EXPECT_EQ(opened->public_key(), key_.public_key());
}

TEST_F(KeyFileTest, AnEmptyPassphraseIsRefused) {
  const Done done = CreateKeyFile(path_, key_, about_, Secret(), kCheap);
  ASSERT_FALSE(done.ok());
  EXPECT_EQ(done.error().name(), "PASSPHRASE_EMPTY");
  EXPECT_NE(access(path_.c_str(), F_OK), 0);
}

TEST_F(KeyFileTest, IsCreatedForItsOwnerAloneAndNeverOverwrites) {
  CreateProtected();
  struct stat info {};
  ASSERT_EQ(stat(path_.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0600u);
  const auto before = Read();
  const Done again = CreateKeyFile(path_, key_, about_, Passphrase("another one"), kCheap);
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.error().name(), "FILE_EXISTS");
  EXPECT_EQ(Read(), before);
}

TEST_F(KeyFileTest, IsNotReadWhereOthersMayReadIt) {
  CreateProtected();
  for (const mode_t mode : {0640u, 0604u, 0660u, 0666u, 0610u}) {
    ASSERT_EQ(chmod(path_.c_str(), mode), 0);
    EXPECT_EQ(OpenFault(), "FILE_MODE") << std::oct << mode;
    EXPECT_FALSE(ReadKeyFilePublic(path_).ok()) << std::oct << mode;
  }
  ASSERT_EQ(chmod(path_.c_str(), 0400), 0);
  EXPECT_EQ(OpenFault(), "");
}

TEST_F(KeyFileTest, NoticesAnAlteredPublicPart) {
  CreateProtected();
  const Json whole = Read();
  Json altered = whole;
  altered["participant"] = "participants/someone-else";
  Rewrite(altered);
  EXPECT_EQ(OpenFault(), "KEY_FILE_ALTERED");

  altered = whole;
  altered["holder"] = "reviewer";
  Rewrite(altered);
  EXPECT_EQ(OpenFault(), "KEY_FILE_ALTERED");

  const auto other = *crypto::SigningKey::FromSeed(std::string(32, 'o'));
  altered = whole;
  altered["public_key"] = crypto::ToBase64(other.public_key().view());
  Rewrite(altered);
  EXPECT_EQ(OpenFault(), "KEY_FILE_MALFORMED") << "key_id does not fit";
  altered["key_id"] = other.key_id().Hex();
  Rewrite(altered);
  EXPECT_EQ(OpenFault(), "KEY_FILE_ALTERED");
}

TEST_F(KeyFileTest, NoticesEveryAlteredByteOfTheSecretPart) {
  CreateProtected();
  const Json whole = Read();
  for (const auto* const field : {"nonce", "ciphertext"}) {
    const std::string bytes = *crypto::FromBase64(whole["secretbox"][field].get<std::string>());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      std::string altered_bytes = bytes;
      altered_bytes[i] = static_cast<char>(altered_bytes[i] ^ 1);
      Json altered = whole;
      altered["secretbox"][field] = crypto::ToBase64(altered_bytes);
      Rewrite(altered);
      EXPECT_EQ(OpenFault(), "PASSPHRASE_WRONG") << field << " " << i;
    }
  }
}

TEST_F(KeyFileTest, EveryMissingFieldIsNamed) {
  CreateProtected();
  const Json whole = Read();
  for (const auto& [field, value] : whole.items()) {
    Json altered = whole;
    altered.erase(field);
    Rewrite(altered);
    const auto opened = OpenKeyFile(path_, Answer("correct horse"));
    ASSERT_FALSE(opened.ok()) << field;
    EXPECT_EQ(opened.error().name(), "KEY_FILE_MALFORMED") << field;
    EXPECT_NE(opened.error().Message(Language::kEn).find(field), std::string::npos) << field;
  }
}

TEST_F(KeyFileTest, DoesNotSpendWhatTheFileDemands) {
  CreateProtected();
  Json altered = Read();
  altered["argon2id"]["memory_bytes"] = std::uint64_t{1} << 40;
  Rewrite(altered);
  EXPECT_EQ(OpenFault(), "KEY_FILE_MALFORMED");
  altered["argon2id"]["memory_bytes"] = 8192;
  altered["argon2id"]["operations"] = 1'000'000;
  Rewrite(altered);
  EXPECT_EQ(OpenFault(), "KEY_FILE_MALFORMED");
}

TEST_F(KeyFileTest, OtherFilesAreRefused) {
  for (const auto* const content : {"", "{", "[]", "{}", "{\"format\": \"tanji-key-file-v2\"}"}) {
    std::ofstream(path_) << content;
    chmod(path_.c_str(), 0600);
    EXPECT_EQ(OpenFault(), "KEY_FILE_MALFORMED") << content;
  }
  std::ofstream(path_) << std::string(20'000, 'x');
  EXPECT_EQ(OpenFault(), "FILE_TOO_LARGE");
}

TEST(Secret, IsWipedWhenItMoves) {
  std::string source = "short";
  Secret first(std::move(source));
  EXPECT_TRUE(source.empty());
  Secret second(std::move(first));
  EXPECT_EQ(second.view(), "short");
  EXPECT_TRUE(first.empty());
}

}  // namespace
}  // namespace tanji::client
