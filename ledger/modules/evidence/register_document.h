// RegisterDocument: the hash and description of a document enter the ledger, once.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/evidence.pb.h"

namespace tanji::ledger {

Outcome CheckRegisterDocument(const v1::RegisterDocument& message, const Flags& flags);
Outcome AuthoriseRegisterDocument(const v1::RegisterDocument& message,
                                  const OperationContext& context, const StateReader& reader);
Outcome ApplyRegisterDocument(const v1::RegisterDocument& message, const OperationContext& context,
                              StateWriter& writer);

}  // namespace tanji::ledger
