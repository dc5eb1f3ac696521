// What imports into a draft have in common: a person's file becomes several transactions, signed
// with keys whose passphrases are asked for once, and rows go in portions that fit a transaction.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "client/cli/render.h"
#include "client/cli/session.h"
#include "client/cli/writer.h"
#include "client/sdk/submitted.h"
#include "tanji/v1/transaction.pb.h"

namespace tanji::client::cli {

// Room for the rest of a transaction: what begins the draft, of 8 KiB at most, and sixteen
// signatures.
inline constexpr std::size_t kMaxPortionBytes = 46 << 10;

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

// Shows what is about to be imported, says `about`, and asks; kNotConfirmed unless the person
// agrees.
Done ConfirmImport(const Session& session, const Sheet& content, const std::string& about);

// A Writer that says how far the import has come.
class ImportWriter {
 public:
  static Result<ImportWriter> Open(Session& session);

  // One transaction per operation, in order; the last one's fate. `count` is the number of all that
  // the import takes, for the progress. A refusal is an Error.
  Result<Submitted> SubmitEach(const std::vector<v1::Operation>& operations, std::size_t count,
                               v1::Wait wait);

 private:
  ImportWriter(Session& session, Writer writer) : session_(&session), writer_(std::move(writer)) {}

  Session* session_;
  Writer writer_;
  std::size_t sent_ = 0;
};

// What became of an import: `facts` first, as the sheet has them; `json` likewise. `last` is the
// last transaction; nullptr where the ledger held everything already.
void PrintImported(Session& session, Sheet facts, Session::Json json, std::size_t transactions,
                   const Submitted* last);

}  // namespace tanji::client::cli
