#include "ledger/modules/labels/issue_certificate.h"

#include <algorithm>
#include <string>

#include "ledger/base/date.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/values.h"
#include "ledger/modules/labels/conformity.h"
#include "ledger/modules/labels/find.h"
#include "ledger/modules/labels/rules.h"
#include "ledger/modules/labels/tables.h"
#include "ledger/modules/labels/validity.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"
#include "ledger/modules/schemes/known.h"
#include "ledger/modules/schemes/usable.h"
#include "ledger/modules/verification/accredited.h"
#include "ledger/modules/verification/find.h"
#include "ledger/modules/verification/standing.h"
#include "ledger/modules/verification/tables.h"

namespace tanji::ledger {
namespace {

// --- Shape

Outcome CheckPeople(const v1::IssueCertificate& message) {
  const auto& evaluators = message.evaluators();
  TANJI_RETURN_IF_REFUSED(CheckCount(evaluators.size(), kMaxEvaluators, "evaluators"));
  for (int i = 0; i < evaluators.size(); ++i) {
    TANJI_RETURN_IF_REFUSED(CheckChosenId(evaluators[i], Item("evaluators", i)));
  }
  TANJI_RETURN_IF_REFUSED(CheckAscendingTexts(evaluators, "evaluators"));
  TANJI_RETURN_IF_REFUSED(CheckChosenId(message.decision_maker(), "decision_maker"));
  if (std::ranges::find(evaluators, message.decision_maker()) != evaluators.end()) {
    return Refuse(v1::CODE_DECIDER_EVALUATED,
                  {{"field", "decision_maker"}, {"value", message.decision_maker()}});
  }
  return message.impartial() ? Outcome::Ok()
                             : Refuse(v1::CODE_NOT_IMPARTIAL, {{"field", "impartial"}});
}

// --- What it rests on

// All that is looked up for a decision, and the certificate that comes of it.
struct Decision {
  Id statement_id;
  v1::Statement statement;
  StatementStanding verification;
  FoundVersion version;
  v1::Certificate certificate;
};

Outcome FindStatement(const v1::IssueCertificate& message, const OperationContext& context,
                      const StateReader& reader, Decision& out) {
  const auto& name = message.statement();
  out.statement_id = ParseIdName(kStatementsCollection, name).value();
  auto statement = kStatements.Get(reader, out.statement_id);
  if (!statement) return RefuseNotFound("statement", name);
  out.statement = std::move(*statement);
  if (out.statement.producer() == context.author) {
    return Refuse(v1::CODE_SELF_CERTIFICATION, {{"field", "statement"}, {"value", context.author}});
  }
  if (out.statement.opinion() != v1::OPINION_UNMODIFIED) {
    return Refuse(v1::CODE_OPINION_NOT_UNMODIFIED,
                  {{"field", "statement"},
                   {"value", name},
                   {"opinion", v1::Opinion_Name(out.statement.opinion())}});
  }
  out.verification =
      StandingOf(reader, out.statement_id, out.statement, {context.time_ms(), context.time_ms()});
  if (out.verification.stands()) return Outcome::Ok();
  const auto& causes = out.verification.causes;
  return Refuse(v1::CODE_STATEMENT_DOES_NOT_STAND,
                {{"field", "statement"},
                 {"value", name},
                 {"cause", causes.empty() ? name : causes.front().name},
                 {"count", std::to_string(std::max<std::size_t>(causes.size(), 1))}});
}

// A PRODUCT_LABEL under which certificates are issued, and by whose rules the statement was given.
Outcome FindIssuingVersion(const v1::IssueCertificate& message, const OperationContext& context,
                           const StateReader& reader, Decision& out) {
  const auto& name = message.scheme_version();
  const AsOf now{context.time_ms(), context.time_ms()};
  TANJI_RETURN_IF_REFUSED(FindSchemeVersion(reader, "scheme_version", name, now, out.version));
  if (out.version.scheme.kind() != v1::SCHEME_KIND_PRODUCT_LABEL) {
    return Refuse(v1::CODE_SCHEME_WITHOUT_LABELS,
                  {{"field", "scheme_version"},
                   {"value", name},
                   {"kind", v1::SchemeKind_Name(out.version.scheme.kind())}});
  }
  TANJI_RETURN_IF_REFUSED(RequireIssuing(out.version, "scheme_version", context.time_ms()));
  FoundVersion verified;
  TANJI_RETURN_IF_REFUSED(
      FindVersion(reader, "statement", out.statement.scheme_version(), verified));
  if (verified.rules.Name() == out.version.rules.Name()) return Outcome::Ok();
  return Refuse(v1::CODE_STATEMENT_OF_OTHER_VERSION, {{"field", "statement"},
                                                      {"value", out.statement.scheme_version()},
                                                      {"expected", out.version.rules.Name()}});
}

Outcome RequireLicence(const v1::IssueCertificate& message, const std::string& scheme,
                       const OperationContext& context, const StateReader& reader) {
  const auto& name = message.licence();
  const auto id = ParseIdName(kLicencesCollection, name).value();
  const auto licence = kLicences.Get(reader, id);
  if (!licence) return RefuseNotFound("licence", name);
  if (licence->certifier() != context.author) {
    return Refuse(v1::CODE_LICENCE_NOT_OWN, {{"field", "licence"},
                                             {"value", name},
                                             {"body", licence->certifier()},
                                             {"author", context.author}});
  }
  if (licence->scheme() != scheme) {
    return Refuse(v1::CODE_LICENCE_OF_OTHER_SCHEME, {{"field", "licence"},
                                                     {"value", name},
                                                     {"scheme", licence->scheme()},
                                                     {"expected", scheme}});
  }
  TANJI_RETURN_IF_REFUSED(RequireLicenceOfOwner(reader, name, *licence));
  const AsOf now{context.time_ms(), context.time_ms()};
  if (LicenceHistory(id).At(reader, now).in_force()) return Outcome::Ok();
  return Refuse(v1::CODE_NOT_IN_FORCE, {{"field", "licence"}, {"value", name}});
}

// The evaluators are people of the author, and one of them signs: two people stand behind a
// certificate.
Outcome RequireEvaluators(const v1::IssueCertificate& message, const OperationContext& context,
                          const StateReader& reader) {
  const auto holders = HoldersOf(reader, context.author_id);
  bool signs = false;
  for (int i = 0; i < message.evaluators_size(); ++i) {
    const auto& evaluator = message.evaluators(i);
    if (!holders.contains(evaluator)) {
      return Refuse(v1::CODE_HOLDER_UNKNOWN, {{"field", Item("evaluators", i)},
                                              {"value", evaluator},
                                              {"participant", context.author}});
    }
    signs = signs || Signs(context, evaluator);
  }
  return signs ? Outcome::Ok()
               : RequireSigner(context, "evaluators[0]", message.evaluators(0),
                               v1::PERMISSION_CERTIFY);
}

// Who decides took no part in evaluation or review; and where the certifier is the auditor too, not
// in the verification either. Holders of different participants cannot be compared.
Outcome RequireDecider(const v1::IssueCertificate& message, const v1::Statement& statement,
                       const OperationContext& context) {
  const auto& decider = message.decision_maker();
  const bool verified = statement.auditor() == context.author &&
                        (statement.lead() == decider || statement.reviewer() == decider);
  if (verified) {
    return Refuse(v1::CODE_DECIDER_EVALUATED, {{"field", "decision_maker"}, {"value", decider}});
  }
  return RequireSigner(context, "decision_maker", decider, v1::PERMISSION_CERTIFY);
}

// --- Predecessor

Outcome RequirePredecessor(const v1::IssueCertificate& message, const Decision& decision,
                           const OperationContext& context, const StateReader& reader) {
  const auto& name = message.predecessor();
  if (name.empty()) return Outcome::Ok();
  CertificateRecords predecessor;
  TANJI_RETURN_IF_REFUSED(FindOwnCertificate(context, reader, "predecessor", name, predecessor));
  if (predecessor.progress.has_successor()) {
    return Refuse(v1::CODE_CERTIFICATE_SUCCEEDED,
                  {{"field", "predecessor"},
                   {"value", name},
                   {"successor", predecessor.progress.successor().certificate()}});
  }
  const auto scheme = ParseVersionName(predecessor.record.scheme_version()).value().SchemeName();
  if (predecessor.record.product() == decision.certificate.product() &&
      scheme == decision.version.ids.SchemeName()) {
    return Outcome::Ok();
  }
  return Refuse(v1::CODE_CERTIFICATE_PREDECESSOR_UNSUITABLE,
                {{"field", "predecessor"},
                 {"value", name},
                 {"product", predecessor.record.product()},
                 {"scheme", scheme}});
}

// --- The certificate

void FillCertificate(const v1::IssueCertificate& message, const OperationContext& context,
                     const StateReader& reader, Decision& decision) {
  const auto& footprint = decision.verification.footprint;
  auto& out = decision.certificate;
  out.set_certifier(context.author);
  out.set_producer(decision.statement.producer());
  out.set_product(footprint.record.header().product());
  out.set_category(CategoryOf(footprint, reader));
  out.set_footprint(decision.statement.footprint());
  out.set_statement(message.statement());
  out.set_scheme_version(message.scheme_version());
  out.set_licence(message.licence());
  out.set_accreditation(message.accreditation());
  out.set_sub_scope(message.sub_scope());
  *out.mutable_evaluators() = message.evaluators();
  out.set_decision_maker(message.decision_maker());
  out.set_valid_from_day(message.valid_from_day());
  out.set_valid_until_day(message.valid_until_day());
  *out.mutable_surveillance_days() = message.surveillance_days();
  out.set_predecessor(message.predecessor());
  *out.mutable_evidence() = message.evidence();
  *out.mutable_decision() = message.decision();
  out.set_issued_time(context.time_ms());
  RecordSigners(context, out);
}

// What is looked up and judged, in the order in which refusals win.
Outcome Decide(const v1::IssueCertificate& message, const OperationContext& context,
               const StateReader& reader, Decision& out) {
  TANJI_RETURN_IF_REFUSED(FindStatement(message, context, reader, out));
  TANJI_RETURN_IF_REFUSED(FindIssuingVersion(message, context, reader, out));
  FillCertificate(message, context, reader, out);
  const auto& footprint = out.verification.footprint;
  const auto criteria = LoadCriteria(reader, out.version, out.certificate.category());
  TANJI_RETURN_IF_REFUSED(RequireConforms(criteria.requirements, out.statement.footprint(),
                                          footprint, out.verification.footprint_standing,
                                          out.statement.assurance_level()));
  TANJI_RETURN_IF_REFUSED(JudgeYears(criteria, out.certificate.category(),
                                     footprint.record.header(), footprint.result, out.certificate));
  TANJI_RETURN_IF_REFUSED(
      RequireValidity(message, out.version, criteria.requirements, context.time_ms()));
  return RequireSurveillance(message, criteria.requirements);
}

void SetSuccessor(const v1::IssueCertificate& message, const OperationContext& context,
                  const Id& successor, std::int64_t from_ms, StateWriter& writer) {
  if (message.predecessor().empty()) return;
  const auto id = ParseIdName(kCertificatesCollection, message.predecessor()).value();
  auto progress = kCertificateProgress.Get(writer, id).value();
  auto& row = *progress.mutable_successor();
  row.set_certificate(MakeName(kCertificatesCollection, successor));
  row.set_from_time(from_ms);
  row.set_recorded_time(context.time_ms());
  progress.set_changed_time(context.time_ms());
  kCertificateProgress.Put(writer, id, progress);
}

}  // namespace

Outcome CheckIssueCertificate(const v1::IssueCertificate& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckIdName(kStatementsCollection, message.statement(), "statement"));
  TANJI_RETURN_IF_REFUSED(CheckVersionName(message.scheme_version(), "scheme_version"));
  TANJI_RETURN_IF_REFUSED(CheckIdName(kLicencesCollection, message.licence(), "licence"));
  TANJI_RETURN_IF_REFUSED(
      CheckIdName(kAccreditationsCollection, message.accreditation(), "accreditation"));
  TANJI_RETURN_IF_REFUSED(CheckSubScope(message.sub_scope()));
  TANJI_RETURN_IF_REFUSED(CheckPeople(message));
  TANJI_RETURN_IF_REFUSED(CheckValidity(message));
  if (!message.predecessor().empty()) {
    TANJI_RETURN_IF_REFUSED(
        CheckIdName(kCertificatesCollection, message.predecessor(), "predecessor"));
  }
  TANJI_RETURN_IF_REFUSED(CheckEvidence(message.evidence(), kMaxEvidenceOfCertificate, "evidence"));
  return CheckText(message.decision(), "decision");
}

