#include "client/sdk/home.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "client/sdk/faults.h"
#include "crypto/hash/hex.h"

namespace tanji::client {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxNoteBytes = 64 << 10;

bool Exists(const std::string& path) {
  std::error_code code;
  return fs::exists(path, code);
}

bool IsPlain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

// Set and not empty.
std::optional<std::string> Environment(const char* name) {
  const char* const value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

}  // namespace

std::string PathSegment(std::string_view chain_id) {
  std::string out;
  for (const char c : chain_id) {
    // A leading dot would hide the directory or name another one.
    if (IsPlain(c) && !(c == '.' && out.empty())) {
      out.push_back(c);
    } else {
      out.append("%").append(crypto::ToHex({&c, 1}));
    }
  }
  return out;
}

std::optional<std::string> ChainIdOfSegment(std::string_view segment) {
  std::string out;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    if (segment[i] != '%') {
      out.push_back(segment[i]);
      continue;
    }
    const auto byte = crypto::FromHex(segment.substr(i + 1, 2));
    if (!byte || byte->size() != 1) return std::nullopt;
    out.append(*byte);
    i += 2;
  }
  if (out.empty() || PathSegment(out) != segment) return std::nullopt;
  return out;
}

// --- One ledger ---------------------------------------------------------------------------------

Result<std::string> LedgerHome::Policy() const {
  return ReadFile(directory_ + "/policy", kMaxNoteBytes);
}

std::optional<std::string> LedgerHome::Node() const {
  auto content = ReadFile(directory_ + "/node", kMaxNoteBytes);
  if (!content.ok()) return std::nullopt;
  std::string address = *std::move(content);
  while (!address.empty() && (address.back() == '\n' || address.back() == ' ')) address.pop_back();
  if (address.empty()) return std::nullopt;
  return address;
}

Done LedgerHome::SetNode(const std::string& address) const {
  return WriteFile(directory_ + "/node", address + "\n", Overwrite::kYes);
}

Result<std::optional<std::string>> LedgerHome::Checkpoint() const {
  const std::string path = directory_ + "/checkpoint";
  if (!Exists(path)) return std::optional<std::string>();
  TANJI_ASSIGN(std::string note, ReadFile(path, kMaxNoteBytes));
  return std::optional<std::string>(std::move(note));
}

Done LedgerHome::SaveCheckpoint(std::string_view note) const {
  return WriteFile(directory_ + "/checkpoint", note, Overwrite::kYes);
}

Result<std::string> LedgerHome::SaveFork(std::string_view known_note,
                                         std::string_view other_note) const {
  const std::string directory = directory_ + "/forks";
  TANJI_TRY(MakeDirectories(directory));
  // Named by content, so that the same contradiction is kept once.
  const std::string path =
      directory + "/" + crypto::Sha256({known_note, "\n", other_note}).Hex() + ".txt";
  if (!Exists(path)) {
    const std::string content = std::string(known_note).append("\n").append(other_note);
    TANJI_TRY(WriteFile(path, content, Overwrite::kNo));
  }
  return path;
}

std::string LedgerHome::PendingPath(const crypto::Hash& id) const {
  return directory_ + "/pending/" + id.Hex() + ".tx";
}

Result<std::string> LedgerHome::SavePending(const crypto::Hash& id,
                                            std::string_view transaction) const {
  TANJI_TRY(MakeDirectories(directory_ + "/pending"));
  const std::string path = PendingPath(id);
  TANJI_TRY(WriteFile(path, transaction, Overwrite::kYes));
  return path;
}

void LedgerHome::DropPending(const crypto::Hash& id) const {
  unlink(PendingPath(id).c_str());
}

// --- All ledgers --------------------------------------------------------------------------------

Result<Home> Home::Open(std::string directory) {
  if (!directory.empty()) return Home(std::move(directory));
  if (const auto tanji = Environment("TANJI_HOME")) return Home(*tanji);
  if (const auto data = Environment("XDG_DATA_HOME")) return Home(*data + "/tanji");
  if (const auto home = Environment("HOME")) return Home(*home + "/.local/share/tanji");
  return kNoHome;
}

std::string Home::DirectoryOf(std::string_view chain_id) const {
  return directory_ + "/ledgers/" + PathSegment(chain_id);
}

std::vector<std::string> Home::Ledgers() const {
  std::vector<std::string> out;
  std::error_code code;
  for (const auto& entry : fs::directory_iterator(directory_ + "/ledgers", code)) {
    const auto chain_id = ChainIdOfSegment(entry.path().filename().string());
    if (chain_id && Exists((entry.path() / "policy").string())) out.push_back(*chain_id);
  }
  std::sort(out.begin(), out.end());
  return out;
}

Result<LedgerHome> Home::Ledger(const std::string& chain_id) const {
  LedgerHome ledger(DirectoryOf(chain_id), chain_id);
  if (!Exists(ledger.directory() + "/policy")) {
    return Error(kLedgerNotTrusted, {{"ledger", chain_id}});
  }
  return ledger;
}

Result<LedgerHome> Home::OnlyLedger() const {
  const auto all = Ledgers();
  if (all.empty()) return Error(kNothingTrusted, {{"directory", directory_}});
  if (all.size() == 1) return Ledger(all.front());
  std::string names;
  for (const auto& name : all) names.append(names.empty() ? "" : ", ").append(name);
  return Error(kSeveralLedgers, {{"ledgers", names}});
}

Result<LedgerHome> Home::Pin(const std::string& chain_id, std::string_view policy,
                             bool replace) const {
  LedgerHome ledger(DirectoryOf(chain_id), chain_id);
  TANJI_TRY(MakeDirectories(ledger.directory()));
  TANJI_ASSIGN(const FileLock lock, ledger.Lock());
  const std::string path = ledger.directory() + "/policy";
  if (Exists(path) && !replace) {
    TANJI_ASSIGN(const std::string pinned, ledger.Policy());
    if (pinned != policy) return Error(kPolicyDiffers, {{"ledger", chain_id}, {"file", path}});
    return ledger;
  }
  TANJI_TRY(WriteFile(path, policy, Overwrite::kYes));
  return ledger;
}

Done Home::Forget(const std::string& chain_id) const {
  TANJI_ASSIGN(const LedgerHome ledger, Ledger(chain_id));
  for (const char* const file : {"/policy", "/node", "/checkpoint"}) {
    unlink((ledger.directory() + file).c_str());
  }
  return {};
}

}  // namespace tanji::client
