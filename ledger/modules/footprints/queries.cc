#include "ledger/modules/footprints/queries.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/footprints/tables.h"

namespace tanji::ledger {
namespace {

void Fill(const StateReader& reader, const Id& id, v1::Footprint footprint,
          v1::GetFootprintResponse& out) {
  out.set_name(MakeName(kFootprintsCollection, id));
  *out.mutable_footprint() = std::move(footprint);
  *out.mutable_progress() = kFootprintProgress.Get(reader, id).value();
  if (!out.progress().has_declared_time()) return;
  *out.mutable_result() = kFootprintResults.Get(reader, id).value();
  *out.mutable_status() =
      ParseRecord<v1::StatusRecord>(reader.Get(MakeKey(KeySpace::kFootprintStatus, id)).value());
}

Outcome FindId(const StateReader& reader, const std::string& name, std::string_view field,
               Id& out) {
  TANJI_RETURN_IF_REFUSED(CheckIdName(kFootprintsCollection, name, field));
  out = ParseIdName(kFootprintsCollection, name).value();
  return kFootprints.Has(reader, out) ? Outcome::Ok() : RefuseNotFound(field, name);
}

}  // namespace

Outcome GetFootprint(const v1::GetFootprintRequest& request, const StateReader& reader,
                     v1::GetFootprintResponse& response) {
  Id id;
  TANJI_RETURN_IF_REFUSED(FindId(reader, request.name(), "name", id));
  Fill(reader, id, kFootprints.Get(reader, id).value(), response);
  return Outcome::Ok();
}

Outcome ListFootprints(const v1::ListFootprintsRequest& request, const StateReader& reader,
                       const StateScan& scan, v1::ListFootprintsResponse& response) {
  Page page;
  TANJI_RETURN_IF_REFUSED(
      ReadPage(scan, KeySpace::kFootprint, request.page_size(), request.page_token(), page));
  for (const auto& [key, record] : page.rows) {
    const auto id = Id::FromBytes(std::string_view(key).substr(1)).value();
    Fill(reader, id, ParseRecord<v1::Footprint>(record), *response.add_footprints());
  }
  response.set_next_page_token(std::move(page.next_token));
  return Outcome::Ok();
}

Outcome ListFootprintLines(const v1::ListFootprintLinesRequest& request, const StateReader& reader,
                           const StateScan& scan, v1::ListFootprintLinesResponse& response) {
  Id id;
  TANJI_RETURN_IF_REFUSED(FindId(reader, request.parent(), "parent", id));
  Page page;
  TANJI_RETURN_IF_REFUSED(ReadPageUnder(scan, MakeKey(KeySpace::kFootprintLine, id),
                                        request.page_size(), request.page_token(), page));
  for (const auto& [key, record] : page.rows) {
    auto& row = *response.add_lines();
    *row.mutable_line() = ParseRecord<v1::FootprintLine>(record).line();
    // The result lies under the same key in a space of its own.
    std::string result_key = key;
    result_key.front() = static_cast<char>(KeySpace::kFootprintLineResult);
    if (const auto result = reader.Get(result_key)) {
      *row.mutable_result() = ParseRecord<v1::FootprintLineResult>(*result);
    }
  }
  response.set_next_page_token(std::move(page.next_token));
  return Outcome::Ok();
}

}  // namespace tanji::ledger
