// What every command has at hand: the language, the output, and, made when first asked for, the
// trusted ledger, the node and the client.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "client/cli/command.h"
#include "client/cli/render.h"
#include "client/cli/terminal.h"
#include "client/sdk/client.h"

namespace tanji::client::cli {

// Of one run of the program; not thread-safe.
class Session {
 public:
  using Json = nlohmann::ordered_json;

  // Reads --output, --offset, --timeout and the like; an error where one makes no sense.
  static Result<std::unique_ptr<Session>> Start(const Arguments& arguments, Terminal& terminal,
                                                Language language);

  const Style& style() const { return style_; }
  Language language() const { return style_.language; }
  std::string Say(const Text& text, const Detail& detail = {}) const {
    return style_.Say(text, detail);
  }
  std::string Time(std::int64_t time_ms) const;
  std::int64_t now_ms() const { return terminal_.now_ms(); }
  Terminal& terminal() const { return terminal_; }

  // --- Output: a command prints either JSON or text on standard output -------------------------
  bool json() const { return json_; }
  void Print(const Json& json) const;
  void Print(const std::string& text) const;
  // A line on standard error that no option silences: what is about to be signed, what is not
  // verified.
  void Warn(const std::string& line) const;
  // A line for a person on standard error; not with --quiet, never in place of a result.
  void Note(const std::string& line) const;
  // The same, only at a terminal: replaced by the next one, and gone at the end.
  void Progress(const std::string& line) const;
  void EndProgress() const;

  // --- The ledger -------------------------------------------------------------------------------
  Result<const Home*> home();
  // What is believed: --policy, or the pinned policy of --ledger or of the only ledger there is.
  Result<const Trust*> trust();
  Result<const LedgerHome*> ledger();
  // Connects; needs no trust.
  Result<Node*> node();
  // node() under trust(). Says on standard error when it does not verify.
  Result<Client*> client();
  bool verifies() const { return !arguments_.Has("unverified"); }
  RetryPolicy retry() const { return retry_; }
  // Where the node is, without connecting.
  Result<std::string> NodeAddress();

  // --- Keys -------------------------------------------------------------------------------------
  // Paths of --key, else of TANJI_KEY; kNoKey if there is none.
  Result<std::vector<std::string>> KeyPaths() const;
  // Asks for the passphrase where the file needs one.
  Result<crypto::SigningKey> OpenKey(const std::string& path) const;
  // A new passphrase, asked for twice, or that of --passphrase-file.
  Result<Secret> NewPassphrase(const std::string& path) const;
  // --author, else the participant that the key files name.
  Result<std::string> Author(const std::vector<std::string>& key_paths) const;
  // True with --yes or if the person says so.
  bool Confirm(const Text& question) const;

  const Arguments& arguments() const { return arguments_; }

 private:
  Session(const Arguments& arguments, Terminal& terminal, Style style)
      : arguments_(arguments), terminal_(terminal), style_(style) {}

  Result<Secret> PassphraseOfFile() const;
  ConnectOptions Connection(std::string address) const;

  const Arguments& arguments_;
  Terminal& terminal_;
  const Style style_;
  bool json_ = false;
  RetryPolicy retry_;
  std::optional<Home> home_;
  std::optional<Trust> trust_;
  std::optional<LedgerHome> ledger_;
  std::unique_ptr<Node> node_;
  std::unique_ptr<Client> client_;
  mutable bool progress_shown_ = false;
};

}  // namespace tanji::client::cli
