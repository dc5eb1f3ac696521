// The verbs that change a status, the same for every noun whose objects have one: review, suspend,
// withdraw, revoke, reinstate. A noun says what is its own by a type:
//
//   struct LicenceStatus {
//     static constexpr Parameter kName{Kind::kArgument, "licence", …};
//     // The name as the ledger has it; with `const Session&` before the argument where a short
//     // name is of the author's own.
//     static Result<std::string> Name(const std::string& argument);
//     // Makes `operation` the noun's, about the object `name`; what is returned is filled by the
//     verb. static v1::StatusChange& Make(v1::Operation& operation, std::string name);
//   };
//   constexpr auto kCommands = WithStatusVerbs<LicenceStatus>({{"grant", …}, {"show", …}});
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "client/cli/command.h"
#include "client/cli/options.h"
#include "client/cli/session.h"
#include "client/cli/status_change.h"
#include "client/cli/writing.h"
#include "tanji/v1/transaction.pb.h"

namespace tanji::client::cli {

template <class Object>
Result<std::string> StatusSubject(const Session& session, const std::string& argument) {
  if constexpr (requires { Object::Name(session, argument); }) {
    return Object::Name(session, argument);
  } else {
    return Object::Name(argument);
  }
}

template <class Object>
Result<Exit> WriteStatusChange(Session& session, const Arguments& arguments,
                               const v1::StatusChange& change) {
  TANJI_ASSIGN(const std::string name,
               StatusSubject<Object>(session, arguments.Get(Object::kName.name)));
  return WriteOperation(session,
                        [&](v1::Operation& operation) { Object::Make(operation, name) = change; });
}

template <class Object, v1::StatusKind kind>
Result<Exit> OpenStatus(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const auto change, OpeningChange(session, arguments, kind));
  return WriteStatusChange<Object>(session, arguments, change);
}

template <class Object>
Result<Exit> Reinstate(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const auto change, EndingChange(session, arguments));
  return WriteStatusChange<Object>(session, arguments, change);
}

template <class Object>
inline constexpr Parameter kOpenParameters[] = {
    Object::kName, kEffective, kReasonZh, kReasonEn, kPrevailing, kMachineTranslated, kSettledBy,
};
template <class Object>
inline constexpr Parameter kReinstateParameters[] = {
    Object::kName, kInterval,   kEffective,         kReasonZh,
    kReasonEn,     kPrevailing, kMachineTranslated, kSettledBy,
};

template <class Object>
inline constexpr std::array<Command, 5> kStatusVerbs = {{
    {"review",
     {"列为复核中", "put under review"},
     kOpenParameters<Object>,
     OpenStatus<Object, v1::STATUS_KIND_UNDER_REVIEW>},
    {"suspend",
     {"暂停", "suspend"},
     kOpenParameters<Object>,
     OpenStatus<Object, v1::STATUS_KIND_SUSPENDED>},
    {"withdraw",
     {"注销", "withdraw"},
     kOpenParameters<Object>,
     OpenStatus<Object, v1::STATUS_KIND_WITHDRAWN>},
    {"revoke",
     {"撤销", "revoke"},
     kOpenParameters<Object>,
     OpenStatus<Object, v1::STATUS_KIND_REVOKED>},
    {"reinstate",
     {"恢复：结束一段状态", "reinstate: end an interval"},
     kReinstateParameters<Object>,
     Reinstate<Object>},
}};

template <class Object, std::size_t n, std::size_t... own_at, std::size_t... verb_at>
constexpr std::array<Command, n + sizeof...(verb_at)> JoinCommands(
    const Command (&own)[n], std::index_sequence<own_at...>, std::index_sequence<verb_at...>) {
  return {{own[own_at]..., kStatusVerbs<Object>[verb_at]...}};
}

// The noun's own commands, and these after them.
template <class Object, std::size_t n>
constexpr auto WithStatusVerbs(const Command (&own)[n]) {
  return JoinCommands<Object>(own, std::make_index_sequence<n>(),
                              std::make_index_sequence<kStatusVerbs<Object>.size()>());
}

}  // namespace tanji::client::cli
