#include "ledger/modules/membership/authority.h"

#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/rules.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {
namespace {

class Membership final : public Authority {
 public:
  std::optional<SigningKeyRecord> FindKey(const StateReader& reader, const crypto::Hash& key_id,
                                          std::int64_t time_ms) const override {
    const auto key = kKeys.Get(reader, key_id);
    if (!key) return std::nullopt;
    SigningKeyRecord out;
    out.public_key = crypto::PublicKey::FromBytes(key->public_key()).value();
    out.participant_id = ParseParticipantName(key->participant()).value();
    out.holder = key->holder();
    for (const int permission : key->permissions()) {
      out.permissions.push_back(static_cast<v1::Permission>(permission));
    }
    out.in_force = KeyCounts(reader, key_id, *key, {time_ms, time_ms});
    return out;
  }

  bool ParticipantExists(const StateReader& reader,
                         std::string_view participant_id) const override {
    return kParticipants.Has(reader, std::string(participant_id));
  }

  bool ParticipantInForce(const StateReader& reader, std::string_view participant_id,
                          std::int64_t time_ms) const override {
    return ParticipantCounts(reader, std::string(participant_id), {time_ms, time_ms});
  }

  std::uint32_t ThresholdOf(const StateReader& reader, std::string_view participant_id,
                            v1::Permission permission) const override {
    const auto participant = kParticipants.Get(reader, std::string(participant_id));
    return participant ? ThresholdIn(participant->thresholds(), permission) : 1;
  }
};

}  // namespace

const Authority& MembershipAuthority() {
  static const Membership authority;
  return authority;
}

}  // namespace tanji::ledger
