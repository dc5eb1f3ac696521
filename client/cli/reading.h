// Answers from the ledger, verified and shown.
#pragma once

#include <string>

#include "client/cli/session.h"
#include "client/sdk/ask.h"

namespace tanji::client::cli {

// Sets D and K from --on and --known; a date means the end of that day.
Done ApplyTimes(const Session& session, v1::Question& question);

// Prints an answer with what it was verified by.
void ShowAnswer(Session& session, const ledger::VerifiedBundle& verified);
// kOk or kNo.
Exit ExitOf(const ledger::VerifiedBundle& verified);

// What `read` makes of proved records. A record that was proved but cannot be read is the fault of
// whoever ordered the ledger.
template <class Read>
auto ReadProved(Read read) -> Result<decltype(read())> {
  try {
    return read();
  } catch (const ledger::StorageFailure& failure) {
    return Error(ErrorKind::kUnverified, v1::CODE_RECORD_MALFORMED, {{"value", failure.what()}});
  }
}

// Applies --on and --known, asks, verifies, prints.
Result<Exit> AskAndShow(Session& session, v1::Question question);

// The keys of a participant, each with its status.
Result<Exit> ShowKeysOf(Session& session, const std::string& participant);

// A ballot with its votes.
Result<Exit> ShowBallot(Session& session, const std::string& ballot);

}  // namespace tanji::client::cli
