// What imports into a draft have in common: a person's file becomes several transactions, signed
// with keys whose passphrases are asked for once, and rows go in portions that fit a transaction.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "client/cli/render.h"
#include "client/cli/session.h"
#include "client/sdk/submitted.h"
#include "tanji/v1/transaction.pb.h"

namespace tanji::client::cli {

// Room for the rest of a transaction, with sixteen signatures.
inline constexpr std::size_t kMaxPortionBytes = 48 << 10;

// The rows from number `first` on, in order, in portions of at most `max_rows`.
template <class Row>
std::vector<std::vector<Row>> Portions(const std::vector<Row>& rows, std::size_t first,
                                       std::size_t max_rows) {
  std::vector<std::vector<Row>> out;
  std::size_t bytes = 0;
  for (std::size_t i = first; i < rows.size(); ++i) {
    // With the tag and the length before it.
    const std::size_t row_bytes = rows[i].ByteSizeLong() + 4;
    const bool full =
        out.empty() || out.back().size() == max_rows || bytes + row_bytes > kMaxPortionBytes;
    if (full) {
      out.emplace_back();
      bytes = 0;
    }
    out.back().push_back(rows[i]);
    bytes += row_bytes;
  }
  return out;
}

// Refused with --out: what comes later depends on what the ledger has of it by then.
Done CheckImportOnline(const Session& session);

// Shows what is about to be imported, says `about`, and asks; kNotConfirmed unless the person
// agrees.
Done ConfirmImport(const Session& session, const Sheet& content, const std::string& about);

// What --wait asks for.
v1::Wait WantedWait(const Session& session);

// Signs each transaction with the same keys.
class ImportWriter {
 public:
  static Result<ImportWriter> Open(Session& session);

  // One transaction per operation, in order; the last one's fate. `count` is the number of all that
  // the import takes, for the progress. A refusal is an Error.
  Result<Submitted> SubmitEach(const std::vector<v1::Operation>& operations, std::size_t count,
                               v1::Wait wait);

 private:
  explicit ImportWriter(Session& session) : session_(&session) {}
  Result<Submitted> Submit(const v1::Operation& operation, v1::Wait wait);

  Session* session_;
  std::string author_;
  std::string chain_id_;
  std::vector<crypto::SigningKey> keys_;
  std::size_t sent_ = 0;
};

// What became of an import: `facts` first, as the sheet has them; `json` likewise. `last` is the
// last transaction; nullptr where the ledger held everything already.
void PrintImported(Session& session, Sheet facts, Session::Json json, std::size_t transactions,
                   const Submitted* last);

}  // namespace tanji::client::cli
