// What corrections of a footprint make of the certificates and labels that rest on it.
#pragma once

#include <cstddef>
#include <vector>

#include "ledger/modules/common/causes.h"
#include "ledger/modules/footprints/standing.h"
#include "ledger/state/history.h"
#include "ledger/state/reader.h"
#include "tanji/v1/labels.pb.h"

namespace tanji::ledger {

// Successors of one footprint that an answer reads; beyond them it is suspended, whatever they say.
inline constexpr std::size_t kMaxSuccessorsRead = 16;

// The newest corrections decide: each that is corrected by none itself and misses the threshold of
// every one of `years` suspends. They are looked for behind changes of method and of factor year
// too, never behind new periods. A correction whose maker or signature did not count is none; one
// that its producer withdrew still says what was found.
void AddCorrections(Causes& causes, const StateReader& reader, const v1::Certificate& certificate,
                    const std::vector<v1::CertificateYear>& years,
                    const FootprintRecords& footprint, AsOf at);

}  // namespace tanji::ledger
