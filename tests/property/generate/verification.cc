#include "tests/property/generate/footprints.h"
#include "tests/property/generate/scene.h"
#include "tests/property/model/days.h"

namespace tanji::property {
namespace {

const Footprint* FindFootprint(const Scene& scene, const std::string& id) {
  const auto it = scene.world.footprints.footprints.find(id);
  return it == scene.world.footprints.footprints.end() ? nullptr : &it->second;
}

std::string IdOf(const std::string& name) {
  return name.substr(name.rfind('/') + 1);
}

// A line of the footprint; now and then none of it.
std::string AnyLineOf(Scene& scene, const Footprint* footprint) {
  const bool none = footprint == nullptr || footprint->lines.empty();
  return none || scene.dice.Percent(2) ? "line-99" : scene.dice.Pick(footprint->lines).id();
}

// Mostly each once.
template <class List>
void AddLinesOf(Scene& scene, const Footprint* footprint, std::int64_t count, List& out) {
  for (; count > 0; --count) {
    const auto line = AnyLineOf(scene, footprint);
    const bool there = std::find(out.begin(), out.end(), line) != out.end();
    if (!there || scene.dice.Percent(2)) *out.Add() = line;
  }
}

// --- Corrections -------------------------------------------------------------------------------

Proposal RequestCorrection(Scene& scene) {
  const auto id = AnyFootprint(scene, "", false);
  v1::RequestCorrection message;
  message.set_footprint(AnyName(scene, "footprints", id));
  AddLinesOf(scene, FindFootprint(scene, id), scene.dice.Between(0, 2), *message.mutable_lines());
  *message.mutable_request() = AnyText(scene);
  return Propose(AnyAuthor(scene, {v1::PARTICIPANT_KIND_AUDITOR}), message);
}

// One that is not closed; of what is answered only if that is asked for. Now and then any, or none.
std::string AnyCorrection(Scene& scene, bool answered) {
  const auto& all = scene.world.verification.corrections;
  std::vector<std::string> fit;
  for (const auto& [id, correction] : all) {
    const bool open = correction.state() == v1::CORRECTION_STATE_OPEN;
    if (open || (answered && !correction.has_closing())) fit.push_back(id);
  }
  const bool any = fit.empty() || scene.dice.Percent(6);
  return any ? AnyKey(scene, all, std::string(kNoUuid)) : scene.dice.Pick(fit);
}

const v1::Correction* FindCorrection(const Scene& scene, const std::string& id) {
  const auto it = scene.world.verification.corrections.find(id);
  return it == scene.world.verification.corrections.end() ? nullptr : &it->second;
}

// A footprint that says it succeeds this one; now and then another.
std::string AnySuccessor(Scene& scene, const std::string& footprint, const std::string& producer) {
  const auto* before = FindFootprint(scene, IdOf(footprint));
  if (before == nullptr || before->successors.empty() || scene.dice.Percent(20)) {
    return "footprints/" + AnyFootprint(scene, producer, scene.dice.Percent(20));
  }
  return scene.dice.Pick(before->successors).footprint();
}

Proposal AnswerCorrection(Scene& scene) {
  if (NoneYet(scene, scene.world.verification.corrections)) return RequestCorrection(scene);
  const auto id = AnyCorrection(scene, false);
  const auto* correction = FindCorrection(scene, id);
  std::string producer = "farm-1";
  if (correction != nullptr) {
    producer = IdOf(FindFootprint(scene, IdOf(correction->footprint()))->record.producer());
  }
  v1::AnswerCorrection message;
  message.set_correction(AnyName(scene, "corrections", id));
  *message.mutable_answer() = AnyText(scene);
  for (const auto& name : SomeDocuments(scene)) message.add_evidence(name);
  if (correction != nullptr && scene.dice.Percent(40)) {
    message.set_successor(AnySuccessor(scene, correction->footprint(), producer));
  }
  return Propose(Mostly(scene, producer), message);
}

Proposal CloseCorrection(Scene& scene) {
  if (NoneYet(scene, scene.world.verification.corrections)) return RequestCorrection(scene);
  const auto id = AnyCorrection(scene, true);
  const auto* correction = FindCorrection(scene, id);
  v1::CloseCorrection message;
  message.set_correction(AnyName(scene, "corrections", id));
  message.set_state(
      scene.dice.Percent(4)
          ? scene.dice.Pick({v1::CORRECTION_STATE_UNSPECIFIED, v1::CORRECTION_STATE_OPEN,
                             v1::CORRECTION_STATE_ANSWERED})
          : scene.dice.Pick({v1::CORRECTION_STATE_RESOLVED, v1::CORRECTION_STATE_WITHDRAWN}));
  *message.mutable_note() = AnyText(scene);
  return Propose(Mostly(scene, correction == nullptr ? "audit-1" : IdOf(correction->auditor())),
                 message);
}

// What stands in the way of a statement may be an open correction.
Proposal AnyCorrectionStep(Scene& scene) {
  return scene.dice.Percent(30) ? AnswerCorrection(scene) : CloseCorrection(scene);
}

// --- Statements --------------------------------------------------------------------------------

// An accreditation for verification that is in force; now and then any, or none.
std::string AnyAccreditation(Scene& scene) {
  const auto& all = scene.world.members.accreditations;
  std::vector<std::string> fit;
  for (const auto& [id, granted] : all) {
    const bool verifies = granted.scope.activity() == v1::ACTIVITY_VERIFICATION;
    if (verifies && granted.life.InForce(scene.now_ms)) fit.push_back(id);
  }
  return fit.empty() || scene.dice.Percent(4) ? AnyKey(scene, all, std::string(kNoUuid))
                                              : scene.dice.Pick(fit);
}

// One on which the author may give its word; now and then any. Empty: there is none.
std::string AnySubject(Scene& scene, const std::string& author) {
  const auto& world = scene.world;
  std::vector<std::string> fit;
  for (const auto& [id, footprint] : world.footprints.footprints) {
    const bool of_another = footprint.record.producer() != "participants/" + author;
    if (of_another && footprint.declared_ms && Stands(world, id, scene.now_ms, scene.now_ms) &&
        OpenCorrections(world, "footprints/" + id, "participants/" + author) == 0) {
      fit.push_back(id);
    }
  }
  if (scene.dice.Percent(8)) return AnyFootprint(scene, "", false);
  return fit.empty() ? "" : scene.dice.Pick(fit);
}

// A version in force, of one of the schemes of the scope if it can be; now and then any, or none.
std::string AnyVersionFor(Scene& scene, const v1::AccreditationScope& scope) {
  std::vector<std::string> fit, all;
  for (const auto& [id, scheme] : scene.world.schemes.schemes) {
    const auto& schemes = scope.schemes();
    const bool covered =
        std::find(schemes.begin(), schemes.end(), "schemes/" + id) != schemes.end();
    for (const auto& [version_id, version] : scheme.versions) {
      all.push_back("schemes/" + id + "/versions/" + version_id);
      if (covered && version.life.InForce(scene.now_ms)) fit.push_back(all.back());
    }
  }
  if (all.empty() || scene.dice.Percent(2)) return "schemes/scheme-0/versions/none";
  return fit.empty() || scene.dice.Percent(6) ? scene.dice.Pick(all) : scene.dice.Pick(fit);
}

// Two people of the author; now and then one, or somebody else.
void SetPeople(Scene& scene, const std::string& author, v1::IssueStatement& message) {
  auto& dice = scene.dice;
  std::set<std::string> holders{"h0", "h1"};
  for (const auto& [key_id, key] : scene.world.members.keys) {
    if (key.owner == author) holders.insert(key.holder);
  }
  message.set_lead(dice.Percent(2) ? "li" : dice.Pick(holders));
  holders.erase(message.lead());
  message.set_reviewer(dice.Percent(2) ? message.lead() : dice.Pick(holders));
  if (dice.Percent(2)) message.set_reviewer(dice.Pick({"", "Zhao", "wang"}));
  message.set_impartial(!dice.Percent(1));
}

// Mostly over, by a day at least or just so.
void SetVisit(Scene& scene, v1::IssueStatement& message) {
  auto& dice = scene.dice;
  if (dice.Percent(15)) {
    message.set_visit_unknown(dice.Percent(5) ? v1::UNKNOWN_UNSPECIFIED
                                              : v1::UNKNOWN_NOT_APPLICABLE);
    return;
  }
  const int ago = dice.Percent(70) ? static_cast<int>(dice.Between(0, 2)) : 40;
  const auto last = AddDays(DayOf(scene.now_ms), dice.Percent(5) ? 1 : -ago);
  int days = static_cast<int>(dice.Between(0, 5));
  if (dice.Percent(4)) days = dice.Pick({-1, 365, 366});
  message.mutable_visit()->set_first_day(AddDays(last, -days));
  message.mutable_visit()->set_last_day(last);
}

// What the sum may come to under `version`, or nearly so; or anything.
Number AnyMisstatement(Scene& scene, const Footprint& footprint, const SchemeVersion* version) {
  auto& dice = scene.dice;
  const auto& value = footprint.result.value;
  if (version == nullptr || dice.Percent(40)) {
    return Rounded(value * dice.Between(-300, 300) / dice.Pick({100, 10'000, 10'000}));
  }
  const Number nearly(dice.Pick({-1, 0, 0, 0, 1}), 1'000'000'000);
  const Number most = value * MaterialityOf(scene.world, *version) / 10'000;
  const Number number = Rounded(most) + nearly;
  return dice.Percent(50) ? number : Number(-number);
}

void AddFindings(Scene& scene, const Footprint* footprint, v1::IssueStatement& message) {
  auto& dice = scene.dice;
  for (auto count = dice.Percent(30) ? 0 : dice.Pick({1, 1, 2}); count > 0; --count) {
    auto& finding = *message.add_findings();
    finding.set_line(AnyLineOf(scene, footprint));
    *finding.mutable_text() = AnyText(scene);
    if (dice.Percent(8) || footprint == nullptr) {
      finding.mutable_misstatement()->set_unknown(dice.Percent(5) ? v1::UNKNOWN_UNSPECIFIED
                                                                  : v1::UNKNOWN_NOT_ASSESSED);
      continue;
    }
    const auto* version = VersionOf(scene.world, message.scheme_version());
    finding.mutable_misstatement()->set_decimal(
        TextOf(AnyMisstatement(scene, *footprint, version)));
  }
}

void SetScopeOfWork(Scene& scene, const Granted* granted, v1::IssueStatement& message) {
  auto& dice = scene.dice;
  message.set_sub_scope(dice.Percent(95) ? "ISO 14067" : dice.Pick({"", "ISO 14067 ", "PAS 2050"}));
  message.set_assurance_level(
      dice.Pick({v1::ASSURANCE_LEVEL_LIMITED, v1::ASSURANCE_LEVEL_REASONABLE}));
  if (granted != nullptr && !granted->scope.assurance_levels().empty() && dice.Percent(80)) {
    message.set_assurance_level(
        static_cast<v1::AssuranceLevel>(dice.Pick(granted->scope.assurance_levels())));
  }
  if (dice.Percent(1)) message.clear_assurance_level();
  message.set_opinion(dice.Percent(75) ? v1::OPINION_UNMODIFIED
                                       : dice.Pick({v1::OPINION_QUALIFIED, v1::OPINION_ADVERSE,
                                                    v1::OPINION_DISCLAIMED}));
  if (dice.Percent(1)) message.clear_opinion();
}

Proposal IssueStatement(Scene& scene) {
  const auto accreditation = AnyAccreditation(scene);
  const auto it = scene.world.members.accreditations.find(accreditation);
  const auto* granted = it == scene.world.members.accreditations.end() ? nullptr : &it->second;
  const auto author = Mostly(scene, granted == nullptr ? "audit-1" : IdOf(granted->receiver));
  const auto subject = AnySubject(scene, author);
  if (subject.empty()) return AnyCorrectionStep(scene);
  const auto* footprint = FindFootprint(scene, subject);
  v1::IssueStatement message;
  message.set_footprint(AnyName(scene, "footprints", subject));
  message.set_accreditation(AnyName(scene, "accreditations", accreditation));
  message.set_scheme_version(
      AnyVersionFor(scene, granted == nullptr ? v1::AccreditationScope() : granted->scope));
  SetScopeOfWork(scene, granted, message);
  SetPeople(scene, author, message);
  SetVisit(scene, message);
  AddLinesOf(scene, footprint, scene.dice.Between(scene.dice.Percent(2) ? 0 : 1, 2),
             *message.mutable_lines_sampled());
  AddFindings(scene, footprint, message);
  for (const auto& name : SomeDocuments(scene)) message.add_evidence(name);
  *message.mutable_summary() = AnyText(scene);
  return Propose(author, message);
}

Proposal ChangeStatementStatus(Scene& scene) {
  if (NoneYet(scene, scene.world.verification.statements)) return IssueStatement(scene);
  const auto& all = scene.world.verification.statements;
  const auto id = AnyKey(scene, all, std::string(kNoUuid));
  const auto it = all.find(id);
  const bool known = it != all.end();
  v1::ChangeStatementStatus message;
  message.set_statement(AnyName(scene, "statements", id));
  *message.mutable_change() = AnyChange(scene, known ? &it->second.life : nullptr);
  return Propose(Mostly(scene, known ? IdOf(it->second.record.auditor()) : "audit-1"), message);
}

// Days of visits, years of work, and versions, of which a sequence without time has none.
constexpr bool kTimed = true;

constexpr Generator kGenerators[] = {
    {v1::Operation::kRequestCorrection, 3, RequestCorrection},
    {v1::Operation::kAnswerCorrection, 6, AnswerCorrection},
    {v1::Operation::kCloseCorrection, 8, CloseCorrection},
    {v1::Operation::kIssueStatement, 30, IssueStatement, kTimed},
    {v1::Operation::kChangeStatementStatus, 4, ChangeStatementStatus, kTimed},
};

}  // namespace

std::span<const Generator> VerificationGenerators() {
  return kGenerators;
}

}  // namespace tanji::property
