#include "client/cli/writing.h"

#include "client/cli/messages.h"
#include "client/cli/product_labels/released.h"
#include "client/cli/time_text.h"
#include "client/sdk/file.h"
#include "client/sdk/precheck.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/schemes/drafts.h"

namespace tanji::client::cli {
namespace {

constexpr std::int64_t kOnlineLifeMs = 10 * ledger::kMillisPerMinute;
constexpr std::int64_t kLongestLifeMs = 24 * ledger::kMillisPerHour;
// A file is signed by several people; the margin covers clocks that differ.
constexpr std::int64_t kOfflineLifeMs = kLongestLifeMs - 5 * ledger::kMillisPerMinute;

constexpr Text kFate{"结果", "result"};
constexpr Text kTransactionId{"交易编号", "transaction id"};
constexpr Text kIndex{"日志序号", "log index"};
constexpr Text kCreated{"新建", "created"};
constexpr Text kNotProvedYet{
    "已写入节点，但尚未得到足够机构的共同签署。稍后可查：tanji transaction status {id}",
    "Stored by the node, not yet cosigned by a quorum. Look again with: tanji transaction status "
    "{id}"};
constexpr Text kSignNext{
    "已签名 {count} 个，写入 {file}。其他持有人：tanji transaction sign {file}；最后：tanji "
    "transaction submit {file}",
    "Signed by {count} key(s), written to {file}. Others: tanji transaction sign {file}; at last: "
    "tanji transaction submit {file}"};

Result<std::string> SignWithAll(const Session& session, std::string_view body,
                                const std::vector<std::string>& key_paths) {
  std::vector<v1::Signature> signatures;
  for (const auto& path : key_paths) {
    TANJI_ASSIGN(const crypto::SigningKey key, session.OpenKey(path));
    signatures.push_back(SignBody(key, body));
  }
  return Assemble(body, std::move(signatures));
}

Session::Json ToJson(const Submitted& submitted, const std::vector<std::string>& created) {
  Session::Json json{{"transaction_id", submitted.id.Hex()},
                     {"fate", v1::Fate_Name(submitted.fate)},
                     {"code", ledger::CodeName(submitted.code)}};
  if (submitted.refused_operation) json["refused_operation"] = *submitted.refused_operation;
  if (submitted.index) json["index"] = *submitted.index;
  json["detail"] = Session::Json::object();
  for (const auto& [name, value] : submitted.detail) json["detail"][name] = value;
  json["created"] = created;
  json["verified"] = submitted.proof ? VerifiedJson(submitted.proof->log) : Session::Json();
  return json;
}

}  // namespace

Result<std::int64_t> ExpireTime(const Session& session) {
  const auto& arguments = session.arguments();
  std::int64_t life_ms = arguments.Has("out") ? kOfflineLifeMs : kOnlineLifeMs;
  if (const auto given = arguments.Find("expire")) {
    TANJI_ASSIGN(life_ms, ParseDuration(*given, "--expire"));
  }
  return session.now_ms() + std::min(life_ms, kLongestLifeMs);
}

Result<std::string> BuildBody(const Session& session, const std::string& chain_id,
                              const std::string& author,
                              const std::vector<v1::Operation>& operations) {
  TANJI_ASSIGN(const std::int64_t expire_time_ms, ExpireTime(session));
  TransactionBuilder builder(chain_id, author, expire_time_ms);
  for (const auto& operation : operations) builder.Add() = operation;
  TANJI_TRY(CheckForm(builder.body()));
  return builder.Body();
}

v1::Wait WantedWait(const Session& session) {
  return session.arguments().Get("wait") == "committed" ? v1::WAIT_COMMITTED : v1::WAIT_QUORUM;
}

Result<std::string> ChainToSignFor(Session& session) {
  const auto ledger = session.arguments().Find("ledger");
  if (ledger && session.arguments().Has("out")) return *ledger;
  TANJI_ASSIGN(const auto* const trust, session.trust());
  return trust->chain_id;
}

Done ShowAndConfirm(Session& session, const OpenTransaction& transaction, const Text& question) {
  if (session.arguments().Has("yes")) return {};
  session.Warn(RenderTransaction(transaction, session.style()).Print());
  if (!session.Confirm(question)) return kNotConfirmed;
  return {};
}

Result<Exit> WriteOperations(Session& session, const std::vector<v1::Operation>& operations) {
  const auto out = session.arguments().Find("out");
  TANJI_ASSIGN(const auto key_paths, session.KeyPaths());
  TANJI_ASSIGN(const std::string author, session.Author(key_paths));
  TANJI_ASSIGN(const std::string chain_id, ChainToSignFor(session));
  TANJI_ASSIGN(const std::string body, BuildBody(session, chain_id, author, operations));
  TANJI_ASSIGN(std::string unsigned_bytes, Assemble(body, {}));
  TANJI_ASSIGN(const OpenTransaction shown, ParseTransaction(std::move(unsigned_bytes)));
  TANJI_TRY(ShowAndConfirm(session, shown, out ? kAskToSignOnly : kAskToSign));

  TANJI_ASSIGN(std::string bytes, SignWithAll(session, body, key_paths));
  if (!out) {
    TANJI_ASSIGN(const OpenTransaction transaction, ParseTransaction(std::move(bytes)));
    return SubmitAndReport(session, transaction);
  }
  TANJI_TRY(WriteFile(*out, bytes, Overwrite::kNo));
  if (session.json()) {
    session.Print(Session::Json{{"transaction_id", shown.id().Hex()}, {"file", *out}});
  } else {
    session.Note(session.Say(kSignNext,
                             {{"count", std::to_string(key_paths.size())}, {"file", Safe(*out)}}));
  }
  return Exit::kOk;
}

Result<Exit> SubmitAndReport(Session& session, const OpenTransaction& transaction) {
  TANJI_ASSIGN(Client* const client, session.client());
  if (transaction.body.chain_id() != client->trust().chain_id) {
    return Error(kChainOfAnother, {{"found", Safe(transaction.body.chain_id())},
                                   {"ledger", client->trust().chain_id}});
  }
  TANJI_ASSIGN(const Submitted submitted, client->Submit(transaction.bytes, WantedWait(session)));
  Report(session, submitted, transaction.body);
  if (!submitted.applied()) return RefusalOf(submitted);
  return Exit::kOk;
}

void Report(Session& session, const Submitted& submitted, const v1::TransactionBody& body) {
  std::vector<std::string> created;
  if (submitted.applied()) {
    created = CreatedNames(submitted.id, body);
    AddReleasedNames(session, submitted.id, body, created);
  }
  if (session.json()) {
    session.Print(ToJson(submitted, created));
    return;
  }
  Sheet sheet;
  sheet.Add(session.Say(kFate), EnumWord(submitted.fate, session.style()));
  sheet.Add(session.Say(kTransactionId), submitted.id.Hex());
  if (submitted.index) sheet.Add(session.Say(kIndex), std::to_string(*submitted.index));
  for (const auto& name : created) {
    if (!name.empty()) sheet.Add(session.Say(kCreated), name);
  }
  session.Print(sheet.Print());
  if (submitted.proof) {
    session.Print(VerifiedLine(session, submitted.proof->log) + "\n");
  } else if (submitted.index && session.verifies()) {
    session.Note(session.Say(kNotProvedYet, {{"id", submitted.id.Hex()}}));
  }
  NoteReleased(session, created);
}

std::vector<std::string> CreatedNames(const crypto::Hash& id, const v1::TransactionBody& body) {
  std::vector<std::string> names;
  for (int i = 0; i < body.operations_size(); ++i) {
    const auto& operation = body.operations(i);
    const auto derived = [&](std::string_view collection) {
      return ledger::MakeName(collection, ledger::DeriveId(id, static_cast<std::uint16_t>(i), 0));
    };
    const auto chosen = [](std::string_view collection, const std::string& chosen_id) {
      return ledger::IsChosenId(chosen_id) ? ledger::MakeName(collection, chosen_id)
                                           : std::string();
    };
    const auto key_name = [](const v1::KeyGrant& grant) {
      const auto key = crypto::PublicKey::FromBytes(grant.public_key());
      return key ? ledger::MakeName(ledger::kKeysCollection, crypto::KeyId(*key)) : std::string();
    };
    const auto owned = [&](std::string_view collection, const std::string& chosen_id) {
      const auto author = ledger::ParseParticipantName(body.author());
      return author && ledger::IsChosenId(chosen_id)
                 ? ledger::MakeNestedName(ledger::kParticipantsCollection, *author, collection,
                                          chosen_id)
                 : std::string();
    };
    std::string name;
    switch (operation.kind_case()) {
      case v1::Operation::kRegisterDocument: {
        const auto hash = crypto::Hash::FromBytes(operation.register_document().sha256());
        if (hash) name = ledger::MakeName(ledger::kDocumentsCollection, *hash);
        break;
      }
      case v1::Operation::kRegisterParticipant:
        name = chosen(ledger::kParticipantsCollection, operation.register_participant().id());
        break;
      case v1::Operation::kAddKey:
        name = key_name(operation.add_key().key());
        break;
      case v1::Operation::kProposeBallot:
        name = derived(ledger::kBallotsCollection);
        break;
      case v1::Operation::kGrantAccreditation:
        name = derived(ledger::kAccreditationsCollection);
        break;
      case v1::Operation::kPublishGwpSet:
        name = chosen(ledger::kGwpSetsCollection, operation.publish_gwp_set().id());
        break;
      case v1::Operation::kCreateDataset:
        name = chosen(ledger::kDatasetsCollection, operation.create_dataset().id());
        break;
      case v1::Operation::kRegisterScheme:
        name = chosen(ledger::kSchemesCollection, operation.register_scheme().id());
        break;
      case v1::Operation::kCreateSchemeVersion: {
        const auto& version = operation.create_scheme_version();
        const auto full = version.scheme() + "/versions/" + version.id();
        if (ledger::ParseVersionName(full)) name = full;
        break;
      }
      case v1::Operation::kCreateFootprint:
        name = derived(ledger::kFootprintsCollection);
        break;
      case v1::Operation::kRequestCorrection:
        name = derived(ledger::kCorrectionsCollection);
        break;
      case v1::Operation::kIssueStatement:
        name = derived(ledger::kStatementsCollection);
        break;
      case v1::Operation::kIssueCertificate:
        name = derived(ledger::kCertificatesCollection);
        break;
      case v1::Operation::kGrantLicence:
        name = derived(ledger::kLicencesCollection);
        break;
      case v1::Operation::kRegisterFacility:
        name = owned(ledger::kFacilitiesCollection, operation.register_facility().id());
        break;
      case v1::Operation::kRegisterProduct:
        name = owned(ledger::kProductsCollection, operation.register_product().id());
        break;
      case v1::Operation::kRegisterHarvest:
        name = owned(ledger::kLotsCollection, operation.register_harvest().id());
        break;
      case v1::Operation::kDeriveLot:
        name = owned(ledger::kLotsCollection, operation.derive_lot().id());
        break;
      default:
        break;
    }
    names.push_back(std::move(name));
  }
  return names;
}

std::string VerifiedLine(const Session& session, const crypto::VerifiedCheckpoint& log) {
  const auto time_ms = static_cast<std::int64_t>(log.time) * ledger::kMillisPerSecond;
  const Detail detail{{"ledger", log.checkpoint.origin},
                      {"size", std::to_string(log.checkpoint.size)},
                      {"count", std::to_string(log.cosignatures.size())},
                      {"time", session.Time(time_ms)}};
  const bool own_claim = log.basis == crypto::TimeBasis::kOwnClaim;
  return session.Say(own_claim ? kVerifiedOwnClaim : kVerifiedBy, detail);
}

Session::Json VerifiedJson(const crypto::VerifiedCheckpoint& log) {
  constexpr const char* kBasis[] = {"none", "median", "witnesses", "own_claim"};
  return Session::Json{{"ledger", log.checkpoint.origin},
                       {"log_size", log.checkpoint.size},
                       {"root", log.checkpoint.root.Hex()},
                       {"time", log.time * 1000},
                       {"time_basis", kBasis[static_cast<int>(log.basis)]},
                       {"cosignatures", log.cosignatures.size()}};
}

}  // namespace tanji::client::cli
