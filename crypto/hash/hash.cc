#include "crypto/hash/hash.h"

#include <openssl/evp.h>

#include <cstdlib>
#include <cstring>

#include "crypto/hash/hex.h"

namespace tanji::crypto {
namespace {

// A digest can only fail for lack of memory or a broken OpenSSL: neither can be survived.
void Require(bool ok) {
  if (!ok) std::abort();
}

const EVP_MD* FetchedSha256() {
  static const EVP_MD* const md = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  Require(md != nullptr);
  return md;
}

struct ThreadContext {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  ThreadContext() { Require(context != nullptr); }
  ~ThreadContext() { EVP_MD_CTX_free(context); }
};

Hash FinishDigest(EVP_MD_CTX* context) {
  Hash out;
  unsigned int size = 0;
  Require(EVP_DigestFinal_ex(context, out.bytes.data(), &size) == 1 && size == Hash::kSize);
  return out;
}

}  // namespace

std::string Hash::Hex() const {
  return ToHex(view());
}

std::optional<Hash> Hash::FromBytes(std::string_view raw) {
  if (raw.size() != kSize) return std::nullopt;
  Hash out;
  std::memcpy(out.bytes.data(), raw.data(), kSize);
  return out;
}

std::optional<Hash> Hash::FromHex(std::string_view hex) {
  const auto raw = crypto::FromHex(hex);
  return raw ? FromBytes(*raw) : std::nullopt;
}

Hash Sha256(std::initializer_list<std::string_view> parts) {
  thread_local ThreadContext thread;
  Require(EVP_DigestInit_ex2(thread.context, FetchedSha256(), nullptr) == 1);
  for (const auto part : parts) {
    Require(EVP_DigestUpdate(thread.context, part.data(), part.size()) == 1);
  }
  return FinishDigest(thread.context);
}

Hash Sha256(std::string_view data) {
  return Sha256({data});
}

Sha256Stream::Sha256Stream() : context_(EVP_MD_CTX_new()) {
  Require(context_ != nullptr);
  Require(EVP_DigestInit_ex2(static_cast<EVP_MD_CTX*>(context_), FetchedSha256(), nullptr) == 1);
}

Sha256Stream::~Sha256Stream() {
  EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(context_));
}

void Sha256Stream::Update(std::string_view data) {
  Require(EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(context_), data.data(), data.size()) == 1);
}

Hash Sha256Stream::Finish() {
  return FinishDigest(static_cast<EVP_MD_CTX*>(context_));
}

}  // namespace tanji::crypto

std::size_t std::hash<tanji::crypto::Hash>::operator()(
    const tanji::crypto::Hash& h) const noexcept {
  std::size_t out = 0;
  std::memcpy(&out, h.bytes.data(), sizeof out);
  return out;
}
