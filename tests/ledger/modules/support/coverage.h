// The list that shows each code to be produced by some test. A module's table has a row per way to
// be refused; its test produces each, compares code and parameters exactly, and demands that every
// code of the module's block has a row. A later module adds a table of the same shape.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "ledger/base/outcome.h"
#include "ledger/engine/flags.h"

namespace tanji::ledger::testing {

struct RefusalCase {
  // What the input does wrong; unique within the table.
  std::string name;
  v1::Code code;
  Detail detail;
  std::function<Outcome()> produce;
};

// One test per table: every row as above.
void ExpectAllProduced(const std::vector<RefusalCase>& cases);

// Values of enum Code from `first` to `last` that no row of `cases` has, by name.
std::set<std::string> CodesNotCovered(const std::vector<RefusalCase>& cases, int first, int last);

// Rows that follow from one message: a good one is altered, and the check of its shape refuses.
template <class Message>
struct Alteration {
  std::string name;
  std::function<void(Message&)> alter;
  v1::Code code;
  Detail detail;
};
template <class Message, class Check>
void AddAlterations(const Message& good, Check check,
                    const std::vector<Alteration<Message>>& alterations,
                    std::vector<RefusalCase>& out) {
  for (const auto& row : alterations) {
    out.push_back({Message::descriptor()->name() + ": " + row.name, row.code, row.detail,
                   [good, check, alter = row.alter] {
                     Message message = good;
                     alter(message);
                     return check(message, Flags());
                   }});
  }
}

}  // namespace tanji::ledger::testing
