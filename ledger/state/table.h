// A typed table: which record lies under which key is said once, in a module's tables.h:
//
//   inline constexpr Table<v1::Document, crypto::Hash> kDocuments{KeySpace::kDocument};
//   ...
//   const auto document = kDocuments.Get(reader, hash);
#pragma once

#include <optional>
#include <string>

#include "ledger/state/key.h"
#include "ledger/state/reader.h"
#include "ledger/state/record.h"

namespace tanji::ledger {

template <class Record, class... Parts>
struct Table {
  KeySpace space;

  std::string Key(const Parts&... parts) const { return MakeKey(space, parts...); }

  std::optional<Record> Get(const StateReader& reader, const Parts&... parts) const {
    const auto bytes = reader.Get(Key(parts...));
    if (!bytes) return std::nullopt;
    return ParseRecord<Record>(*bytes);
  }
  bool Has(const StateReader& reader, const Parts&... parts) const {
    return reader.Get(Key(parts...)).has_value();
  }
  void Put(StateWriter& writer, const Parts&... parts, const Record& record) const {
    writer.Put(Key(parts...), EncodeRecord(record));
  }
  void Delete(StateWriter& writer, const Parts&... parts) const { writer.Delete(Key(parts...)); }
};

}  // namespace tanji::ledger
