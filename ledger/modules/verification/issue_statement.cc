#include "ledger/modules/verification/issue_statement.h"

#include <string>

#include "ledger/base/date.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/values.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/schemes/known.h"
#include "ledger/modules/schemes/usable.h"
#include "ledger/modules/verification/accredited.h"
#include "ledger/modules/verification/find.h"
#include "ledger/modules/verification/rules.h"
#include "ledger/modules/verification/tables.h"

namespace tanji::ledger {
namespace {

// --- Shape

Outcome CheckVisit(const v1::IssueStatement& message) {
  switch (message.visit_known_case()) {
    case v1::IssueStatement::kVisit:
      return CheckDays(message.visit().first_day(), message.visit().last_day(), kMaxVisitDays,
                       "visit.first_day", "visit.last_day");
    case v1::IssueStatement::kVisitUnknown:
      return CheckChosen(message.visit_unknown(), "visit_unknown");
    case v1::IssueStatement::VISIT_KNOWN_NOT_SET:
      break;
  }
  return CheckSet(false, "visit");
}

Outcome CheckFindings(const Findings& findings) {
  if (findings.empty()) return Outcome::Ok();
  TANJI_RETURN_IF_REFUSED(CheckCount(findings.size(), kMaxFindings, "findings"));
  for (int i = 0; i < findings.size(); ++i) {
    const auto field = Item("findings", i);
    TANJI_RETURN_IF_REFUSED(CheckChosenId(findings[i].line(), Path(field, "line")));
    TANJI_RETURN_IF_REFUSED(CheckText(findings[i].text(), Path(field, "text")));
    TANJI_RETURN_IF_REFUSED(
        CheckKnownDecimal(findings[i].misstatement(), Path(field, "misstatement")));
  }
  return Outcome::Ok();
}

Outcome CheckPeople(const v1::IssueStatement& message) {
  TANJI_RETURN_IF_REFUSED(CheckChosenId(message.lead(), "lead"));
  TANJI_RETURN_IF_REFUSED(CheckChosenId(message.reviewer(), "reviewer"));
  if (message.lead() == message.reviewer()) {
    return Refuse(v1::CODE_FOUR_EYES, {{"field", "reviewer"}, {"value", message.lead()}});
  }
  return message.impartial() ? Outcome::Ok()
                             : Refuse(v1::CODE_NOT_IMPARTIAL, {{"field", "impartial"}});
}

// --- What it rests on

// The first thing that does not stand, and how many there are.
Outcome RequireStanding(const FoundFootprint& footprint, const OperationContext& context,
                        const StateReader& reader) {
  const AsOf now{context.time_ms(), context.time_ms()};
  const auto standing = StandingOf(reader, footprint.id, footprint.records, now);
  auto fallen = standing.Fallen();
  // What was reckoned with a footprint that has been corrected waits to be reckoned again.
  for (const auto& upstream : standing.upstream) {
    if (upstream.corrected_ms && upstream.stands()) fallen.push_back(upstream.name);
  }
  if (fallen.empty()) return Outcome::Ok();
  return Refuse(v1::CODE_FOOTPRINT_DOES_NOT_STAND, {{"field", "footprint"},
                                                    {"value", footprint.name},
                                                    {"cause", fallen.front()},
                                                    {"count", std::to_string(fallen.size())}});
}

Outcome RequireNoneOpen(const FoundFootprint& footprint, const OperationContext& context,
                        const StateReader& reader) {
  const auto count = OpenCount(reader, footprint.id, context.author_id);
  if (count == 0) return Outcome::Ok();
  return Refuse(
      v1::CODE_CORRECTIONS_OPEN,
      {{"field", "footprint"}, {"value", footprint.name}, {"count", std::to_string(count)}});
}

Outcome RequireLinesOf(const v1::IssueStatement& message, const FoundFootprint& footprint,
                       const StateReader& reader) {
  const auto lines = LineIds(reader, footprint);
  TANJI_RETURN_IF_REFUSED(RequireLines(lines, footprint, "lines_sampled", message.lines_sampled()));
  for (int i = 0; i < message.findings_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(RequireLine(lines, footprint, Path(Item("findings", i), "line"),
                                        message.findings(i).line()));
  }
  return Outcome::Ok();
}

Outcome RequirePast(const v1::IssueStatement& message, const OperationContext& context) {
  if (!message.has_visit()) return Outcome::Ok();
  const auto today = ToText(DayInChina(context.time_ms()));
  // Days of four-digit years compare as texts.
  if (message.visit().last_day() <= today) return Outcome::Ok();
  return Refuse(v1::CODE_FIELD_OUT_OF_RANGE, {{"field", "visit.last_day"},
                                              {"value", message.visit().last_day()},
                                              {"lowest", message.visit().first_day()},
                                              {"highest", today}});
}

std::string ProducerIdOf(const FootprintRecords& footprint) {
  return ParseParticipantName(footprint.record.producer()).value();
}

v1::Engagement EngagementOf(const StateReader& reader, const std::string& auditor_id,
                            const std::string& producer_id) {
  return kEngagements.Get(reader, auditor_id, producer_id).value_or(v1::Engagement());
}

// No auditor verifies one producer for more years in a row than the version allows.
Outcome RequireRotation(const FoundFootprint& footprint, const v1::SchemeRequirements& requirements,
                        const OperationContext& context, const StateReader& reader) {
  if (requirements.auditor_years_known_case() != v1::SchemeRequirements::kAuditorYears) {
    return Outcome::Ok();
  }
  const auto engagement = EngagementOf(reader, context.author_id, ProducerIdOf(footprint.records));
  const auto year = YearInChina(context.time_ms());
  const auto first = FirstYearInARow(engagement, year);
  if (year - first < requirements.auditor_years()) return Outcome::Ok();
  return Refuse(v1::CODE_ROTATION_DUE, {{"field", "footprint"},
                                        {"value", footprint.records.record.producer()},
                                        {"first_year", std::to_string(first)},
                                        {"last_year", std::to_string(year)},
                                        {"limit", std::to_string(requirements.auditor_years())}});
}

v1::SchemeRequirements RequirementsOf(const StateReader& reader, const FoundVersion& version) {
  return LoadCriteria(reader, version, "").requirements;
}

std::uint32_t ShareOf(const v1::IssueStatement& message, const FootprintRecords& footprint) {
  return MisstatementShare(message.findings(), Decimal::Parse(footprint.result.value()).value());
}

// --- What is written

v1::Statement StatementOf(const v1::IssueStatement& message, const OperationContext& context,
                          const FootprintRecords& footprint,
                          const v1::SchemeRequirements& requirements) {
  v1::Statement out;
  out.set_footprint(message.footprint());
  out.set_auditor(context.author);
  out.set_producer(footprint.record.producer());
  out.set_scheme_version(message.scheme_version());
  out.set_accreditation(message.accreditation());
  out.set_sub_scope(message.sub_scope());
  out.set_assurance_level(message.assurance_level());
  out.set_opinion(message.opinion());
  out.set_lead(message.lead());
  out.set_reviewer(message.reviewer());
  if (message.has_visit()) {
    *out.mutable_visit() = message.visit();
  } else {
    out.set_visit_unknown(message.visit_unknown());
  }
  out.set_lines_sampled_count(static_cast<std::uint32_t>(message.lines_sampled_size()));
  out.set_finding_count(static_cast<std::uint32_t>(message.findings_size()));
  *out.mutable_evidence() = message.evidence();
  *out.mutable_summary() = message.summary();
  out.set_materiality(MaterialityOf(requirements));
  out.set_misstatement_share(ShareOf(message, footprint));
  out.set_issued_time(context.time_ms());
  RecordSigners(context, out);
  return out;
}

void PutParts(StateWriter& writer, const Id& id, const v1::IssueStatement& message) {
  for (int i = 0; i < message.findings_size(); ++i) {
    v1::StatementFinding finding;
    *finding.mutable_finding() = message.findings(i);
    kStatementFindings.Put(writer, id, static_cast<std::uint32_t>(i), finding);
  }
  v1::StatementSample sample;
  *sample.mutable_lines() = message.lines_sampled();
  kStatementSamples.Put(writer, id, sample);
}

void PutYear(StateWriter& writer, const OperationContext& context, const std::string& producer_id) {
  auto engagement = EngagementOf(writer, context.author_id, producer_id);
  const auto year = YearInChina(context.time_ms());
  // Block time only rises: the year is the last one or a new one.
  if (!engagement.years().empty() && *engagement.years().rbegin() == year) return;
  engagement.add_years(year);
  kEngagements.Put(writer, context.author_id, producer_id, engagement);
}

}  // namespace

Outcome CheckIssueStatement(const v1::IssueStatement& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckIdName(kFootprintsCollection, message.footprint(), "footprint"));
  TANJI_RETURN_IF_REFUSED(CheckVersionName(message.scheme_version(), "scheme_version"));
  TANJI_RETURN_IF_REFUSED(
      CheckIdName(kAccreditationsCollection, message.accreditation(), "accreditation"));
  TANJI_RETURN_IF_REFUSED(CheckSubScope(message.sub_scope()));
  TANJI_RETURN_IF_REFUSED(CheckChosen(message.assurance_level(), "assurance_level"));
  TANJI_RETURN_IF_REFUSED(CheckChosen(message.opinion(), "opinion"));
  TANJI_RETURN_IF_REFUSED(CheckPeople(message));
  TANJI_RETURN_IF_REFUSED(CheckVisit(message));
  TANJI_RETURN_IF_REFUSED(CheckSet(!message.lines_sampled().empty(), "lines_sampled"));
  TANJI_RETURN_IF_REFUSED(CheckLineIds(message.lines_sampled(), kMaxLinesSampled, "lines_sampled"));
  TANJI_RETURN_IF_REFUSED(CheckFindings(message.findings()));
  TANJI_RETURN_IF_REFUSED(CheckEvidence(message.evidence(), kMaxEvidenceOfStatement, "evidence"));
  return CheckText(message.summary(), "summary");
}

