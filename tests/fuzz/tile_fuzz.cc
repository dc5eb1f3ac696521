// Tile paths and tiles are accepted in one spelling each.
#include "crypto/log/tile.h"
#include "tests/fuzz/fuzz.h"

namespace tanji::fuzz {

void RunOne(std::string_view bytes) {
  if (const auto path = crypto::ParseTilePath(bytes)) {
    const auto& tile = path->tile;
    Require((path->entries ? crypto::EntryBundlePath(tile.index, tile.width)
                           : crypto::TilePath(tile)) == bytes);
  }
  for (const std::uint32_t width : {1u, 2u, 256u}) {
    if (const auto hashes = crypto::DecodeHashTile(bytes, width)) {
      Require(crypto::EncodeHashTile(*hashes) == bytes);
    }
    if (const auto entries = crypto::DecodeEntryBundle(bytes, width); entries.ok()) {
      Require(*crypto::EncodeEntryBundle(*entries) == bytes);
    }
  }
}

}  // namespace tanji::fuzz
