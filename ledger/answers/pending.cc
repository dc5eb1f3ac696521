// Subjects whose answers are on their way; nothing is found yet.
#include "ledger/answers/subjects.h"

namespace tanji::ledger {

bool AnswerSchemeVersion(const v1::SchemeVersionQuestion&, AsOf, const StateReader&,
                         v1::SchemeVersionAnswer&) {
  return false;
}

}  // namespace tanji::ledger
