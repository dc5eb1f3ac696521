#include "client/sdk/key_file.h"

#include <sodium.h>

#include <cassert>
#include <nlohmann/json.hpp>

#include "client/sdk/faults.h"
#include "client/sdk/file.h"
#include "crypto/hash/hex.h"

namespace tanji::client {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "tanji-key-file-v1";
constexpr std::size_t kMaxKeyFileBytes = 16 << 10;
constexpr std::size_t kPlainBytes = crypto::SigningKey::kSeedSize + crypto::Hash::kSize;

void Wipe(std::string& bytes) {
  Secret::Wipe(bytes);
}

const unsigned char* In(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* Out(std::string& bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}

// Binds the public part to the secret one.
crypto::Hash Binding(const KeyFilePublic& about) {
  const std::string_view zero("\0", 1);
  return crypto::Sha256(
      {kFormat, zero, about.public_key.view(), about.participant, zero, about.holder});
}

// The key of the secretbox, or nothing where the memory cannot be had.
std::optional<Secret> DeriveKey(const Secret& passphrase, std::string_view salt, KdfCost cost) {
  [[maybe_unused]] const int ready = sodium_init();
  assert(ready >= 0);
  std::string key(crypto_secretbox_KEYBYTES, '\0');
  if (crypto_pwhash(Out(key), key.size(), passphrase.view().data(), passphrase.view().size(),
                    In(salt), cost.operations, cost.memory_bytes,
                    crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return std::nullopt;
  }
  return Secret(std::move(key));
}

Json PublicPart(const KeyFilePublic& about) {
  return Json{{"format", kFormat},
              {"key_id", about.key_id().Hex()},
              {"public_key", crypto::ToBase64(about.public_key.view())},
              {"participant", about.participant},
              {"holder", about.holder}};
}

Done Store(const std::string& path, const Json& json) {
  std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  Done done = CreatePrivateFile(path, text);
  Wipe(text);
  return done;
}

// --- Reading ------------------------------------------------------------------------------------

// A key file's JSON and where it came from, for messages.
struct Source {
  const std::string& path;
  Json json;

  Error Malformed(std::string_view field) const {
    return Error(kKeyFileMalformed, {{"file", path}, {"field", std::string(field)}});
  }
};

Result<Source> Load(const std::string& path) {
  TANJI_ASSIGN(std::string text, ReadPrivateFile(path, kMaxKeyFileBytes));
  Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  Wipe(text);
  Source source{path, std::move(json)};
  if (!source.json.is_object()) return source.Malformed("{}");
  const auto format = source.json.find("format");
  if (format == source.json.end() || *format != kFormat) return source.Malformed("format");
  return source;
}

Result<std::string> TextAt(const Source& source, const Json& object, std::string_view field) {
  const auto found = object.find(std::string(field));
  if (found == object.end() || !found->is_string()) return source.Malformed(field);
  return found->get<std::string>();
}

Result<std::string> BytesAt(const Source& source, const Json& object, std::string_view field,
                            std::size_t size) {
  TANJI_ASSIGN(std::string text, TextAt(source, object, field));
  auto bytes = crypto::FromBase64(text);
  Wipe(text);
  if (!bytes || bytes->size() != size) return source.Malformed(field);
  return *std::move(bytes);
}

Result<KeyFilePublic> ParsePublic(const Source& source) {
  KeyFilePublic about;
  TANJI_ASSIGN(const std::string key,
               BytesAt(source, source.json, "public_key", crypto::PublicKey::kSize));
  about.public_key = *crypto::PublicKey::FromBytes(key);
  TANJI_ASSIGN(const std::string key_id, TextAt(source, source.json, "key_id"));
  if (key_id != about.key_id().Hex()) return source.Malformed("key_id");
  TANJI_ASSIGN(about.participant, TextAt(source, source.json, "participant"));
  TANJI_ASSIGN(about.holder, TextAt(source, source.json, "holder"));
  TANJI_ASSIGN(const std::string protection, TextAt(source, source.json, "protection"));
  if (protection != "argon2id" && protection != "unprotected")
    return source.Malformed("protection");
  about.is_protected = protection == "argon2id";
  return about;
}

Result<KdfCost> ParseCost(const Source& source, const Json& argon2id) {
  const auto number = [&](const char* field) -> std::optional<std::uint64_t> {
    const auto found = argon2id.find(field);
    if (found == argon2id.end() || !found->is_number_unsigned()) return std::nullopt;
    return found->get<std::uint64_t>();
  };
  const auto operations = number("operations");
  const auto memory_bytes = number("memory_bytes");
  if (!operations || *operations < crypto_pwhash_OPSLIMIT_MIN ||
      *operations > kHighestCost.operations) {
    return source.Malformed("operations");
  }
  if (!memory_bytes || *memory_bytes < crypto_pwhash_MEMLIMIT_MIN ||
      *memory_bytes > kHighestCost.memory_bytes) {
    return source.Malformed("memory_bytes");
  }
  return KdfCost{*operations, *memory_bytes};
}

Result<Json> ObjectAt(const Source& source, std::string_view field) {
  const auto found = source.json.find(std::string(field));
  if (found == source.json.end() || !found->is_object()) return source.Malformed(field);
  return Json(*found);
}

// The 32 bytes of the seed and the 32 of the binding.
Result<Secret> Decrypt(const Source& source, const Secret& passphrase) {
  TANJI_ASSIGN(const Json argon2id, ObjectAt(source, "argon2id"));
  TANJI_ASSIGN(const KdfCost cost, ParseCost(source, argon2id));
  TANJI_ASSIGN(const std::string salt, BytesAt(source, argon2id, "salt", crypto_pwhash_SALTBYTES));
  TANJI_ASSIGN(const Json box, ObjectAt(source, "secretbox"));
  TANJI_ASSIGN(const std::string nonce, BytesAt(source, box, "nonce", crypto_secretbox_NONCEBYTES));
  TANJI_ASSIGN(const std::string ciphertext,
               BytesAt(source, box, "ciphertext", kPlainBytes + crypto_secretbox_MACBYTES));

  const auto key = DeriveKey(passphrase, salt, cost);
  if (!key) return Error(kKeyFileMemory, {{"bytes", std::to_string(cost.memory_bytes)}});
  std::string plain(kPlainBytes, '\0');
  if (crypto_secretbox_open_easy(Out(plain), In(ciphertext), ciphertext.size(), In(nonce),
                                 In(key->view())) != 0) {
    return Error(kPassphraseWrong, {{"file", source.path}});
  }
  return Secret(std::move(plain));
}

Result<crypto::SigningKey> KeyOfSeed(const Source& source, std::string_view seed,
                                     const KeyFilePublic& about) {
  auto key = crypto::SigningKey::FromSeed(seed);
  assert(key);
  if (key->public_key() != about.public_key) {
    return Error(kKeyFileAltered, {{"file", source.path}});
  }
  return *std::move(key);
}

}  // namespace

void Secret::Wipe(std::string& value) {
  // Up to the capacity: an earlier, longer content may lie behind the end.
  value.resize(value.capacity());
  sodium_memzero(value.data(), value.size());
  value.clear();
}

Done CreateKeyFile(const std::string& path, const crypto::SigningKey& key,
                   const KeyFilePublic& about, const Secret& passphrase, KdfCost cost) {
  assert(about.public_key == key.public_key());
  if (passphrase.empty()) return kPassphraseEmpty;
  const std::string salt = crypto::RandomBytes(crypto_pwhash_SALTBYTES);
  const std::string nonce = crypto::RandomBytes(crypto_secretbox_NONCEBYTES);
  const auto box_key = DeriveKey(passphrase, salt, cost);
  if (!box_key) return Error(kKeyFileMemory, {{"bytes", std::to_string(cost.memory_bytes)}});

  std::string plain = key.seed();
  plain.append(Binding(about).view());
  std::string ciphertext(plain.size() + crypto_secretbox_MACBYTES, '\0');
  crypto_secretbox_easy(Out(ciphertext), In(plain), plain.size(), In(nonce), In(box_key->view()));
  Wipe(plain);

  Json json = PublicPart(about);
  json["protection"] = "argon2id";
  json["argon2id"] = {{"operations", cost.operations},
                      {"memory_bytes", cost.memory_bytes},
                      {"salt", crypto::ToBase64(salt)}};
  json["secretbox"] = {{"nonce", crypto::ToBase64(nonce)},
                       {"ciphertext", crypto::ToBase64(ciphertext)}};
  return Store(path, json);
}

Done CreateUnprotectedKeyFile(const std::string& path, const crypto::SigningKey& key,
                              const KeyFilePublic& about) {
  assert(about.public_key == key.public_key());
  Json json = PublicPart(about);
  json["protection"] = "unprotected";
  std::string seed = key.seed();
  json["seed"] = crypto::ToBase64(seed);
  Wipe(seed);
  Done done = Store(path, json);
  Wipe(json["seed"].get_ref<std::string&>());
  return done;
}

Result<KeyFilePublic> ReadKeyFilePublic(const std::string& path) {
  TANJI_ASSIGN(const Source source, Load(path));
  return ParsePublic(source);
}

Result<crypto::SigningKey> OpenKeyFile(const std::string& path, const AskPassphrase& ask) {
  TANJI_ASSIGN(Source source, Load(path));
  TANJI_ASSIGN(const KeyFilePublic about, ParsePublic(source));
  if (!about.is_protected) {
    TANJI_ASSIGN(std::string seed,
                 BytesAt(source, source.json, "seed", crypto::SigningKey::kSeedSize));
    Wipe(source.json["seed"].get_ref<std::string&>());
    const Secret wiped(std::move(seed));
    return KeyOfSeed(source, wiped.view(), about);
  }
  TANJI_ASSIGN(const Secret passphrase, ask(about));
  TANJI_ASSIGN(const Secret plain, Decrypt(source, passphrase));
  if (plain.view().substr(crypto::SigningKey::kSeedSize) != Binding(about).view()) {
    return Error(kKeyFileAltered, {{"file", path}});
  }
  return KeyOfSeed(source, plain.view().substr(0, crypto::SigningKey::kSeedSize), about);
}

}  // namespace tanji::client
