#include "client/cli/footprints/reckoning.h"

#include <algorithm>
#include <functional>

#include "client/cli/footprints/held.h"
#include "client/cli/messages.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/factors/rules.h"
#include "ledger/modules/factors/tables.h"
#include "ledger/modules/factors/usable.h"
#include "ledger/modules/footprints/reckon/check.h"
#include "ledger/modules/footprints/reckon/references.h"
#include "ledger/state/key.h"

namespace tanji::client::cli {
namespace {

// All records are proved, so it is a fault of the ledger's, not of the node alone.
constexpr Fault kReckonedOtherwise{
    ErrorKind::kUnverified,
    "RECKONED_OTHERWISE",
    {"{name} 的 {part}：账本记为 {found}，用账本上的同一批记录重算却得 {expected}。"
     "不要采信这个结果，请保存输出并交给各成员机构。",
     "{part} of {name}: the ledger says {found}, but the same records reckoned again come to "
     "{expected}. Do not trust the result; keep this and hand it to the member organisations."}};

constexpr Text kFetching{"正在取得并验证 {count} 个因子", "Fetching and proving {count} factors"};

std::string IdOf(std::string_view collection, const std::string& name) {
  return std::string(ledger::ParseName(collection, name).value_or(""));
}

// The record, into `out`; or that there is none.
template <class Record, class Found>
ledger::Outcome Take(const std::optional<Record>& record, std::string_view field,
                     const std::string& name, Found& out) {
  if (!record) return ledger::RefuseNotFound(field, name);
  out = *record;
  return ledger::Outcome::Ok();
}

// How the parts of a basis are found: as they stand, or as they may be used now.
struct Finders {
  std::function<ledger::Outcome(const std::string& field, const std::string& name, v1::Factor&)>
      factor;
  std::function<ledger::Outcome(const std::string& name, v1::GwpSet&)> gwp_set;
};

class BasisReader {
 public:
  BasisReader(ProvedState& state, const Inventory& inventory)
      : state_(state),
        inventory_(inventory),
        references_(ledger::ReferencesOf(inventory.header, inventory.lines)) {}

  // Factors, datasets and GWP set. Of several refusals the first in the order of the names counts.
  Done Read(const Finders& finders, Basis& out) {
    TANJI_TRY(state_.Fetch(FirstKeys()));
    std::vector<ledger::Outcome> outcomes(references_.factors.size() + 1);
    std::vector<std::function<void()>> reads;
    reads.push_back(
        [&] { outcomes[0] = finders.gwp_set(inventory_.header.gwp_set(), out.gwp_set); });
    for (std::size_t i = 0; i < references_.factors.size(); ++i) {
      reads.push_back(
          [&, i] { outcomes[i + 1] = ReadFactor(finders, references_.factors[i], out); });
    }
    TANJI_TRY(state_.Settle(reads));
    for (const auto& outcome : outcomes) {
      if (!outcome.ok()) return Error(ErrorKind::kUsage, outcome.code(), outcome.detail());
    }
    return {};
  }

  const ledger::References& references() const { return references_; }

  // Where the first line that names `name` names it, as the ledger says it.
  std::string FieldOf(const std::string& name) const {
    for (const auto& line : inventory_.lines) {
      if (ledger::FactorsOf(line).contains(name)) return ledger::LineField(line);
      if (line.upstream_footprint().footprint() == name) {
        return ledger::Path(ledger::LineField(line), "upstream_footprint.footprint");
      }
    }
    return "lines";
  }

 private:
  // What is read whatever is found, so that it comes in one round.
  std::vector<std::string> FirstKeys() const {
    const auto gwp_set = IdOf(ledger::kGwpSetsCollection, inventory_.header.gwp_set());
    std::vector<std::string> keys{ledger::kGwpSets.Key(gwp_set),
                                  ledger::MakeKey(ledger::KeySpace::kGwpSetStatus, gwp_set)};
    for (const auto& name : references_.factors) {
      const auto [dataset, code] = *ledger::ParseFactorName(name);
      keys.push_back(ledger::kFactors.Key(dataset, code));
      keys.push_back(ledger::MakeKey(ledger::KeySpace::kFactorStatus, dataset, code));
      keys.push_back(ledger::kDatasets.Key(dataset));
      keys.push_back(ledger::kDatasetProgress.Key(dataset));
      keys.push_back(ledger::MakeKey(ledger::KeySpace::kDatasetStatus, dataset));
    }
    return keys;
  }

  ledger::Outcome ReadFactor(const Finders& finders, const std::string& name, Basis& out) {
    auto& factor = out.factors[name];
    TANJI_RETURN_IF_REFUSED(finders.factor(FieldOf(name), name, factor));
    return Take(ledger::kDatasets.Get(state_, IdOf(ledger::kDatasetsCollection, factor.dataset())),
                FieldOf(name), factor.dataset(), out.datasets[factor.dataset()]);
  }

