// The ledger's own rules of form, applied before anybody signs: what every node would refuse is
// refused at the desk, offline, with the same code and words.
#pragma once

#include "client/sdk/result.h"
#include "tanji/v1/transaction.pb.h"

namespace tanji::client {

// Check of each operation, with every feature this program knows taken as in force. What depends on
// the ledger's state is not judged. The error is of kind kUsage.
Done CheckForm(const v1::TransactionBody& body);

}  // namespace tanji::client
