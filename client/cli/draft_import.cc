#include "client/cli/draft_import.h"

#include "client/cli/messages.h"
#include "client/cli/writing.h"
#include "client/sdk/precheck.h"
#include "client/sdk/transaction.h"
#include "ledger/base/timestamp.h"

namespace tanji::client::cli {
namespace {

constexpr std::int64_t kLifeMs = 10 * ledger::kMillisPerMinute;

constexpr Fault kImportOnline{
    ErrorKind::kUsage,
    "IMPORT_ONLINE",
    {"导入由多笔交易组成，不能与 --out 同用。需要会签时，请用 tanji transaction build "
     "逐笔生成交易，再会签、提交。",
     "An import takes several transactions and cannot be written to a file with --out. Where "
     "several "
     "people must sign, build the transactions one by one with: tanji transaction build"}};
constexpr Text kSending{"第 {number} 笔交易，共 {count} 笔", "Transaction {number} of {count}"};
constexpr Text kStateWord{"结果", "result"};
constexpr Text kImported{"已导入并公布", "imported and published"};
constexpr Text kThereAlready{"账本上已有同样的内容", "the ledger holds all of this already"};

}  // namespace

Done CheckImportOnline(const Session& session) {
  if (session.arguments().Has("out")) return kImportOnline;
  return {};
}

Done ConfirmImport(const Session& session, const Sheet& content, const std::string& about) {
  if (session.arguments().Has("yes")) return {};
  session.Warn(content.Print());
  session.Warn(about);
  if (!session.Confirm(kAskToSign)) return kNotConfirmed;
  return {};
}

v1::Wait WantedWait(const Session& session) {
  return session.arguments().Get("wait") == "committed" ? v1::WAIT_COMMITTED : v1::WAIT_QUORUM;
}

Result<ImportWriter> ImportWriter::Open(Session& session) {
  ImportWriter writer(session);
  TANJI_ASSIGN(const auto key_paths, session.KeyPaths());
  TANJI_ASSIGN(writer.author_, session.Author(key_paths));
  TANJI_ASSIGN(writer.chain_id_, ChainToSignFor(session));
  for (const auto& path : key_paths) {
    TANJI_ASSIGN(crypto::SigningKey key, session.OpenKey(path));
    writer.keys_.push_back(std::move(key));
  }
  return writer;
}

Result<Submitted> ImportWriter::Submit(const v1::Operation& operation, v1::Wait wait) {
  TransactionBuilder builder(chain_id_, author_, session_->now_ms() + kLifeMs);
  builder.Add() = operation;
  TANJI_TRY(CheckForm(builder.body()));
  TANJI_ASSIGN(const std::string body, builder.Body());
  std::vector<v1::Signature> signatures;
  for (const auto& key : keys_) signatures.push_back(SignBody(key, body));
  TANJI_ASSIGN(const std::string bytes, Assemble(body, std::move(signatures)));
  TANJI_ASSIGN(Client* const client, session_->client());
  TANJI_ASSIGN(Submitted submitted, client->Submit(bytes, wait));
  if (!submitted.applied()) return RefusalOf(submitted);
  return submitted;
}

Result<Submitted> ImportWriter::SubmitEach(const std::vector<v1::Operation>& operations,
                                           std::size_t count, v1::Wait wait) {
  std::optional<Submitted> last;
  for (const auto& operation : operations) {
    session_->Progress(session_->Say(
        kSending, {{"number", std::to_string(++sent_)}, {"count", std::to_string(count)}}));
    TANJI_ASSIGN(last, Submit(operation, wait));
  }
  session_->EndProgress();
  return *std::move(last);
}

void PrintImported(Session& session, Sheet facts, Session::Json json, std::size_t transactions,
                   const Submitted* last) {
  const bool proved = last != nullptr && last->proof != nullptr;
  if (session.json()) {
    json["transactions"] = transactions;
    json["already_there"] = last == nullptr;
    json["verified"] = proved ? VerifiedJson(last->proof->log) : Session::Json();
    session.Print(json);
    return;
  }
  facts.Add(session.Say(kStateWord), session.Say(last == nullptr ? kThereAlready : kImported));
  session.Print(facts.Print());
  if (proved) session.Print(VerifiedLine(session, last->proof->log) + "\n");
}

}  // namespace tanji::client::cli
