#include "client/cli/session.h"

#include "client/cli/inputs.h"
#include "client/cli/messages.h"
#include "client/cli/time_text.h"
#include "client/sdk/faults.h"
#include "client/sdk/file.h"

namespace tanji::client::cli {
namespace {

constexpr std::size_t kMaxPolicyFileBytes = 64 << 10;
constexpr std::size_t kMaxPassphraseBytes = 4096;
constexpr std::size_t kLeastPassphraseBytes = 8;
constexpr std::int64_t kLongestTimeoutMs = 600'000;

}  // namespace

Result<std::unique_ptr<Session>> Session::Start(const Arguments& arguments, Terminal& terminal,
                                                Language language) {
  Style style;
  style.language = language;
  auto offset_text = arguments.Find("offset");
  if (!offset_text) offset_text = terminal.variable("TANJI_OFFSET");
  if (offset_text) {
    const auto offset = ledger::ParseUtcOffset(*offset_text);
    if (!offset) return Error(kBadOffset, {{"value", *offset_text}});
    style.offset = *offset;
  }
  std::unique_ptr<Session> session(new Session(arguments, terminal, style));
  session->json_ = arguments.Get("output") == "json";
  if (const auto timeout = arguments.Find("timeout")) {
    TANJI_ASSIGN(const std::int64_t timeout_ms, ParseDuration(*timeout, "--timeout"));
    session->retry_.total_ms = std::min(timeout_ms, kLongestTimeoutMs);
  }
  return session;
}

std::string Session::Time(std::int64_t time_ms) const {
  return ShowTime(time_ms, style_.offset);
}

// --- Output -------------------------------------------------------------------------------------

void Session::Print(const Json& json) const {
  EndProgress();
  *terminal_.out << json.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
}

void Session::Print(const std::string& text) const {
  EndProgress();
  *terminal_.out << text;
}

void Session::Warn(const std::string& line) const {
  EndProgress();
  *terminal_.err << line << "\n";
}

void Session::Note(const std::string& line) const {
  if (!arguments_.Has("quiet")) Warn(line);
}

void Session::Progress(const std::string& line) const {
  if (!terminal_.err_is_terminal || arguments_.Has("quiet")) return;
  *terminal_.err << "\r\x1b[K" << line << std::flush;
  progress_shown_ = true;
}

void Session::EndProgress() const {
  if (!progress_shown_) return;
  *terminal_.err << "\r\x1b[K" << std::flush;
  progress_shown_ = false;
}

// --- The ledger ---------------------------------------------------------------------------------

Result<const Home*> Session::home() {
  if (!home_) {
    std::string directory = arguments_.Get("home");
    if (directory.empty()) directory = terminal_.variable("TANJI_HOME").value_or("");
    TANJI_ASSIGN(home_, Home::Open(std::move(directory)));
  }
  return &*home_;
}

Result<const Trust*> Session::trust() {
  if (trust_) return &*trust_;
  std::string policy;
  const std::string wanted = arguments_.Get("ledger");
  if (const auto file = arguments_.Find("policy")) {
    TANJI_ASSIGN(policy, ReadFile(*file, kMaxPolicyFileBytes));
  } else {
    TANJI_ASSIGN(const auto* const all, home());
    TANJI_ASSIGN(const LedgerHome pinned, wanted.empty() ? all->OnlyLedger() : all->Ledger(wanted));
    TANJI_ASSIGN(policy, pinned.Policy());
  }
  TANJI_ASSIGN(Trust parsed, ParsePolicy(std::move(policy)));
  if (!wanted.empty() && parsed.chain_id != wanted) {
    return Error(kPolicyOfAnother, {{"found", parsed.chain_id}, {"ledger", wanted}});
  }
  trust_ = std::move(parsed);
  return &*trust_;
}

Result<const LedgerHome*> Session::ledger() {
  if (ledger_) return &*ledger_;
  TANJI_ASSIGN(const auto* const believed, trust());
  TANJI_ASSIGN(const auto* const all, home());
  // With --policy the ledger need not be pinned; what is seen of it is remembered all the same.
  ledger_ = all->DirectoryFor(believed->chain_id);
  TANJI_TRY(MakeDirectories(ledger_->directory()));
  return &*ledger_;
}

Result<std::string> Session::NodeAddress() {
  if (const auto given = arguments_.Find("node")) return *given;
  if (const auto variable = terminal_.variable("TANJI_NODE")) return *variable;
  TANJI_ASSIGN(const auto* const all, home());
  const std::string wanted = arguments_.Get("ledger");
  const auto pinned = wanted.empty() ? all->OnlyLedger() : all->Ledger(wanted);
  if (pinned.ok()) {
    if (auto remembered = pinned->Node()) return *std::move(remembered);
  }
  return kNoNode;
}

ConnectOptions Session::Connection(std::string address) const {
  ConnectOptions options;
  options.address = std::move(address);
  options.tls_ca_file = arguments_.Get("tls-ca");
  options.tls_certificate_file = arguments_.Get("tls-cert");
  options.tls_key_file = arguments_.Get("tls-key");
  options.plaintext = arguments_.Has("plaintext");
  return options;
}

Result<Node*> Session::node() {
  if (!node_) {
    TANJI_ASSIGN(std::string address, NodeAddress());
    TANJI_ASSIGN(node_, terminal_.connect(Connection(std::move(address))));
  }
  return node_.get();
}

Result<Client*> Session::client() {
  if (client_) return client_.get();
  TANJI_ASSIGN(const auto* const believed, trust());
  TANJI_ASSIGN(const auto* const remembered, ledger());
  TANJI_ASSIGN(Node* const connected, node());
  ClientOptions options;
  options.retry = retry_;
  options.pacing = terminal_.pacing;
  options.verify = verifies();
  options.now_ms = terminal_.now_ms;
  if (!options.verify) Warn(Say(kNoteUnverified, {{"node", connected->address()}}));
  client_ = std::make_unique<Client>(*connected, *remembered, *believed, std::move(options));
  Progress(Say(kNoteWaiting, {{"node", connected->address()}}));
  return client_.get();
}

// --- Keys ---------------------------------------------------------------------------------------

Result<std::vector<std::string>> Session::KeyPaths() const {
  auto paths = arguments_.All("key");
  if (paths.empty()) {
    if (auto variable = terminal_.variable("TANJI_KEY")) paths.push_back(*std::move(variable));
  }
  if (paths.empty()) return kNoKey;
  return paths;
}

Result<Secret> Session::PassphraseOfFile() const {
  TANJI_ASSIGN(std::string text,
               ReadPrivateFile(arguments_.Get("passphrase-file"), kMaxPassphraseBytes));
  // The newline that editors end a file with is not part of it.
  if (text.ends_with('\n')) text.pop_back();
  return Secret(std::move(text));
}

Result<crypto::SigningKey> Session::OpenKey(const std::string& path) const {
  return OpenKeyFile(path, [&](const KeyFilePublic&) -> Result<Secret> {
    if (arguments_.Has("passphrase-file")) return PassphraseOfFile();
    EndProgress();
    auto secret = terminal_.ask_secret(Say(kAskPassphrase, {{"file", path}}));
    if (!secret) return kNoTerminal;
    return *std::move(secret);
  });
}

Result<Secret> Session::NewPassphrase(const std::string& path) const {
  Secret passphrase;
  if (arguments_.Has("passphrase-file")) {
    TANJI_ASSIGN(passphrase, PassphraseOfFile());
  } else {
    auto first = terminal_.ask_secret(Say(kAskNewPassphrase, {{"file", path}}));
    if (!first) return kNoTerminal;
    const auto again = terminal_.ask_secret(Say(kAskPassphraseAgain));
    if (!again) return kNoTerminal;
    if (first->view() != again->view()) return kPassphrasesDiffer;
    passphrase = *std::move(first);
  }
  if (passphrase.empty()) return kPassphraseEmpty;
  if (passphrase.view().size() < kLeastPassphraseBytes) {
    return Error(kPassphraseShort, {{"limit", std::to_string(kLeastPassphraseBytes)}});
  }
  return passphrase;
}

Result<std::string> Session::Author(const std::vector<std::string>& key_paths) const {
  std::string author;
  if (const auto given = arguments_.Find("author")) {
    TANJI_ASSIGN(author, ParticipantArgument(*given));
  }
  for (const auto& path : key_paths) {
    TANJI_ASSIGN(const KeyFilePublic about, ReadKeyFilePublic(path));
    if (about.participant.empty()) continue;
    if (author.empty()) author = about.participant;
    if (author != about.participant) {
      return Error(kAuthorsDiffer,
                   {{"file", path}, {"found", about.participant}, {"author", author}});
    }
  }
  if (author.empty()) return kNoAuthor;
  return author;
}

bool Session::Confirm(const Text& question) const {
  if (arguments_.Has("yes")) return true;
  EndProgress();
  const auto answer = terminal_.ask_line(Say(question));
  return answer && (*answer == "y" || *answer == "Y" || *answer == "yes" || *answer == "是");
}

}  // namespace tanji::client::cli
