#include "client/cli/writer.h"

#include "client/cli/messages.h"
#include "client/cli/writing.h"

namespace tanji::client::cli {
namespace {

constexpr Fault kSeveralOnline{
    ErrorKind::kUsage,
    "SEVERAL_ONLINE",
    {"此项工作由多笔交易组成，不能与 --out 同用。需要会签时请逐笔用 transaction build 等命令。",
     "This takes several transactions and cannot be written to a file with --out. For others to "
     "sign, build them one by one, with transaction build and the like."}};

}  // namespace

Done CheckOnline(const Session& session) {
  if (session.arguments().Has("out")) return kSeveralOnline;
  return {};
}

Result<Writer> Writer::Open(Session& session) {
  Writer writer(session);
  TANJI_ASSIGN(const auto key_paths, session.KeyPaths());
  TANJI_ASSIGN(writer.author_, session.Author(key_paths));
  TANJI_ASSIGN(writer.chain_id_, ChainToSignFor(session));
  for (const auto& path : key_paths) {
    TANJI_ASSIGN(crypto::SigningKey key, session.OpenKey(path));
    writer.keys_.push_back(std::move(key));
  }
  return writer;
}

Result<OpenTransaction> Writer::Sign(const std::vector<v1::Operation>& operations) const {
  TANJI_ASSIGN(const std::string body, BuildBody(*session_, chain_id_, author_, operations));
  std::vector<v1::Signature> signatures;
  for (const auto& key : keys_) signatures.push_back(SignBody(key, body));
  TANJI_ASSIGN(std::string bytes, Assemble(body, std::move(signatures)));
  return ParseTransaction(std::move(bytes));
}

Result<Submitted> Writer::Submit(const OpenTransaction& transaction, v1::Wait wait) const {
  TANJI_ASSIGN(Client* const client, session_->client());
  TANJI_ASSIGN(Submitted submitted, client->Submit(transaction.bytes, wait));
  if (!submitted.applied()) return RefusalOf(submitted);
  return submitted;
}

}  // namespace tanji::client::cli
