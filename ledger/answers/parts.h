// What the answers share: a status as answered, and the keys that signed a record.
#pragma once

#include <algorithm>
#include <string>

#include "ledger/base/names.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"
#include "ledger/state/history.h"
#include "ledger/state/must.h"
#include "tanji/v1/answer.pb.h"

namespace tanji::ledger {

inline v1::StatusAnswer Answered(StatusAt status) {
  v1::StatusAnswer out;
  out.set_kind(status.kind);
  if (status.kind != v1::STATUS_KIND_UNSPECIFIED) {
    *out.mutable_interval() = std::move(status.interval);
    out.set_number(status.number);
  }
  return out;
}
inline v1::StatusAnswer Status(const History& history, AsOf at, const StateReader& source) {
  return Answered(history.At(source, at));
}

inline bool InForce(const v1::StatusAnswer& status) {
  return status.kind() == v1::STATUS_KIND_IN_FORCE;
}

inline v1::StatusAnswer ParticipantStatus(const std::string& name, AsOf at,
                                          const StateReader& source) {
  const auto id = ParseName("participants", name);
  return id ? Status(ParticipantHistory(std::string(*id)), at, source) : v1::StatusAnswer();
}

// The signers of a record made at `made_ms`, as known at `at`: did their keys count then?
using KeyIds = google::protobuf::RepeatedPtrField<std::string>;
using Signers = google::protobuf::RepeatedPtrField<v1::SignerAnswer>;
inline void FillSigners(const KeyIds& signed_by, std::int64_t made_ms, AsOf at,
                        const StateReader& source, Signers& out) {
  for (const auto& raw : signed_by) {
    const auto key_id = Must(crypto::Hash::FromBytes(raw), "a key id");
    auto& signer = *out.Add();
    signer.set_key(MakeName("keys", key_id));
    const auto key = kKeys.Get(source, key_id);
    if (!key) continue;
    signer.set_participant(key->participant());
    signer.set_holder(key->holder());
    signer.set_counted(KeyHistory(key_id).At(source, WhenMade(made_ms, at)).in_force());
  }
}

// Signatures are not counted again one by one: the executor saw the threshold met, and what can
// change later is a compromise. A record stands as long as none of its signatures has been lost.
inline bool AllCounted(const Signers& signers) {
  return std::ranges::all_of(signers, &v1::SignerAnswer::counted);
}

}  // namespace tanji::ledger
