#include "client/cli/footprints/footprints.h"
#include "client/cli/footprints/report.h"
#include "client/cli/writing.h"
#include "client/sdk/file.h"

namespace tanji::client::cli {

Result<Exit> CheckFootprint(Session& session, const Arguments& arguments) {
  const JsonSource source{arguments.Get("file"), session.style().offset};
  TANJI_ASSIGN(const std::string text, ReadFile(source.file));
  TANJI_ASSIGN(Inventory inventory, ReadInventory(text, source));
  TANJI_ASSIGN(Client* const client, session.client());
  ProvedState state(*client);
  TANJI_ASSIGN(const Reckoning reckoning, ReckonBeforehand(session, state, std::move(inventory)));
  if (session.json()) {
    auto json = ReckoningJson(reckoning);
    json["verified"] = VerifiedJson(*state.checkpoints().oldest());
    session.Print(json);
  } else {
    session.Print(SummaryText(reckoning, session.style()) +
                  VerifiedLine(session, *state.checkpoints().oldest()) + "\n");
  }
  return Exit::kOk;
}

}  // namespace tanji::client::cli
