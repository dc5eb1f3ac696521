// tanji transaction: transactions as files, for several people to sign, wherever they are.
#include "client/sdk/transaction.h"

#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/messages.h"
#include "client/cli/options.h"
#include "client/cli/writing.h"
#include "client/sdk/file.h"
#include "crypto/hash/hex.h"

namespace tanji::client::cli {
namespace {

constexpr Text kTemplate{
    R"({
  // 一笔交易中的操作，最多 64 项，全部成功或全部不做。
  // 每项写操作名及其字段，与各命令的示例文件相同（--print-template）。
  "operations": [
    {"retire_key": {
      "key": "keys/0000000000000000000000000000000000000000000000000000000000000000",
      "reason": {"zh": "员工离职", "prevailing": "ZH", "translation": "MISSING"}
    }},
    // 后面的操作可以引用本交易前面提出的表决：
    // {"propose_ballot": …}, {"cast_vote": {"ballot_operation": 1, "vote": "YES"}}
    {"set_thresholds": {"thresholds": [{"permission": "MANAGE_KEYS", "holders": 2}]}}
  ]
}
)",
    R"({
  // The operations of one transaction, at most 64, all or none.
  // Each is an operation's name with its fields, as in the commands' --print-template.
  "operations": [
    {"retire_key": {
      "key": "keys/0000000000000000000000000000000000000000000000000000000000000000",
      "reason": {"zh": "员工离职", "prevailing": "ZH", "translation": "MISSING"}
    }},
    // A later operation may name a ballot that an earlier one of the same transaction proposes:
    // {"propose_ballot": …}, {"cast_vote": {"ballot_operation": 1, "vote": "YES"}}
    {"set_thresholds": {"thresholds": [{"permission": "MANAGE_KEYS", "holders": 2}]}}
  ]
}
)"};
constexpr Text kReason{"原因", "reason"};
constexpr Text kSigned{"已签名，写入 {file}（共 {count} 个签名）。",
                       "Signed; wrote {file} ({count} signature(s))."};

Result<OpenTransaction> Load(const std::string& file) {
  TANJI_ASSIGN(std::string bytes, ReadFile(file, kMaxTransactionBytes));
  return ParseTransaction(std::move(bytes));
}

// Prints that a transaction was written.
void ReportFile(const Session& session, const std::string& file, const crypto::Hash& id,
                std::size_t signatures) {
  if (session.json()) {
    session.Print(
        Session::Json{{"transaction_id", id.Hex()}, {"file", file}, {"signatures", signatures}});
  } else {
    session.Note(
        session.Say(kSigned, {{"file", Safe(file)}, {"count", std::to_string(signatures)}}));
  }
}

Result<Exit> Build(Session& session, const Arguments& arguments) {
  if (arguments.Has("print-template")) {
    session.Print(session.Say(kTemplate));
    return Exit::kOk;
  }
  const JsonSource source{arguments.Get("file"), session.style().offset};
  if (source.file.empty()) return Error(kArgumentMissing, {{"argument", "FILE"}});
  TANJI_ASSIGN(const std::string text, ReadFile(source.file));
  // Only the operations: chain, author, expiry and nonce are set here.
  v1::TransactionBody body;
  TANJI_TRY(ReadJsonMessage(text, source, body));
  return WriteOperations(session, {body.operations().begin(), body.operations().end()});
}

Result<Exit> Show(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const OpenTransaction transaction, Load(arguments.Get("file")));
  if (!session.json()) {
    session.Print(RenderTransaction(transaction, session.style()).Print());
    return Exit::kOk;
  }
  Session::Json json{{"transaction_id", transaction.id().Hex()},
                     {"body", ToJson(transaction.body)},
                     {"signed_by", Session::Json::array()}};
  for (const auto& signature : transaction.signatures) {
    json["signed_by"].push_back(crypto::ToHex(signature.key_id()));
  }
  session.Print(json);
  return Exit::kOk;
}

