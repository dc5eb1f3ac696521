// Suspending, reinstating and the like, the same for every object that has a status.
#pragma once

#include <string_view>

#include "client/cli/options.h"
#include "client/cli/session.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::client::cli {

inline constexpr Parameter kEffective{
    Kind::kOption,
    "effective",
    "TIME",
    {"何时生效，不能在过去；默认入账时", "from when, not in the past; by default when recorded"}};
inline constexpr Parameter kInterval{
    Kind::kOption,
    "interval",
    "N",
    {"要结束的状态区间的序号（见 show）", "number of the interval to end (see show)"},
    true};

// A change that opens an interval of this kind, with --effective and the reason.
Result<v1::StatusChange> OpeningChange(const Session& session, const Arguments& arguments,
                                       v1::StatusKind kind);
// One that ends interval --interval, or the one of this number.
Result<v1::StatusChange> EndingChange(const Session& session, const Arguments& arguments);
Result<v1::StatusChange> EndingChange(const Session& session, const Arguments& arguments,
                                      std::string_view number, std::string_view option);

}  // namespace tanji::client::cli
