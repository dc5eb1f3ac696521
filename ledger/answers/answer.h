// Answers are pure functions of a question and a set of records. A node runs the function over its
// state to learn which records it asks for (the closure) and proves exactly those; a verifier runs
// the same function over the proved records.
#pragma once

#include <cstdint>

#include "ledger/base/outcome.h"
#include "ledger/state/reader.h"
#include "tanji/v1/answer.pb.h"
#include "tanji/v1/proof.pb.h"

namespace tanji::ledger {

inline constexpr int kMaxRecordsAsked = 256;

// Whether the question is well-formed: one arm, names of the right form, keys ascending.
Outcome CheckQuestion(const v1::Question& question);

// The answer, from records as they are after a block of `block_time_ms`, to which D and K default.
// A subject that does not exist is an answer too (`found` is false). `source` is asked by key only:
// no prefix, no index, no iteration. Refusals: a malformed question, D after K, K after the block.
Outcome AnswerQuestion(const v1::Question& question, std::int64_t block_time_ms,
                       const StateReader& source, v1::Answer& answer);

}  // namespace tanji::ledger
