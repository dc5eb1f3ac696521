// Subjects whose answers are on their way; nothing is found yet.
#include "ledger/answers/subjects.h"

namespace tanji::ledger {

bool AnswerFacility(const v1::FacilityQuestion&, AsOf, const StateReader&, v1::FacilityAnswer&) {
  return false;
}
bool AnswerProduct(const v1::ProductQuestion&, AsOf, const StateReader&, v1::ProductAnswer&) {
  return false;
}
bool AnswerLot(const v1::LotQuestion&, AsOf, const StateReader&, v1::LotAnswer&) {
  return false;
}
bool AnswerFootprint(const v1::FootprintQuestion&, AsOf, const StateReader&, v1::FootprintAnswer&) {
  return false;
}

}  // namespace tanji::ledger
