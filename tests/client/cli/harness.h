// Runs `tanji` in this process, against a FakeNode.
#pragma once

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "client/cli/run.h"
#include "client/sdk/file.h"
#include "tests/client/sdk/fake_ledger.h"
#include "tests/client/sdk/temporary_directory.h"

namespace tanji::client::cli {

// The program owns its connection, the test its node.
class Borrowed : public Node {
 public:
  explicit Borrowed(FakeNode* node) : node_(*node) {}
  std::string address() const override { return node_.address(); }

#define TANJI_FORWARD(method)                                                              \
  Result<v1::method##Response> method(const v1::method##Request& request, std::int64_t ms) \
      override {                                                                           \
    return node_.method(request, ms);                                                      \
  }
  TANJI_FORWARD(Submit)
  TANJI_FORWARD(SubmitBatch)
  TANJI_FORWARD(GetTransaction)
  TANJI_FORWARD(Prove)
  TANJI_FORWARD(GetCheckpoint)
  TANJI_FORWARD(GetEntries)
  TANJI_FORWARD(GetInclusionProof)
  TANJI_FORWARD(GetConsistencyProof)
  TANJI_FORWARD(GetStatus)
  TANJI_FORWARD(GetPolicy)
  TANJI_FORWARD(ListDocuments)
  TANJI_FORWARD(ListParticipants)
  TANJI_FORWARD(ListBallots)
  TANJI_FORWARD(ListAccreditations)
  TANJI_FORWARD(ListLicences)
  TANJI_FORWARD(ListGwpSets)
  TANJI_FORWARD(ListDatasets)
  TANJI_FORWARD(ListFactors)
  TANJI_FORWARD(CompareDatasets)
  TANJI_FORWARD(ListFacilities)
  TANJI_FORWARD(ListProducts)
  TANJI_FORWARD(ListLots)
  TANJI_FORWARD(ListSchemes)
  TANJI_FORWARD(ListSchemeVersions)
  TANJI_FORWARD(ListClauses)
  TANJI_FORWARD(ListClaimTexts)
  TANJI_FORWARD(ListCriteria)
  TANJI_FORWARD(ListFootprints)
  TANJI_FORWARD(ListCorrections)
  TANJI_FORWARD(ListStatements)
  TANJI_FORWARD(ListCertificates)
  TANJI_FORWARD(ListLabels)
#undef TANJI_FORWARD
  Done Watch(const v1::WatchRequest& request,
             const std::function<bool(const v1::WatchResponse&)>& take) override {
    return node_.Watch(request, take);
  }

 private:
  FakeNode& node_;
};

// What a test gives the program in place of the machine.
class Harness {
 public:
  struct Outcome {
    int code;
    std::string out, err;
    nlohmann::json json() const { return nlohmann::json::parse(out, nullptr, false); }
  };

  Harness() {
    variables["TANJI_HOME"] = directory / "home";
    variables["TANJI_NODE"] = "fake:1";
    variables["LANG"] = "en_GB.UTF-8";
  }

  Outcome Run(std::vector<std::string> words) {
    std::ostringstream out, err;
    Terminal terminal;
    terminal.out = &out;
    terminal.err = &err;
    terminal.variable = [this](const char* name) -> std::optional<std::string> {
      const auto found = variables.find(name);
      return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
    terminal.now_ms = [this] { return now_ms; };
    terminal.ask_secret = [this](const std::string& prompt) -> std::optional<Secret> {
      prompts.push_back(prompt);
      if (secrets.empty()) return std::nullopt;
      std::string secret = secrets.front();
      secrets.erase(secrets.begin());
      return Secret(std::move(secret));
    };
    terminal.ask_line = [this](const std::string& prompt) -> std::optional<std::string> {
      prompts.push_back(prompt);
      return line;
    };
    terminal.connect = [this](const ConnectOptions& options) -> Result<std::unique_ptr<Node>> {
      connected_to = options;
      return std::unique_ptr<Node>(std::make_unique<Borrowed>(&node));
    };
    terminal.pacing = {[this] { return now_ms; }, [](std::int64_t) {},
                       [](std::uint32_t) { return 0u; }};
    terminal.kdf_cost = KdfCost{1, 8192};
    const int code = cli::Run(words, terminal);
    return {code, out.str(), err.str()};
  }
  // Words in one string, separated by spaces.
  Outcome Run(const std::string& line_of_words) {
    std::istringstream stream(line_of_words);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return Run(std::move(words));
  }

  // The transaction that the node took last.
  v1::Transaction LastTransaction() const {
    const auto& entries = ledger.log().entries();
    for (auto at = entries.rbegin(); at != entries.rend(); ++at) {
      v1::LogEntry entry;
      entry.ParseFromString(*at);
      if (!entry.has_transaction()) continue;
      v1::Transaction transaction;
      transaction.ParseFromString(entry.transaction().transaction());
      return transaction;
    }
    return {};
  }
  v1::TransactionBody LastBody() const {
    v1::TransactionBody body;
    body.ParseFromString(LastTransaction().body());
    return body;
  }
  // A file in the test's directory.
  std::string File(const std::string& name) const { return directory / name; }
  std::string Write(const std::string& name, const std::string& content) const {
    if (!WriteFile(File(name), content, Overwrite::kYes).ok()) std::abort();
    return File(name);
  }
  // Pins the ledger's policy.
  void Trust() {
    if (Run("trust add --from-node --quiet").code != 0) std::abort();
  }
  // An unprotected key file of `participant`.
  std::string Key(const std::string& name, const std::string& participant = "std-body",
                  const std::string& holder = "lead") {
    const std::string file = File(name);
    const auto made = Run(
        {"key", "new", file, "--unprotected", "--participant", participant, "--holder", holder});
    if (made.code != 0) std::abort();
    return file;
  }

  TemporaryDirectory directory;
  std::map<std::string, std::string> variables;
  std::int64_t now_ms = (static_cast<std::int64_t>(kCosignedSeconds) + 100) * 1000;
  std::vector<std::string> secrets;
  std::vector<std::string> prompts;
  std::optional<std::string> line;
  ConnectOptions connected_to;
  FakeLedger ledger;
  FakeNode node{&ledger};
};

}  // namespace tanji::client::cli