  ProvedState& state_;
  const Inventory& inventory_;
  const ledger::References references_;
};

// Upstream footprints that stand now, with all that they stand on.
Done AskUpstream(Client& client, ProvedState& state, const BasisReader& reader, Basis& out) {
  for (const auto& name : reader.references().footprints) {
    v1::Question question;
    question.mutable_footprint()->set_name(name);
    TANJI_ASSIGN(const Answered answered, Ask(client, question));
    state.Add(answered.verified.checkpoint);
    const auto& answer = answered.verified.answer;
    const auto& found = answer.footprint();
    const Detail detail{{"field", reader.FieldOf(name)}, {"value", name}};
    if (!answer.found()) return Error(ErrorKind::kUsage, v1::CODE_NOT_FOUND, detail);
    if (!found.has_result()) return Error(ErrorKind::kUsage, v1::CODE_FOOTPRINT_IS_DRAFT, detail);
    if (!found.in_force()) return Error(ErrorKind::kUsage, v1::CODE_NOT_IN_FORCE, detail);
    const auto& header = found.footprint().header();
    out.upstream[name] = {found.result(), header.boundary(), header.gwp_set()};
  }
  return {};
}

// Upstream footprints as they were declared.
Done ReadUpstream(ProvedState& state, const BasisReader& reader, Basis& out) {
  for (const auto& name : reader.references().footprints) {
    TANJI_ASSIGN(const auto held, FindFootprint(state, name));
    if (!held || !held->result) {
      return Error(ErrorKind::kUnverified, v1::CODE_NOT_FOUND,
                   {{"field", reader.FieldOf(name)}, {"value", name}});
    }
    const auto& header = held->footprint.header();
    out.upstream[name] = {*held->result, header.boundary(), header.gwp_set()};
  }
  return {};
}

// What a function of the ledger that judges by block time takes for now: this machine's clock, or
// the newest checkpoint's where that is later.
std::int64_t NowMs(const Session& session, const ProvedState& state) {
  const auto now_ms = session.now_ms();
  const auto& newest = state.checkpoints().newest();
  if (!newest) return now_ms;
  return std::max(now_ms, (static_cast<std::int64_t>(newest->time) + 1) * ledger::kMillisPerSecond);
}

Result<Reckoning> Reckon(Inventory inventory, Basis basis) {
  Reckoning out{std::move(inventory), std::move(basis), {}};
  const auto outcome = ledger::Reckon({out.inventory.header, out.inventory.lines, out.basis.factors,
                                       out.basis.gwp_set, out.basis.upstream},
                                      out.reckoned);
  if (!outcome.ok()) return Error(ErrorKind::kUsage, outcome.code(), outcome.detail());
  return out;
}

// What was declared and yet cannot be reckoned is not the fault of whoever asks about it.
Error AsUnverified(const Error& error) {
  if (error.kind() != ErrorKind::kUsage) return error;
  return Error(ErrorKind::kUnverified, error.code(), error.detail());
}

}  // namespace

Result<Reckoning> ReckonBeforehand(Session& session, ProvedState& state, Inventory inventory) {
  BasisReader reader(state, inventory);
  session.Progress(
      session.Say(kFetching, {{"count", std::to_string(reader.references().factors.size())}}));
  Finders usable;
  usable.factor = [&](const std::string& field, const std::string& name, v1::Factor& out) {
    return ledger::FindUsableFactor(state, field, name, NowMs(session, state), out);
  };
  usable.gwp_set = [&](const std::string& name, v1::GwpSet& out) {
    return ledger::FindGwpSet(state, "header.gwp_set", name, NowMs(session, state), out);
  };
  Basis basis;
  TANJI_TRY(reader.Read(usable, basis));
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_TRY(AskUpstream(*client, state, reader, basis));
  session.EndProgress();
  return Reckon(std::move(inventory), std::move(basis));
}

Result<Reckoning> ReckonAgain(ProvedState& state, Inventory inventory) {
  const auto form = CheckWhole(inventory);
  if (!form.ok()) return AsUnverified(form.error());
  Finders as_it_stands;
  as_it_stands.factor = [&](const std::string& field, const std::string& name, v1::Factor& out) {
    const auto [dataset, code] = *ledger::ParseFactorName(name);
    return Take(ledger::kFactors.Get(state, dataset, code), field, name, out);
  };
  as_it_stands.gwp_set = [&](const std::string& name, v1::GwpSet& out) {
    return Take(ledger::kGwpSets.Get(state, IdOf(ledger::kGwpSetsCollection, name)),
                "header.gwp_set", name, out);
  };
  BasisReader reader(state, inventory);
  Basis basis;
  const auto read = reader.Read(as_it_stands, basis);
  if (!read.ok()) return AsUnverified(read.error());
  TANJI_TRY(ReadUpstream(state, reader, basis));
  auto reckoning = Reckon(std::move(inventory), std::move(basis));
  if (!reckoning.ok()) return AsUnverified(reckoning.error());
  return reckoning;
}

Error ReckonedOtherwise(const std::string& name, std::string part, std::string found,
                        std::string expected) {
  return Error(kReckonedOtherwise, {{"name", name},
                                    {"part", std::move(part)},
                                    {"found", Safe(found)},
                                    {"expected", std::move(expected)}});
}

Done CheckResult(const std::string& name, const v1::FootprintResult& recorded,
                 const Reckoning& reckoning) {
  auto expected = reckoning.reckoned.result;
  // How many records an answer needs is not for the reckoning to say.
  expected.set_closure_count(recorded.closure_count());
  if (ledger::EncodeRecord(recorded) == ledger::EncodeRecord(expected)) return {};
  return ReckonedOtherwise(name, "result", recorded.value(), expected.value());
}

}  // namespace tanji::client::cli
