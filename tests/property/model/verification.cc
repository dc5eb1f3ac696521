#include "tests/property/model/verification.h"

#include "tests/property/model/days.h"
#include "tests/property/model/evidence.h"
#include "tests/property/model/granted.h"
#include "tests/property/model/shape.h"
#include "tests/property/model/world.h"

namespace tanji::property {
namespace {

// --- Corrections -------------------------------------------------------------------------------

Code LineIds(const Names& ids) {
  std::set<std::string> seen;
  for (const auto& id : ids) {
    if (const Code code = Id(id)) return code;
    if (!seen.insert(id).second) return v1::CODE_LINE_ID_REPEATED;
  }
  return v1::CODE_OK;
}

bool HasLine(const Footprint& footprint, const std::string& id) {
  for (const auto& line : footprint.lines) {
    if (line.id() == id) return true;
  }
  return false;
}

const Footprint* FootprintOf(const World& world, const std::string& name) {
  std::string id;
  if (IdName("footprints", name, id)) return nullptr;
  const auto it = world.footprints.footprints.find(id);
  return it == world.footprints.footprints.end() ? nullptr : &it->second;
}

// What an auditor may work on: declared, and another's.
Code SubjectRefusal(const std::string& name, const Act& act, const World& world) {
  if (!world.members.Is(act.author_id, v1::PARTICIPANT_KIND_AUDITOR)) return v1::CODE_WRONG_KIND;
  const auto* footprint = FootprintOf(world, name);
  if (footprint == nullptr) return v1::CODE_NOT_FOUND;
  if (!footprint->declared_ms) return v1::CODE_FOOTPRINT_IS_DRAFT;
  return footprint->record.producer() == act.author ? v1::CODE_SELF_VERIFICATION : v1::CODE_OK;
}

bool IsClosed(const v1::Correction& correction) {
  return correction.state() == v1::CORRECTION_STATE_RESOLVED ||
         correction.state() == v1::CORRECTION_STATE_WITHDRAWN;
}

Code RequestCorrection(const v1::RequestCorrection& message, const Act& act, World& world) {
  std::string id;
  if (const Code code = IdName("footprints", message.footprint(), id)) return code;
  if (const Code code = LineIds(message.lines())) return code;
  if (const Code code = Text(message.request())) return code;
  if (const Code code = SubjectRefusal(message.footprint(), act, world)) return code;
  for (const auto& line : message.lines()) {
    if (!HasLine(*FootprintOf(world, message.footprint()), line)) return v1::CODE_LINE_UNKNOWN;
  }
  auto& record = world.verification.corrections[NewId(act)];
  record.set_footprint(message.footprint());
  record.set_auditor(act.author);
  *record.mutable_lines() = message.lines();
  *record.mutable_request() = message.request();
  record.set_requested_time(act.now_ms);
  AddSigners(act, record);
  record.set_state(v1::CORRECTION_STATE_OPEN);
  return v1::CODE_OK;
}

// What the producer says has become of the footprint: one of its own that says so itself.
Code SuccessorRefusal(const std::string& name, const std::string& before, const Act& act,
                      const World& world) {
  if (name.empty()) return v1::CODE_OK;
  const auto* successor = FootprintOf(world, name);
  if (successor == nullptr) return v1::CODE_NOT_FOUND;
  if (successor->record.producer() != act.author) return v1::CODE_NOT_ENTITLED;
  if (!successor->declared_ms) return v1::CODE_FOOTPRINT_IS_DRAFT;
  for (const auto& predecessor : successor->record.header().predecessors()) {
    if (predecessor.footprint() == before) return v1::CODE_OK;
  }
  return v1::CODE_INVENTORY_FIELD_UNEXPECTED;
}

Code AnswerShape(const v1::AnswerCorrection& message, std::string& id) {
  std::string successor;
  if (const Code code = IdName("corrections", message.correction(), id)) return code;
  if (const Code code = Text(message.answer())) return code;
  if (const Code code = DocumentsShape(message.evidence())) return code;
  if (message.successor().empty()) return v1::CODE_OK;
  return IdName("footprints", message.successor(), successor);
}

Code AnswerCorrection(const v1::AnswerCorrection& message, const Act& act, World& world) {
  std::string id;
  if (const Code code = AnswerShape(message, id)) return code;
  const auto it = world.verification.corrections.find(id);
  if (it == world.verification.corrections.end()) return v1::CODE_NOT_FOUND;
  auto& record = it->second;
  if (FootprintOf(world, record.footprint())->record.producer() != act.author) {
    return v1::CODE_NOT_ENTITLED;
  }
  if (IsClosed(record)) return v1::CODE_CORRECTION_CLOSED;
  if (record.has_answer()) return v1::CODE_CORRECTION_ANSWERED;
  if (const Code code = DocumentsRefusal(message.evidence(), world)) return code;
  if (const Code code = SuccessorRefusal(message.successor(), record.footprint(), act, world)) {
    return code;
  }
  record.set_state(v1::CORRECTION_STATE_ANSWERED);
  auto& answer = *record.mutable_answer();
  *answer.mutable_text() = message.answer();
  *answer.mutable_evidence() = message.evidence();
  answer.set_successor(message.successor());
  answer.set_answered_time(act.now_ms);
  AddSigners(act, answer);
  return v1::CODE_OK;
}

Code CloseCorrection(const v1::CloseCorrection& message, const Act& act, World& world) {
  std::string id;
  if (const Code code = IdName("corrections", message.correction(), id)) return code;
  if (message.state() == v1::CORRECTION_STATE_UNSPECIFIED) return v1::CODE_FIELD_MISSING;
  const bool closes = message.state() == v1::CORRECTION_STATE_RESOLVED ||
                      message.state() == v1::CORRECTION_STATE_WITHDRAWN;
  if (!closes) return v1::CODE_FIELD_OUT_OF_RANGE;
  if (const Code code = Text(message.note())) return code;
  const auto it = world.verification.corrections.find(id);
  if (it == world.verification.corrections.end()) return v1::CODE_NOT_FOUND;
  auto& record = it->second;
  if (record.auditor() != act.author) return v1::CODE_NOT_ENTITLED;
  if (IsClosed(record)) return v1::CODE_CORRECTION_CLOSED;
  record.set_state(message.state());
  *record.mutable_closing()->mutable_note() = message.note();
  record.mutable_closing()->set_closed_time(act.now_ms);
  AddSigners(act, *record.mutable_closing());
  return v1::CODE_OK;
}

// --- Statements --------------------------------------------------------------------------------

Code PeopleShape(const v1::IssueStatement& message) {
  if (const Code code = Id(message.lead())) return code;
  if (const Code code = Id(message.reviewer())) return code;
  if (message.lead() == message.reviewer()) return v1::CODE_FOUR_EYES;
  return message.impartial() ? v1::CODE_OK : v1::CODE_NOT_IMPARTIAL;
}

// The days of the generators are well-formed.
Code VisitShape(const v1::IssueStatement& message) {
  if (!message.has_visit()) {
    return Needed(message.visit_unknown() != v1::UNKNOWN_UNSPECIFIED);
  }
  const auto& first = message.visit().first_day();
  const auto& last = message.visit().last_day();
  return first <= last && last < AddDays(first, 366) ? v1::CODE_OK : v1::CODE_FIELD_OUT_OF_RANGE;
}

Code FindingShape(const v1::Finding& finding) {
  if (const Code code = Id(finding.line())) return code;
  if (const Code code = Text(finding.text())) return code;
  const auto& misstatement = finding.misstatement();
  return Needed(misstatement.has_decimal() || misstatement.unknown() != v1::UNKNOWN_UNSPECIFIED);
}

Code ContentsShape(const v1::IssueStatement& message) {
  if (const Code code = VisitShape(message)) return code;
  if (const Code code = Needed(message.lines_sampled_size() > 0)) return code;
  if (const Code code = LineIds(message.lines_sampled())) return code;
  for (const auto& finding : message.findings()) {
    if (const Code code = FindingShape(finding)) return code;
  }
  if (const Code code = DocumentsShape(message.evidence())) return code;
  return Text(message.summary());
}

Code StatementShape(const v1::IssueStatement& message, std::string& footprint,
                    std::string& accreditation) {
  if (const Code code = IdName("footprints", message.footprint(), footprint)) return code;
  if (const Code code = VersionShape(message.scheme_version())) return code;
  if (const Code code = IdName("accreditations", message.accreditation(), accreditation)) {
    return code;
  }
  if (const Code code = SubScope(message.sub_scope())) return code;
  if (const Code code = Needed(message.assurance_level() != 0)) return code;
  if (const Code code = Needed(message.opinion() != 0)) return code;
  if (const Code code = PeopleShape(message)) return code;
  return ContentsShape(message);
}

std::string CategoryOf(const World& world, const Footprint& footprint) {
  std::string product;
  Nested("participants", "products", footprint.record.header().product(), product);
  return world.products.products.at(product).category;
}

Code CompetenceRefusal(const v1::IssueStatement& message, const std::string& accreditation,
                       const Act& act, const World& world) {
  const auto& version = *VersionOf(world, message.scheme_version());
  const Use use{v1::ACTIVITY_VERIFICATION,
                accreditation,
                version.record.scheme(),
                message.sub_scope(),
                CategoryOf(world, *FootprintOf(world, message.footprint())),
                message.assurance_level()};
  if (const Code code = AccreditationRefusal(use, act, world)) return code;
  const bool both = Signs(message.lead(), act, world) && Signs(message.reviewer(), act, world);
  return both ? v1::CODE_OK : v1::CODE_HOLDER_NOT_SIGNING;
}

Code ContentsRefusal(const v1::IssueStatement& message, const Act& act, const World& world) {
  if (OpenCorrections(world, message.footprint(), act.author) > 0) {
    return v1::CODE_CORRECTIONS_OPEN;
  }
  const auto& footprint = *FootprintOf(world, message.footprint());
  for (const auto& line : message.lines_sampled()) {
    if (!HasLine(footprint, line)) return v1::CODE_LINE_UNKNOWN;
  }
  for (const auto& finding : message.findings()) {
    if (!HasLine(footprint, finding.line())) return v1::CODE_LINE_UNKNOWN;
  }
  if (message.has_visit() && message.visit().last_day() > DayOf(act.now_ms)) {
    return v1::CODE_FIELD_OUT_OF_RANGE;
  }
  return DocumentsRefusal(message.evidence(), world);
}

Number Magnitude(const Number& number) {
  return number < 0 ? Number(-number) : number;
}

// In ten-thousandths of the value, any part of one counting as a whole one; never more than 100
// times the value, which is also what any misstatement of nothing comes to.
std::uint32_t Share(const v1::IssueStatement& message, const Footprint& footprint) {
  Number sum = 0;
  for (const auto& finding : message.findings()) {
    const auto& misstatement = finding.misstatement();
    if (misstatement.has_decimal()) sum += Magnitude(NumberOf(misstatement.decimal()));
  }
  if (sum == 0) return 0;
  const Number value = Magnitude(footprint.result.value);
  if (sum >= value * 100) return 1'000'000;
  const Number exact = sum / value * 10'000;
  auto share = static_cast<std::uint32_t>(boost::multiprecision::numerator(exact) /
                                          boost::multiprecision::denominator(exact));
  while (Number(share) < exact) ++share;
  return share;
}

Code OpinionRefusal(const v1::IssueStatement& message, const World& world) {
  if (message.opinion() != v1::OPINION_UNMODIFIED) return v1::CODE_OK;
  for (const auto& finding : message.findings()) {
    if (!finding.misstatement().has_decimal()) return v1::CODE_OPINION_TOO_FAVOURABLE;
  }
  const auto share = Share(message, *FootprintOf(world, message.footprint()));
  return share > MaterialityOf(world, *VersionOf(world, message.scheme_version()))
             ? v1::CODE_OPINION_TOO_FAVOURABLE
             : v1::CODE_OK;
}

int YearOf(std::int64_t time_ms) {
  return std::stoi(DayOf(time_ms).substr(0, 4));
}

// After so many years in a row comes one without.
Code RotationRefusal(const v1::IssueStatement& message, const Act& act, const World& world) {
  const auto& rules = RulesOf(world, *VersionOf(world, message.scheme_version()));
  if (!rules.requirements || !rules.requirements->has_auditor_years()) return v1::CODE_OK;
  const auto& producer = FootprintOf(world, message.footprint())->record.producer();
  const auto worked = YearsOfWork(world, act.author, producer);
  std::uint32_t in_a_row = 0;
  while (worked.contains(YearOf(act.now_ms) - 1 - static_cast<int>(in_a_row))) ++in_a_row;
  return in_a_row >= rules.requirements->auditor_years() ? v1::CODE_ROTATION_DUE : v1::CODE_OK;
}

v1::Statement RecordOf(const v1::IssueStatement& message, const Act& act, const World& world) {
  const auto& footprint = *FootprintOf(world, message.footprint());
  v1::Statement record;
  record.set_footprint(message.footprint());
  record.set_auditor(act.author);
  record.set_producer(footprint.record.producer());
  record.set_scheme_version(message.scheme_version());
  record.set_accreditation(message.accreditation());
  record.set_sub_scope(message.sub_scope());
  record.set_assurance_level(message.assurance_level());
  record.set_opinion(message.opinion());
  record.set_lead(message.lead());
  record.set_reviewer(message.reviewer());
  if (message.has_visit()) *record.mutable_visit() = message.visit();
  if (!message.has_visit()) record.set_visit_unknown(message.visit_unknown());
  record.set_lines_sampled_count(static_cast<std::uint32_t>(message.lines_sampled_size()));
  record.set_finding_count(static_cast<std::uint32_t>(message.findings_size()));
  *record.mutable_evidence() = message.evidence();
  *record.mutable_summary() = message.summary();
  record.set_materiality(MaterialityOf(world, *VersionOf(world, message.scheme_version())));
  record.set_misstatement_share(Share(message, footprint));
  record.set_issued_time(act.now_ms);
  AddSigners(act, record);
  return record;
}

void Keep(const v1::IssueStatement& message, const std::string& id, World& world) {
  std::uint32_t number = 0;
  for (const auto& finding : message.findings()) {
    v1::StatementFinding record;
    *record.mutable_finding() = finding;
    world.kept[KeyOf(KeySpace::kStatementFinding).Raw(RawId(id)).Number(number++).bytes] =
        BytesOf(record);
  }
  v1::StatementSample sample;
  *sample.mutable_lines() = message.lines_sampled();
  world.kept[KeyOf(KeySpace::kStatementSample).Raw(RawId(id)).bytes] = BytesOf(sample);
}

Code IssueStatement(const v1::IssueStatement& message, const Act& act, World& world) {
  std::string footprint, accreditation;
  if (const Code code = StatementShape(message, footprint, accreditation)) return code;
  if (const Code code = SubjectRefusal(message.footprint(), act, world)) return code;
  if (!Stands(world, footprint, act.now_ms, act.now_ms) ||
      WaitsForCorrection(world, footprint, act.now_ms, act.now_ms)) {
    return v1::CODE_FOOTPRINT_DOES_NOT_STAND;
  }
  if (const Code code = VersionRefusal(world, message.scheme_version(), act.now_ms)) return code;
  if (const Code code = CompetenceRefusal(message, accreditation, act, world)) return code;
  if (const Code code = ContentsRefusal(message, act, world)) return code;
  if (const Code code = OpinionRefusal(message, world)) return code;
  if (const Code code = RotationRefusal(message, act, world)) return code;
  const auto id = NewId(act);
  Keep(message, id, world);
  world.verification.statements[id] = {RecordOf(message, act, world),
                                       Life(act.now_ms, act.author, act.now_ms)};
  return v1::CODE_OK;
}

Code ChangeStatementStatus(const v1::ChangeStatementStatus& message, const Act& act, World& world) {
  std::string id;
  if (const Code code = IdName("statements", message.statement(), id)) return code;
  if (const Code code = Change(message.change())) return code;
  const auto it = world.verification.statements.find(id);
  if (it == world.verification.statements.end()) return v1::CODE_NOT_FOUND;
  if (it->second.record.auditor() != act.author) return v1::CODE_NOT_ENTITLED;
  return it->second.life.Do(message.change(), act);
}

constexpr OperationModel kModel[] = {
    MakeModel<&v1::Operation::request_correction, RequestCorrection>(
        v1::Operation::kRequestCorrection, v1::PERMISSION_VERIFY),
    MakeModel<&v1::Operation::answer_correction, AnswerCorrection>(
        v1::Operation::kAnswerCorrection, v1::PERMISSION_DECLARE_FOOTPRINTS),
    MakeModel<&v1::Operation::close_correction, CloseCorrection>(v1::Operation::kCloseCorrection,
                                                                 v1::PERMISSION_VERIFY),
    MakeModel<&v1::Operation::issue_statement, IssueStatement>(v1::Operation::kIssueStatement,
                                                               v1::PERMISSION_VERIFY),
    MakeModel<&v1::Operation::change_statement_status, ChangeStatementStatus>(
        v1::Operation::kChangeStatementStatus, v1::PERMISSION_VERIFY)};

std::string IdOf(const std::string& participant) {
  return participant.substr(std::string_view("participants/").size());
}

void TellCorrections(const World& world, Records& out) {
  for (const auto& [id, correction] : world.verification.corrections) {
    out[KeyOf(KeySpace::kCorrection).Raw(RawId(id)).bytes] = BytesOf(correction);
    v1::OpenCorrections open;
    open.set_count(OpenCorrections(world, correction.footprint(), correction.auditor()));
    if (open.count() == 0) continue;
    const auto footprint = RawId(correction.footprint().substr(11));
    out[KeyOf(KeySpace::kOpenCorrections).Raw(footprint).Text(IdOf(correction.auditor())).bytes] =
        BytesOf(open);
  }
}

}  // namespace

std::uint32_t OpenCorrections(const World& world, const std::string& footprint,
                              const std::string& auditor) {
  std::uint32_t count = 0;
  for (const auto& [id, correction] : world.verification.corrections) {
    const bool counts = correction.footprint() == footprint && correction.auditor() == auditor;
    if (counts && !IsClosed(correction)) ++count;
  }
  return count;
}

std::set<int> YearsOfWork(const World& world, const std::string& auditor,
                          const std::string& producer) {
  std::set<int> years;
  for (const auto& [id, statement] : world.verification.statements) {
    const auto& record = statement.record;
    if (record.auditor() != auditor || record.producer() != producer) continue;
    years.insert(YearOf(record.issued_time()));
  }
  return years;
}

std::uint32_t MaterialityOf(const World& world, const SchemeVersion& version) {
  const auto& rules = RulesOf(world, version);
  const bool own = rules.requirements && rules.requirements->has_materiality();
  return own ? rules.requirements->materiality() : 500;
}

bool StatementStands(const World& world, const std::string& id, std::int64_t day_ms,
                     std::int64_t known_ms) {
  const auto& [record, life] = world.verification.statements.at(id);
  const auto& accreditation = world.members.accreditations.at(record.accreditation().substr(15));
  const std::vector<std::string> signers(record.signed_by().begin(), record.signed_by().end());
  const auto made_ms = record.issued_time();
  const auto then_ms = std::max(made_ms, known_ms);
  // That its time has run out since takes nothing from what was done within it.
  const auto now = accreditation.life.At(day_ms, known_ms);
  const bool accredited =
      accreditation.life.InForce(made_ms, then_ms) &&
      (now == v1::STATUS_KIND_UNSPECIFIED || now == v1::STATUS_KIND_IN_FORCE) &&
      world.members.MadeWell(accreditation.giver, accreditation.signers, accreditation.made_ms,
                             std::max(accreditation.made_ms, known_ms));
  return life.InForce(day_ms, known_ms) && accredited &&
         world.members.MadeWell(record.auditor(), signers, made_ms, then_ms) &&
         Stands(world, record.footprint().substr(11), day_ms, known_ms) &&
         !WaitsForCorrection(world, record.footprint().substr(11), day_ms, known_ms);
}

std::span<const OperationModel> VerificationModel() {
  return kModel;
}

void TellVerification(const World& world, Records& out) {
  TellCorrections(world, out);
  for (const auto& [id, statement] : world.verification.statements) {
    const auto& record = statement.record;
    out[KeyOf(KeySpace::kStatement).Raw(RawId(id)).bytes] = BytesOf(record);
    statement.life.Tell(KeyOf(KeySpace::kStatementStatus).Raw(RawId(id)).bytes, out);
    v1::Engagement engagement;
    for (const int year : YearsOfWork(world, record.auditor(), record.producer())) {
      engagement.add_years(static_cast<std::uint32_t>(year));
    }
    out[KeyOf(KeySpace::kEngagement)
            .Text(IdOf(record.auditor()))
            .Text(IdOf(record.producer()))
            .bytes] = BytesOf(engagement);
  }
}

}  // namespace tanji::property
