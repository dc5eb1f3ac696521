// What all lists have in common: a page is asked for, every row is proved, and what was verified is
// printed. Whether it is proved too that no row is missing is said.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "client/cli/inputs.h"
#include "client/cli/messages.h"
#include "client/cli/session.h"
#include "client/cli/table.h"
#include "client/cli/writing.h"
#include "client/sdk/ask.h"
#include "ledger/state/record.h"

namespace tanji::client::cli {

// Headers that several lists share.
inline constexpr Text kNameWord{"名称", "name"};
inline constexpr Text kTitleWord{"标题", "title"};
inline constexpr Text kStatusWord{"状态", "status"};
inline constexpr Text kValueWord{"值", "value"};
inline constexpr Text kUnitWord{"单位", "unit"};
inline constexpr Text kKindWord{"类别", "kind"};
inline constexpr Text kDraftWord{"草稿", "draft"};
inline constexpr Text kSourceWord{"出处", "source"};

template <class Request>
Done SetPage(const Arguments& arguments, const Client& client, Request& request) {
  if (const auto size = arguments.Find("page-size")) {
    TANJI_ASSIGN(const std::uint64_t rows, NumberArgument(*size, "--page-size", 1, 1000));
    request.set_page_size(static_cast<std::uint32_t>(rows));
  }
  request.set_page_token(arguments.Get("page-token"));
  TANJI_ASSIGN(const std::uint64_t min_size, client.MinSize());
  request.set_min_size(min_size);
  return {};
}

// The rows, and what was verified.
class Listing {
 public:
  Listing(Session& session, std::vector<std::string> headers)
      : session_(session), table_(std::move(headers)) {}

  void Add(std::vector<std::string> cells, Session::Json json);
  // Where one row takes several lines.
  void AddLine(std::vector<std::string> cells) { table_.Add(std::move(cells)); }
  void AddJson(Session::Json json) { rows_.push_back(std::move(json)); }
  // "Proving row 3 of 12".
  void Progress(int number, int count);
  // False for one that is listed already: a node that repeats rows may hide others.
  bool TakeName(const std::string& name) { return names_.insert(name).second; }
  // What rows were proved under.
  void Add(const crypto::VerifiedCheckpoint& checkpoint) { checkpoints_.Add(checkpoint); }
  void Add(const CheckpointSpan& checkpoints) { checkpoints_.Add(checkpoints); }
  // That no row is missing is proved too.
  void SetComplete() { complete_ = true; }

  Result<Exit> Print(const std::string& next_page_token);

 private:
  Session& session_;
  Table table_;
  Session::Json rows_ = Session::Json::array();
  std::set<std::string> names_;
  CheckpointSpan checkpoints_;
  bool complete_ = false;
};

// The node lists what the ledger does not hold, or not so.
Error Differs(const std::string& name);

// Asks about one row; the node must stand by what it listed.
Result<v1::Answer> Prove(Client& client, Listing& listing, const v1::Question& question,
                         const std::string& name);

// The rows are the records themselves: all are proved together. `keys` are their state keys.
template <class Rows, class Name>
Done ProveRecords(Client& client, Listing& listing, const Rows& rows,
                  const std::vector<std::string>& keys, Name name) {
  TANJI_ASSIGN(const ProvedRecords proved, ReadRecords(client, keys));
  for (int i = 0; i < rows.size(); ++i) {
    const std::string& key = keys[static_cast<std::size_t>(i)];
    const auto record = proved.Get(key);
    if (!listing.TakeName(key) || !record || *record != ledger::EncodeRecord(rows[i]))
      return Differs(name(rows[i]));
  }
  listing.Add(proved.checkpoints);
  return {};
}

// Of what depends on others: its own status where that is why, else that it is not in force.
std::string EffectiveStatus(const Session& session, const v1::StatusAnswer& own, bool in_force);

}  // namespace tanji::client::cli
