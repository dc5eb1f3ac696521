// The names of labels that a transaction has released: they follow from the transaction and from
// the scheme, whose prefix the certificate leads to.
#pragma once

#include <string>
#include <vector>

#include "client/cli/session.h"
#include "crypto/hash/hash.h"
#include "tanji/v1/transaction.pb.h"

namespace tanji::client::cli {

// Puts `labels/{serial}` in the place of each operation of `body` that released one. Places stay as
// they are where no certificate is proved.
void AddReleasedNames(Session& session, const crypto::Hash& id, const v1::TransactionBody& body,
                      std::vector<std::string>& names);

// Says of each label among `names` what its serial looks like and what comes next.
void NoteReleased(const Session& session, const std::vector<std::string>& names);

}  // namespace tanji::client::cli
