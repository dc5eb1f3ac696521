#include "client/cli/status_change.h"

#include <limits>

#include "client/cli/inputs.h"
#include "client/cli/time_text.h"

namespace tanji::client::cli {
namespace {

Done SetReasonAndTime(const Session& session, const Arguments& arguments,
                      v1::StatusChange& change) {
  TANJI_ASSIGN(*change.mutable_reason(), TextArgument(arguments, "reason"));
  if (const auto effective = arguments.Find("effective")) {
    TANJI_ASSIGN(const std::int64_t time_ms,
                 ParseTimeText(*effective, session.style().offset, DayEdge::kStart, "--effective"));
    change.set_effective_time(time_ms);
  }
  return {};
}

}  // namespace

Result<v1::StatusChange> OpeningChange(const Session& session, const Arguments& arguments,
                                       v1::StatusKind kind) {
  v1::StatusChange change;
  change.set_open(kind);
  TANJI_TRY(SetReasonAndTime(session, arguments, change));
  return change;
}

Result<v1::StatusChange> EndingChange(const Session& session, const Arguments& arguments) {
  return EndingChange(session, arguments, arguments.Get("interval"), "--interval");
}

Result<v1::StatusChange> EndingChange(const Session& session, const Arguments& arguments,
                                      std::string_view number, std::string_view option) {
  v1::StatusChange change;
  TANJI_ASSIGN(const std::uint64_t end,
               NumberArgument(number, option, 0, std::numeric_limits<std::uint32_t>::max()));
  change.set_end(static_cast<std::uint32_t>(end));
  TANJI_TRY(SetReasonAndTime(session, arguments, change));
  return change;
}

}  // namespace tanji::client::cli
