// The first byte of every state key. A block of 16 values per module; the table is in README.md.
// THE VALUES ARE HASHED: they never change, and a retired one is never used again.
#pragma once

#include <cstdint>

namespace tanji::ledger {

enum class KeySpace : std::uint8_t {
  // engine 0x00-0x0f
  kReplayWindow = 0x01,
  kFlags = 0x02,
  kParameters = 0x03,
  kNode = 0x04,
  kNodeList = 0x05,

  // evidence 0x10-0x1f
  kDocument = 0x10,

  // membership 0x20-0x2f
  kParticipant = 0x20,
  kParticipantStatus = 0x21,
  kKey = 0x22,
  kKeyStatus = 0x23,
  kKeyReference = 0x24,
  kElectorate = 0x25,
  kBallot = 0x26,
  kBallotVote = 0x27,
  kAccreditation = 0x28,
  kAccreditationStatus = 0x29,
  kLicence = 0x2a,
  kLicenceStatus = 0x2b,
};

}  // namespace tanji::ledger
