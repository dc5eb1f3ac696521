// The evidence module: documents by SHA-256. See README.md.
#pragma once

#include "ledger/engine/module.h"

namespace tanji::ledger {

const Module& EvidenceModule();

}  // namespace tanji::ledger
