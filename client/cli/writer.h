// Several transactions in a row, signed with the same keys, whose passphrases are asked for once:
// for what is too large for one.
#pragma once

#include <string>
#include <vector>

#include "client/cli/session.h"
#include "client/sdk/submitted.h"
#include "client/sdk/transaction.h"
#include "tanji/v1/transaction_service.pb.h"

namespace tanji::client::cli {

// kSeveralOnline if --out is given: such a work cannot be written to one file for others to sign.
Done CheckOnline(const Session& session);

class Writer {
 public:
  // Of --key and --author.
  static Result<Writer> Open(Session& session);

  // One transaction of these operations, signed; nothing is sent. Its id is that of its body, so
  // the names of what it makes are known before it is sent.
  Result<OpenTransaction> Sign(const std::vector<v1::Operation>& operations) const;
  // Sends it. What the ledger refuses is an Error.
  Result<Submitted> Submit(const OpenTransaction& transaction, v1::Wait wait) const;

 private:
  explicit Writer(Session& session) : session_(&session) {}
  Session* session_;
  std::string author_;
  std::string chain_id_;
  std::vector<crypto::SigningKey> keys_;
};

}  // namespace tanji::client::cli