Outcome AuthoriseIssueStatement(const v1::IssueStatement& message, const OperationContext& context,
                                const StateReader& reader) {
  FoundFootprint footprint;
  TANJI_RETURN_IF_REFUSED(FindFootprintOfAnother(context, reader, message.footprint(), footprint));
  TANJI_RETURN_IF_REFUSED(RequireStanding(footprint, context, reader));
  FoundVersion version;
  TANJI_RETURN_IF_REFUSED(FindSchemeVersion(reader, "scheme_version", message.scheme_version(),
                                            {context.time_ms(), context.time_ms()}, version));
  const auto scheme = version.ids.SchemeName();
  const auto category = CategoryOf(footprint.records, reader);
  TANJI_RETURN_IF_REFUSED(
      RequireAccredited({v1::ACTIVITY_VERIFICATION, message.accreditation(), scheme,
                         message.sub_scope(), category, message.assurance_level()},
                        context, reader));
  TANJI_RETURN_IF_REFUSED(RequireSigner(context, "lead", message.lead(), v1::PERMISSION_VERIFY));
  TANJI_RETURN_IF_REFUSED(
      RequireSigner(context, "reviewer", message.reviewer(), v1::PERMISSION_VERIFY));
  TANJI_RETURN_IF_REFUSED(RequireNoneOpen(footprint, context, reader));
  TANJI_RETURN_IF_REFUSED(RequireLinesOf(message, footprint, reader));
  TANJI_RETURN_IF_REFUSED(RequirePast(message, context));
  TANJI_RETURN_IF_REFUSED(RequireEvidence(reader, message.evidence(), "evidence"));
  const auto requirements = RequirementsOf(reader, version);
  TANJI_RETURN_IF_REFUSED(CheckOpinion(message.opinion(), ShareOf(message, footprint.records),
                                       MaterialityOf(requirements),
                                       UnknownMisstatements(message.findings())));
  return RequireRotation(footprint, requirements, context, reader);
}

Outcome ApplyIssueStatement(const v1::IssueStatement& message, const OperationContext& context,
                            StateWriter& writer) {
  const auto footprint_id = ParseIdName(kFootprintsCollection, message.footprint()).value();
  const auto footprint = ReadFootprint(writer, footprint_id).value();
  FoundVersion version;
  TANJI_RETURN_IF_REFUSED(FindVersion(writer, "scheme_version", message.scheme_version(), version));
  const auto id = context.NewId();
  kStatements.Put(writer, id,
                  StatementOf(message, context, footprint, RequirementsOf(writer, version)));
  PutParts(writer, id, message);
  StatementHistory(id).Create(writer, context.stamp(), context.time_ms(), std::nullopt);
  PutYear(writer, context, ProducerIdOf(footprint));
  return Outcome::Ok();
}

}  // namespace tanji::ledger