Result<Exit> Sign(Session& session, const Arguments& arguments) {
  const std::string file = arguments.Get("file");
  TANJI_ASSIGN(OpenTransaction transaction, Load(file));
  TANJI_ASSIGN(const auto key_paths, session.KeyPaths());
  for (const auto& path : key_paths) {
    TANJI_ASSIGN(const KeyFilePublic about, ReadKeyFilePublic(path));
    if (!about.participant.empty() && about.participant != transaction.body.author()) {
      return Error(kAuthorsDiffer, {{"file", path},
                                    {"found", about.participant},
                                    {"author", Safe(transaction.body.author())}});
    }
  }
  TANJI_TRY(ShowAndConfirm(session, transaction, kAskToSignOnly));
  for (const auto& path : key_paths) {
    TANJI_ASSIGN(const crypto::SigningKey key, session.OpenKey(path));
    TANJI_ASSIGN(std::string bytes, AddSignature(transaction, key));
    TANJI_ASSIGN(transaction, ParseTransaction(std::move(bytes)));
  }
  const auto out = arguments.Find("out");
  TANJI_TRY(out ? WriteFile(*out, transaction.bytes, Overwrite::kNo)
                : WriteFile(file, transaction.bytes, Overwrite::kYes));
  ReportFile(session, out.value_or(file), transaction.id(), transaction.signatures.size());
  return Exit::kOk;
}

Result<Exit> CombineFiles(Session& session, const Arguments& arguments) {
  const auto out = arguments.Find("out");
  if (!out) return Error(kArgumentMissing, {{"argument", "--out"}});
  std::vector<OpenTransaction> transactions;
  for (const auto& file : arguments.All("files")) {
    TANJI_ASSIGN(OpenTransaction transaction, Load(file));
    transactions.push_back(std::move(transaction));
  }
  TANJI_ASSIGN(std::string bytes, Combine(transactions));
  TANJI_ASSIGN(const OpenTransaction combined, ParseTransaction(std::move(bytes)));
  TANJI_TRY(WriteFile(*out, combined.bytes, Overwrite::kNo));
  ReportFile(session, *out, combined.id(), combined.signatures.size());
  return Exit::kOk;
}

Result<Exit> Submit(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const OpenTransaction transaction, Load(arguments.Get("file")));
  return SubmitAndReport(session, transaction);
}

Result<Exit> Status(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const crypto::Hash id, TransactionIdArgument(arguments.Get("id")));
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const Submitted submitted, client->StatusOf(id));
  v1::LogEntry entry;
  v1::Transaction transaction;
  v1::TransactionBody body;
  // Checked by StatusOf; a dropped transaction has no entry.
  if (entry.ParseFromString(submitted.entry) &&
      transaction.ParseFromString(entry.transaction().transaction())) {
    (void)body.ParseFromString(transaction.body());
  }
  Report(session, submitted, body);
  if (submitted.applied()) return Exit::kOk;
  if (!session.json()) {
    session.Print(session.Say(kReason) + "  " +
                  Safe(RefusalOf(submitted).Message(session.language())) + "\n");
  }
  return Exit::kNo;
}

constexpr Parameter kBuildParameters[] = {
    {Kind::kArgument,
     "file",
     "FILE",
     {"写有操作的 JSON 文件，见 --print-template",
      "JSON file of operations, see --print-template"}},
    kPrintTemplate,
};
constexpr Parameter kFileOnly[] = {
    {Kind::kArgument, "file", "FILE", {"交易文件", "transaction file"}, true},
};
constexpr Parameter kFiles[] = {
    {Kind::kRest, "files", "FILE", {"同一交易的各份文件", "files of the same transaction"}, true},
};
constexpr Parameter kIdOnly[] = {
    {Kind::kArgument, "id", "ID", {"交易编号", "transaction id"}, true},
};

constexpr Command kCommands[] = {
    {"build",
     {"由 JSON 文件生成一笔多项操作的交易并签名",
      "build and sign a transaction of several operations"},
     kBuildParameters,
     Build},
    {"show", {"显示交易文件的全部内容", "show all that a transaction file says"}, kFileOnly, Show},
    {"sign",
     {"先显示，再签名；默认写回原文件", "show, then sign; into the same file unless --out"},
     kFileOnly,
     Sign},
    {"combine",
     {"合并几份文件的签名", "put the signatures of several files together"},
     kFiles,
     CombineFiles},
    {"submit",
     {"提交交易文件；重复提交不会记两次", "submit a transaction file; twice is not recorded twice"},
     kFileOnly,
     Submit},
    {"status",
     {"查询 24 小时内的交易结果", "what became of a transaction within 24 hours"},
     kIdOnly,
     Status},
};

}  // namespace

constinit const Noun kTransactionNoun{"transaction", {"交易文件", "transaction files"}, kCommands};

}  // namespace tanji::client::cli
