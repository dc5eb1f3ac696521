#include "client/cli/scheme_import.h"

#include "client/cli/draft_import.h"
#include "client/cli/messages.h"
#include "client/cli/reading.h"
#include "client/cli/scheme_file.h"
#include "client/cli/writing.h"
#include "client/sdk/ask.h"
#include "client/sdk/file.h"
#include "crypto/hash/hex.h"
#include "ledger/modules/schemes/drafts.h"
#include "ledger/modules/schemes/tables.h"

namespace tanji::client::cli {
namespace {

constexpr Fault kHeldDiffers{
    ErrorKind::kUsage,
    "HELD_DIFFERS",
    {"账本上已有 {name}，其“{part}”与文件不同，无法接着导入。请核对文件，或换一个编号。",
     "The ledger holds {name} already, and its “{part}” differs from the file; the import cannot "
     "go "
     "on. Check the file, or choose another id."}};
constexpr Text kTermsDiffer{
    "注意：账本上 {name} 的条件与文件不同，未作改动。要修订条件，请用：tanji scheme revise",
    "Note: the terms of {name} in the ledger are not those of the file, and stay as they are. To "
    "revise them: tanji scheme revise"};
constexpr Text kAboutToImport{
    "登记、起草并公布 {name}，共 {transactions} 笔交易。公布之后不能再改。",
    "Registers, drafts and publishes {name}, in {transactions} transactions. Once it is published, "
    "nothing of it can be changed."};
constexpr Text kVersionWord{"标准版本", "scheme version"};
constexpr Text kRowsWord{"条款、市场、类别", "clauses, markets, categories"};
constexpr Text kDayWord{"生效日", "first day"};

// What of the file the ledger holds.
struct Held {
  bool scheme = false;
  bool terms_differ = false;
  std::optional<v1::SchemeVersion> version;
  RowCounts rows;
  bool published = false;
};

Error Differs(const std::string& name, std::string part) {
  return Error(kHeldDiffers, {{"name", name}, {"part", std::move(part)}});
}

template <class Record>
bool Same(const Record& a, const Record& b) {
  return ledger::EncodeRecord(a) == ledger::EncodeRecord(b);
}

// The rows held are the first ones of the file; of a published version all of them.
Done CheckHeldRows(const SchemeDraft& draft, const v1::SchemeVersionProgress& progress,
                   RowCounts& held) {
  held = {progress.clause_count(), progress.market_count(), progress.category_count()};
  const bool published = progress.has_published_time();
  const auto fits = [&](std::size_t there, std::size_t wanted) {
    return published ? there == wanted : there <= wanted;
  };
  if (!fits(held.clauses, draft.clauses.size())) return Differs(draft.version_name, "clauses");
  if (!fits(held.markets, draft.markets.size())) return Differs(draft.version_name, "markets");
  if (!fits(held.categories, draft.categories.size())) {
    return Differs(draft.version_name, "categories");
  }
  v1::SchemeVersionProgress expected;
  SetDigests(draft, held, expected);
  if (expected.clauses_digest() != progress.clauses_digest()) {
    return Differs(draft.version_name, "clauses");
  }
  if (expected.markets_digest() != progress.markets_digest()) {
    return Differs(draft.version_name, "markets");
  }
  if (expected.categories_digest() != progress.categories_digest()) {
    return Differs(draft.version_name, "categories");
  }
  return {};
}

Done CheckHeldVersion(const SchemeDraft& draft, const v1::SchemeVersion& there,
                      const std::optional<v1::SchemeRequirements>& requirements) {
  if (!Same(ExpectedVersion(draft, there), there)) return Differs(draft.version_name, "version");
  const auto& wanted = draft.file.version();
  const bool same = wanted.has_requirements() == requirements.has_value() &&
                    (!requirements || Same(wanted.requirements(), *requirements));
  return same ? Done() : Done(Differs(draft.version_name, "version.requirements"));
}

// A scheme that is there must be the file's; its terms may have been revised since.
Done FindHeldScheme(Client& client, const SchemeDraft& draft, const std::string& id,
                    const ProvedRecords& proved, Held& held) {
  TANJI_ASSIGN(const auto there, ReadProved([&] { return ledger::kSchemes.Get(proved, id); }));
  TANJI_ASSIGN(const auto progress,
               ReadProved([&] { return ledger::kSchemeProgress.Get(proved, id); }));
  held.scheme = there && progress && progress->terms_count() > 0;
  if (!held.scheme || !draft.file.has_scheme()) return {};
  if (!Same(ExpectedScheme(draft, *there), *there)) return Differs(draft.scheme_name, "scheme");
  const std::uint32_t last = progress->terms_count() - 1;
  TANJI_ASSIGN(const ProvedRecords found,
               ReadRecords(client, {ledger::kSchemeTerms.Key(id, last)}));
  TANJI_ASSIGN(const auto terms,
               ReadProved([&] { return ledger::kSchemeTerms.Get(found, id, last); }));
  held.terms_differ = !terms || !Same(terms->terms(), draft.file.scheme().terms());
  return {};
}

Result<Held> FindHeld(Client& client, const SchemeDraft& draft) {
  const auto ids = ledger::ParseVersionName(draft.version_name).value();
  const std::string &scheme = ids.scheme, &version = ids.version;
  TANJI_ASSIGN(
      const ProvedRecords proved,
      ReadRecords(client, {ledger::kSchemes.Key(scheme), ledger::kSchemeProgress.Key(scheme),
                           ledger::kSchemeVersions.Key(scheme, version),
                           ledger::kSchemeVersionProgress.Key(scheme, version),
                           ledger::kSchemeRequirements.Key(scheme, version)}));
  Held held;
  TANJI_TRY(FindHeldScheme(client, draft, scheme, proved, held));
  TANJI_ASSIGN(held.version,
               ReadProved([&] { return ledger::kSchemeVersions.Get(proved, scheme, version); }));
  TANJI_ASSIGN(const auto progress, ReadProved([&] {
                 return ledger::kSchemeVersionProgress.Get(proved, scheme, version);
               }));
  if (!held.version || !progress) return held;
  TANJI_ASSIGN(const auto requirements, ReadProved([&] {
                 return ledger::kSchemeRequirements.Get(proved, scheme, version);
               }));
  TANJI_TRY(CheckHeldVersion(draft, *held.version, requirements));
  TANJI_TRY(CheckHeldRows(draft, *progress, held.rows));
  held.published = progress->has_published_time();
  return held;
}

// One operation per transaction: what is still to do before the version can be published.
std::vector<v1::Operation> Remaining(const SchemeDraft& draft, const Held& held) {
  std::vector<v1::Operation> out;
  if (!held.scheme && draft.file.has_scheme()) {
    *out.emplace_back().mutable_register_scheme() = draft.file.scheme();
  }
  if (!held.version) {
    *out.emplace_back().mutable_create_scheme_version() = draft.file.version();
  }
  for (auto& operation : RowOperations(draft, held.rows)) out.push_back(std::move(operation));
  return out;
}

// Names the content of the file, not what the node says is there; of the ledger it takes only who
// began the draft, and when.
v1::Operation Publication(const SchemeDraft& draft, const v1::SchemeVersion& version) {
  v1::SchemeVersionProgress progress;
  SetDigests(draft, {draft.clauses.size(), draft.markets.size(), draft.categories.size()},
             progress);
  std::optional<v1::SchemeRequirements> requirements;
  if (draft.file.version().has_requirements()) {
    requirements = draft.file.version().requirements();
  }
  v1::Operation operation;
  auto& publish = *operation.mutable_publish_scheme_version();
  publish.set_version(draft.version_name);
  publish.set_content_digest(ledger::ContentDigest(version, requirements, progress));
  return operation;
}

Result<Submitted> Finish(Session& session, const SchemeDraft& draft, const Held& held,
                         const std::vector<v1::Operation>& operations) {
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(ImportWriter writer, ImportWriter::Open(session));
  const std::size_t count = operations.size() + 1;
  std::optional<v1::SchemeVersion> version = held.version;
  if (!operations.empty()) {
    // The draft is read back, under a checkpoint that has it: whatever --wait asks for.
    TANJI_ASSIGN([[maybe_unused]] const Submitted drafted,
                 writer.SubmitEach(operations, count, v1::WAIT_QUORUM));
    TANJI_ASSIGN(Held now, FindHeld(*client, draft));
    version = std::move(now.version);
  }
  if (!version) return Differs(draft.version_name, "version");
  return writer.SubmitEach({Publication(draft, *version)}, count, WantedWait(session));
}

void PrintResult(Session& session, const SchemeDraft& draft, std::size_t transactions,
                 const Submitted* last) {
  const auto& day = draft.file.version().effective_day();
  Sheet facts;
  facts.Add(session.Say(kVersionWord), draft.version_name);
  facts.Add(session.Say(kDayWord), Safe(day));
  facts.Add(session.Say(kRowsWord), std::to_string(draft.clauses.size()) + ", " +
                                        std::to_string(draft.markets.size()) + ", " +
                                        std::to_string(draft.categories.size()));
  PrintImported(session, std::move(facts),
                {{"scheme_version", draft.version_name},
                 {"effective_day", day},
                 {"clauses", draft.clauses.size()},
                 {"markets", draft.markets.size()},
                 {"categories", draft.categories.size()}},
                transactions, last);
}

}  // namespace

Result<Exit> ImportScheme(Session& session, const Arguments& arguments) {
  TANJI_TRY(CheckOnline(session));
  const JsonSource source{arguments.Get("file"), session.style().offset};
  TANJI_ASSIGN(const std::string text, ReadFile(source.file));
  TANJI_ASSIGN(SchemeDraft draft, ReadSchemeDraft(text, source, session.now_ms()));
  TANJI_TRY(CheckSchemeDraft(draft));
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const Held held, FindHeld(*client, draft));
  if (held.terms_differ) session.Warn(session.Say(kTermsDiffer, {{"name", draft.scheme_name}}));
  if (held.version) {
    draft.file.mutable_version()->set_effective_day(held.version->effective_day());
  }
  if (held.published) {
    PrintResult(session, draft, 0, nullptr);
    return Exit::kOk;
  }
  const auto operations = Remaining(draft, held);
  const std::size_t count = operations.size() + 1;
  TANJI_TRY(ConfirmImport(session, RenderMessage(draft.file, session.style()),
                          session.Say(kAboutToImport, {{"name", draft.version_name},
                                                       {"transactions", std::to_string(count)}})));
  TANJI_ASSIGN(const Submitted last, Finish(session, draft, held, operations));
  PrintResult(session, draft, count, &last);
  return Exit::kOk;
}

}  // namespace tanji::client::cli
