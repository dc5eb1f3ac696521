// Labels of a harvest and of what was split off it, and what can happen to all that they rest on.
#pragma once

#include <string>
#include <vector>

#include "tanji/v1/answer.pb.h"
#include "tests/ledger/modules/labels/certification.h"

namespace tanji::ledger::testing {

// On D as known on K; expected to be found.
v1::LabelAnswer LabelAt(World& world, const std::string& name, std::int64_t effective_ms,
                        std::int64_t known_ms, std::uint64_t unit = 0);
v1::LabelAnswer LabelNow(World& world, const std::string& name, std::uint64_t unit = 0);
v1::CertificateAnswer CertificateNow(World& world, const std::string& name);
// Says of a key, only now, that it has been lost since the genesis.
void Lose(World& world, const char* participant, int key);

struct Labelled : Certification {
  explicit Labelled(v1::CreateSchemeVersion first = FirstVersion());

  // Asserted to succeed.
  template <class Message>
  void By(const char* author, const Message& message) {
    Expect(world.Do(author, message));
  }

  std::string certificate;
  // 100 kg of the lot h26, and 50 kg of the lot `split`, which comes from it.
  std::string label, split_label;
};

}  // namespace tanji::ledger::testing
