// Looks at a node that has come back: is everything that it ever said still true? Reads only.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tests/crash/client.h"
#include "tests/crash/journal.h"
#include "tests/crash/model.h"
#include "tests/crash/workload.h"

namespace tanji::crash {

class Inspector {
 public:
  // The model is brought up to the node's log; it holds what was checked in earlier runs.
  Inspector(Client& client, Journal& journal, Model& model)
      : client_(client), journal_(journal), model_(model) {}

  // After every start. `unanswered` are transactions whose fate the loop does not know: each is in
  // the log or it is not, and the state holds all of its documents or none.
  void AfterStart(const std::vector<Item>& unanswered, std::uint64_t run);
  // The whole state and the whole log again, entry by entry.
  void Whole();

 private:
  void ReadNewEntries();
  std::vector<std::string> ReadEntries(std::uint64_t first, std::uint64_t end);
  void CheckNewestCheckpoint();
  void CheckConsistency(std::uint64_t old_size, const crypto::Hash& old_root);
  void CheckRoots(const std::map<std::uint64_t, crypto::Hash>& checkpoints);
  void CheckAcknowledged(const crypto::Hash& id, const Acknowledged& acknowledged);
  void CheckByQuery(const crypto::Hash& id);
  void CheckDocumentsOf(const Item& item);
  void CheckAllDocuments();
  void CheckAllParticipants();
  void CheckAllEntries();

  Client& client_;
  Journal& journal_;
  Model& model_;
};

}  // namespace tanji::crash