Outcome AuthoriseIssueCertificate(const v1::IssueCertificate& message,
                                  const OperationContext& context, const StateReader& reader) {
  TANJI_RETURN_IF_REFUSED(RequireAuthorKind(context, reader, {v1::PARTICIPANT_KIND_CERTIFIER}));
  Decision decision;
  TANJI_RETURN_IF_REFUSED(Decide(message, context, reader, decision));
  const auto scheme = decision.version.ids.SchemeName();
  TANJI_RETURN_IF_REFUSED(RequireLicence(message, scheme, context, reader));
  TANJI_RETURN_IF_REFUSED(
      RequireAccredited({v1::ACTIVITY_CERTIFICATION, message.accreditation(), scheme,
                         message.sub_scope(), decision.certificate.category()},
                        context, reader));
  TANJI_RETURN_IF_REFUSED(RequireDecider(message, decision.statement, context));
  TANJI_RETURN_IF_REFUSED(RequirePredecessor(message, decision, context, reader));
  TANJI_RETURN_IF_REFUSED(RequireEvaluators(message, context, reader));
  return RequireEvidence(reader, message.evidence(), "evidence");
}

Outcome ApplyIssueCertificate(const v1::IssueCertificate& message, const OperationContext& context,
                              StateWriter& writer) {
  Decision decision;
  TANJI_RETURN_IF_REFUSED(Decide(message, context, writer, decision));
  const auto offset = OffsetOf(decision.version.scheme);
  const auto id = context.NewId();
  kCertificates.Put(writer, id, decision.certificate);
  v1::CertificateProgress progress;
  progress.set_changed_time(context.time_ms());
  kCertificateProgress.Put(writer, id, progress);
  // A certificate of today counts from its block on, not from midnight.
  const auto from_ms = std::max(StartOfDayMs(message.valid_from_day(), offset), context.time_ms());
  CertificateHistory(id).Create(writer, context.stamp(), from_ms,
                                EndOfDayMs(message.valid_until_day(), offset) + 1);
  ReleasedLotsHistory(id).Create(writer, context.stamp(), from_ms, std::nullopt);
  SetSuccessor(message, context, id, from_ms, writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
