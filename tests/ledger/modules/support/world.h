// A small ledger without engine: the modules' functions over a state in memory, with the invariants
// checked after every transaction. For tests only; deterministic.
#pragma once

#include <google/protobuf/message.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/sign/keys.h"
#include "ledger/base/outcome.h"
#include "ledger/engine/module.h"
#include "ledger/modules/common/paging.h"
#include "ledger/state/overlay.h"
#include "tanji/v1/transaction.pb.h"

namespace tanji::ledger::testing {

inline constexpr std::string_view kChainId = "ledger.example/test";
inline constexpr std::int64_t kGenesisTimeMs = 1'767'225'600'000;  // 2026-01-01T00:00:00Z
inline constexpr std::int64_t kDayMs = 86'400'000;

// Key `number` of a participant: the same seed in every test.
crypto::SigningKey KeyOf(std::string_view participant_id, int number = 0);
// `keys/{hex}` of it.
std::string KeyNameOf(std::string_view participant_id, int number = 0);

// Chinese prevails, the English is a human translation.
v1::BilingualText Text(std::string_view zh, std::string_view en);
v1::BilingualText Reason();

// With possession proved for this ledger. Holder `h{number}` unless another is named.
v1::KeyGrant Grant(std::string_view participant_id, int number,
                   const std::vector<v1::Permission>& permissions, std::string_view holder = "");
std::vector<v1::Permission> AllPermissions();
// Of everybody's first key: all that there were when the vectors were frozen. Whoever may do what
// came later is granted that with another key.
std::vector<v1::Permission> FirstPermissions();

// With one key that has the first permissions.
v1::RegisterParticipant Registration(std::string_view id,
                                     const std::vector<v1::ParticipantKind>& kinds);
v1::RegisterDocument Document(std::string_view content);
v1::Threshold ThresholdRow(v1::Permission permission, std::uint32_t holders);

v1::StatusChange OpenStatus(v1::StatusKind kind);
v1::StatusChange EndStatus(std::uint32_t number);

// The operation whose arm is of the message's type, which must be one.
v1::Operation WrapOperation(const google::protobuf::Message& message);
template <class Message>
v1::Operation Op(const Message& message) {
  return WrapOperation(message);
}

// Bodies `body-cn`, `body-eu`, `body-hn`; accreditor `cnas`; operator `zone`; each with one key.
v1::Genesis TestGenesis();

class World {
 public:
  // Loads the genesis, which the test expects to be sound.
  explicit World(const v1::Genesis& genesis = TestGenesis());

  // One transaction: Check, Authorise and Apply of each operation, then every invariant. State
  // changes only if the outcome is OK. Signed by these keys of the author, of holders h0, h1 ...
  Outcome Run(std::string_view author_id, std::vector<v1::Operation> operations,
              const std::vector<int>& keys = {0});
  template <class Message>
  Outcome Do(std::string_view author_id, Message message) {
    return Run(author_id, {Op(std::move(message))});
  }
  // Registers by `zone`, asserted to succeed.
  void Register(std::string_view id, const std::vector<v1::ParticipantKind>& kinds);

  // Name of what operation `index` of the last transaction created.
  std::string CreatedName(std::string_view collection, std::uint32_t index = 0) const;
  // Likewise the serial, under the scheme's prefix.
  std::string CreatedSerial(std::string_view prefix, std::uint32_t index = 0) const;

  // Moves block time; each transaction is a block of its own, one millisecond later at least.
  void Advance(std::int64_t ms) { block_.time_ms += ms; }
  std::int64_t now_ms() const { return block_.time_ms; }
  BlockContext& block() { return block_; }
  Overlay& state() { return state_; }
  StateScan Scan() const;

 private:
  Outcome RunOperation(const v1::Operation& operation, const OperationContext& context,
                       StateWriter& state) const;

  class Nothing final : public StateReader {
   public:
    std::optional<std::string> Get(std::string_view) const override { return std::nullopt; }
  };
  Nothing nothing_;
  Overlay state_{nothing_};
  BlockContext block_;
  crypto::Hash transaction_id_;
};

// For `Overlay layer(Below(state))`, a layer above another one.
inline const StateReader& Below(const StateReader& state) {
  return state;
}

// Every invariant of every module over a write set.
Outcome CheckAllInvariants(const ChangeSet& changes, const StateReader& before,
                           const StateReader& after);
// The one of this name, which must exist.
Outcome CheckInvariant(std::string_view name, const ChangeSet& changes, const StateReader& before,
                       const StateReader& after);

}  // namespace tanji::ledger::testing
