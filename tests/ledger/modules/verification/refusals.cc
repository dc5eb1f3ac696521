// Every way in which verification is refused, apart from the shape of its messages.
#include "tests/ledger/modules/refusals.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/tables.h"
#include "ledger/modules/verification/tables.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/membership/grants.h"
#include "tests/ledger/modules/schemes/pilot.h"
#include "tests/ledger/modules/verification/audit.h"

namespace tanji::ledger::testing {
namespace {

using Cases = std::vector<RefusalCase>;
using Alter = std::function<void(v1::IssueStatement&)>;
constexpr char kNoFootprint[] = "footprints/00000000-0000-8000-8000-000000000001";
constexpr char kNoCorrection[] = "corrections/00000000-0000-8000-8000-000000000001";
constexpr char kNoAccreditation[] = "accreditations/00000000-0000-8000-8000-000000000001";
constexpr char kNoStatement[] = "statements/00000000-0000-8000-8000-000000000001";

Detail Found(const std::string& field, const std::string& value) {
  return {{"field", field}, {"value", value}};
}
Detail Entitled(const std::string& value, const std::string& expected) {
  return {{"value", value}, {"expected", expected}};
}
Detail NotSigning(const std::string& field, const std::string& holder) {
  return {{"field", field}, {"value", holder}, {"permission", "PERMISSION_VERIFY"}};
}
RefusalCase Case(std::string name, v1::Code code, Detail detail,
                 std::function<Outcome(Audit&)> produce) {
  return {"verification: " + std::move(name), code, std::move(detail),
          [produce = std::move(produce)] {
            Audit audit;
            return produce(audit);
          }};
}
// A statement that is good but for this.
RefusalCase Issuing(std::string name, v1::Code code, Detail detail, Alter alter) {
  return Case(std::move(name), code, std::move(detail), [alter = std::move(alter)](Audit& a) {
    auto message = a.Statement();
    alter(message);
    return a.Issue(message);
  });
}
// A good one, after this.
RefusalCase After(std::string name, v1::Code code, Detail detail,
                  std::function<void(Audit&)> happen) {
  return Case(std::move(name), code, std::move(detail), [happen = std::move(happen)](Audit& a) {
    happen(a);
    return a.Issue(a.Statement());
  });
}

v1::InventoryHeader Correcting(const std::string& footprint) {
  auto header = MangoHeader();
  auto& before = *header.add_predecessors();
  before.set_footprint(footprint);
  before.set_reason(v1::SUCCESSION_REASON_CORRECTION);
  return header;
}

// What `both`, an auditor that also grows mangoes, declares.
std::string DeclaredByBoth(Audit& a) {
  a.world.Register("both", {v1::PARTICIPANT_KIND_AUDITOR, v1::PARTICIPANT_KIND_PRODUCER});
  Farm::Expect(a.world.Do("both", Orchard()));
  Farm::Expect(a.world.Do("both", Mango()));
  auto header = MangoHeader();
  header.set_product("participants/both/products/mango");
  header.set_facilities(0, "participants/both/facilities/orchard");
  Farm::Expect(a.world.Do("both", Creation(header)));
  const auto name = a.world.CreatedName(kFootprintsCollection);
  Farm::Expect(a.world.Do("both", Lines(name, {PowerLine("power", "1")})));
  Farm::Expect(a.world.Do("both", Declaration(a.world, name)));
  return name;
}

void AddRequests(const Audit& known, Cases& rows) {
  rows.push_back(Case("a farm asks for a correction", v1::CODE_WRONG_KIND,
                      {{"field", "author"},
                       {"value", "participants/farm"},
                       {"expected", "PARTICIPANT_KIND_AUDITOR"}},
                      [](Audit& a) { return a.world.Do("farm", Request(a.footprint)); }));
  rows.push_back(Case("of no footprint", v1::CODE_NOT_FOUND, Found("footprint", kNoFootprint),
                      [](Audit& a) { return a.world.Do("auditor", Request(kNoFootprint)); }));
  Audit drafting;
  const auto draft = drafting.Draft(MangoHeader(), {PowerLine("power", "1")});
  rows.push_back(
      Case("of a draft", v1::CODE_FOOTPRINT_IS_DRAFT, Found("footprint", draft), [](Audit& a) {
        return a.world.Do("auditor", Request(a.Draft(MangoHeader(), {PowerLine("power", "1")})));
      }));
  rows.push_back(Case("of its own footprint", v1::CODE_SELF_VERIFICATION,
                      Found("footprint", "participants/both"), [](Audit& a) {
                        const auto own = DeclaredByBoth(a);
                        return a.world.Do("both", Request(own));
                      }));
  rows.push_back(Case("of a line that is not there", v1::CODE_LINE_UNKNOWN,
                      {{"field", "lines[1]"}, {"value", "diesel"}, {"footprint", known.footprint}},
                      [](Audit& a) {
                        auto message = Request(a.footprint);
                        message.add_lines("diesel");
                        return a.world.Do("auditor", message);
                      }));
}

void AddAnswers(const std::string& correction, const Audit& known, Cases& rows) {
  rows.push_back(Case("nothing to answer", v1::CODE_NOT_FOUND, Found("correction", kNoCorrection),
                      [](Audit& a) { return a.world.Do("farm", AnswerTo(kNoCorrection)); }));
  rows.push_back(Case("answered by a neighbour", v1::CODE_NOT_ENTITLED,
                      Entitled("participants/neighbour", "participants/farm"), [](Audit& a) {
                        const auto name = a.Requested();
                        return a.world.Do("neighbour", AnswerTo(name));
                      }));
  rows.push_back(
      Case("answered twice", v1::CODE_CORRECTION_ANSWERED, {{"value", correction}}, [](Audit& a) {
        const auto name = a.Requested();
        a.Answered(name);
        return a.world.Do("farm", AnswerTo(name));
      }));
  rows.push_back(
      Case("answered after the closing", v1::CODE_CORRECTION_CLOSED,
           {{"value", correction}, {"state", "CORRECTION_STATE_WITHDRAWN"}}, [](Audit& a) {
             const auto name = a.Requested();
             Farm::Expect(a.world.Do("auditor", Closing(name, v1::CORRECTION_STATE_WITHDRAWN)));
             return a.world.Do("farm", AnswerTo(name));
           }));
  const auto absent = "documents/" + std::string(64, '0');
  rows.push_back(Case("answered with a document nobody registered", v1::CODE_NOT_FOUND,
                      Found("evidence[0]", absent), [absent](Audit& a) {
                        auto answer = AnswerTo(a.Requested());
                        answer.set_evidence(0, absent);
                        return a.world.Do("farm", answer);
                      }));
  rows.push_back(Case("answered with no successor", v1::CODE_NOT_FOUND,
                      Found("successor", kNoFootprint), [](Audit& a) {
                        auto answer = AnswerTo(a.Requested());
                        answer.set_successor(kNoFootprint);
                        return a.world.Do("farm", answer);
                      }));
  Audit drafting;
  const auto draft = drafting.Draft(Correcting(drafting.footprint), {PowerLine("power", "900")});
  rows.push_back(Case("answered with a draft", v1::CODE_FOOTPRINT_IS_DRAFT,
                      Found("successor", draft), [](Audit& a) {
                        const auto name =
                            a.Draft(Correcting(a.footprint), {PowerLine("power", "900")});
                        auto answer = AnswerTo(a.Requested());
                        answer.set_successor(name);
                        return a.world.Do("farm", answer);
                      }));
  rows.push_back(
      Case("answered with a footprint that succeeds nothing", v1::CODE_INVENTORY_FIELD_UNEXPECTED,
           {{"field", "successor"}, {"value", known.footprint}, {"other", "correction.footprint"}},
           [](Audit& a) {
             const auto other = a.Declared();
             auto answer = AnswerTo(a.Requested());
             answer.set_successor(other);
             return a.world.Do("farm", answer);
           }));
}

void AddClosings(const std::string& correction, Cases& rows) {
  rows.push_back(Case("nothing to close", v1::CODE_NOT_FOUND, Found("correction", kNoCorrection),
                      [](Audit& a) { return a.world.Do("auditor", Closing(kNoCorrection)); }));
  rows.push_back(Case("closed by another auditor", v1::CODE_NOT_ENTITLED,
                      Entitled("participants/rival", "participants/auditor"), [](Audit& a) {
                        const auto name = a.Requested();
                        a.world.Register("rival", {v1::PARTICIPANT_KIND_AUDITOR});
                        return a.world.Do("rival", Closing(name));
                      }));
  rows.push_back(Case("closed twice", v1::CODE_CORRECTION_CLOSED,
                      {{"value", correction}, {"state", "CORRECTION_STATE_RESOLVED"}},
                      [](Audit& a) {
                        const auto name = a.Requested();
                        Farm::Expect(a.world.Do("auditor", Closing(name)));
                        return a.world.Do("auditor", Closing(name));
                      }));
}

void AddSubjects(const Audit& known, Cases& rows) {
  rows.push_back(Issuing("a statement on no footprint", v1::CODE_NOT_FOUND,
                         Found("footprint", kNoFootprint),
                         [](v1::IssueStatement& m) { m.set_footprint(kNoFootprint); }));
  rows.push_back(
      After("a factor below the footprint is withdrawn", v1::CODE_FOOTPRINT_DOES_NOT_STAND,
            {{"field", "footprint"},
             {"value", known.footprint},
             {"cause", std::string(kPower)},
             {"count", "1"}},
            [](Audit& a) {
              Farm::Expect(a.world.Do("body-cn",
                                      ChangeFactor(kPower, OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
            }));
  rows.push_back(Issuing(
      "no such version", v1::CODE_NOT_FOUND, Found("scheme_version", "schemes/pilot/versions/v9"),
      [](v1::IssueStatement& m) { m.set_scheme_version("schemes/pilot/versions/v9"); }));
  rows.push_back(Case("a version that is a draft", v1::CODE_VERSION_NOT_PUBLISHED,
                      Found("scheme_version", "schemes/pilot/versions/v2"), [](Audit& a) {
                        Farm::Expect(a.world.Do("body-hn", SecondVersion()));
                        auto message = a.Statement();
                        message.set_scheme_version("schemes/pilot/versions/v2");
                        return a.Issue(message);
                      }));
  rows.push_back(After(
      "a version that is under review", v1::CODE_NOT_IN_FORCE,
      Found("scheme_version", std::string(kFirstVersion)), [](Audit& a) {
        Farm::Expect(a.world.Do(
            "body-hn", ChangeVersion(kFirstVersion, OpenStatus(v1::STATUS_KIND_UNDER_REVIEW))));
      }));
}

void AddAccreditations(const Audit& known, Cases& rows) {
  rows.push_back(Issuing("no such accreditation", v1::CODE_NOT_FOUND,
                         Found("accreditation", kNoAccreditation),
                         [](v1::IssueStatement& m) { m.set_accreditation(kNoAccreditation); }));
  rows.push_back(Case("another's accreditation", v1::CODE_ACCREDITATION_NOT_OWN,
                      {{"field", "accreditation"},
                       {"value", known.accreditation},
                       {"body", "participants/auditor"},
                       {"author", "participants/rival"}},
                      [](Audit& a) {
                        a.world.Register("rival", {v1::PARTICIPANT_KIND_AUDITOR});
                        return a.Issue(a.Statement(), "rival");
                      }));
  rows.push_back(After(
      "a suspended accreditation", v1::CODE_NOT_IN_FORCE,
      Found("accreditation", known.accreditation), [](Audit& a) {
        Farm::Expect(a.world.Do(
            "cnas", ChangeAccreditation(a.accreditation, OpenStatus(v1::STATUS_KIND_SUSPENDED))));
      }));
  rows.push_back(After("a suspended accreditor", v1::CODE_NOT_IN_FORCE,
                       Found("accreditation", "participants/cnas"), [](Audit& a) {
                         ParticipantHistory("cnas").Open(
                             a.world.state(), {a.world.now_ms(), "ballots/x"},
                             v1::STATUS_KIND_SUSPENDED, a.world.now_ms(), Reason());
                       }));
}

// An accreditation that covers all but one thing.
RefusalCase Outside(std::string name, const std::string& field, const std::string& value,
                    const std::string& covered,
                    std::function<void(v1::AccreditationScope&)> narrow) {
  const auto grant = [narrow = std::move(narrow)](Audit& a) {
    auto message = PilotAccreditation("auditor");
    narrow(*message.mutable_scope());
    Farm::Expect(a.world.Do("cnas", message));
    return a.world.CreatedName(kAccreditationsCollection);
  };
  Audit known;
  Detail detail{
      {"field", field}, {"value", value}, {"accreditation", grant(known)}, {"covered", covered}};
  return Case(std::move(name), v1::CODE_OUTSIDE_SCOPE, std::move(detail),
              [grant](Audit& a) { return a.Issue(StatementOn(a.footprint, grant(a))); });
}

void AddScopes(Cases& rows) {
  using Scope = v1::AccreditationScope;
  rows.push_back(Outside("another scheme", "scheme_version", "schemes/pilot",
                         "schemes/a, schemes/b", [](Scope& scope) {
                           scope.set_schemes(0, "schemes/a");
                           scope.add_schemes("schemes/b");
                         }));
  rows.push_back(Outside("another sub-scope", "sub_scope", "ISO 14067", "ISO 14064-1",
                         [](Scope& scope) { scope.mutable_sub_scopes()->RemoveLast(); }));
  rows.push_back(Outside("another category", "footprint", "CPC:01316", "CPC:01317, HS:081090",
                         [](Scope& scope) { scope.set_product_categories(0, "CPC:01317"); }));
  rows.push_back(Outside(
      "another level", "assurance_level", "ASSURANCE_LEVEL_LIMITED", "ASSURANCE_LEVEL_REASONABLE",
      [](Scope& scope) { scope.set_assurance_levels(0, v1::ASSURANCE_LEVEL_REASONABLE); }));
  rows.push_back(Case(
      "an accreditation for certification", v1::CODE_OUTSIDE_SCOPE,
      {{"field", "accreditation"},
       {"value", "ACTIVITY_VERIFICATION"},
       {"accreditation", kNoAccreditation},
       {"covered", "ACTIVITY_CERTIFICATION"}},
      [](Audit& a) {
        // Of a body that is both: kinds are chosen at registration, so the record is put in place.
        const auto id = ParseIdName(kAccreditationsCollection, kNoAccreditation).value();
        const auto own = ParseIdName(kAccreditationsCollection, a.accreditation).value();
        auto record = kAccreditations.Get(a.world.state(), own).value();
        record.mutable_scope()->set_activity(v1::ACTIVITY_CERTIFICATION);
        kAccreditations.Put(a.world.state(), id, record);
        AccreditationHistory(id).Create(a.world.state(), {a.world.now_ms(), "participants/cnas"},
                                        a.world.now_ms(), std::nullopt);
        return a.Issue(StatementOn(a.footprint, kNoAccreditation));
      }));
}

void AddPeople(Cases& rows) {
  rows.push_back(Case("a statement without the reviewer's signature", v1::CODE_HOLDER_NOT_SIGNING,
                      NotSigning("reviewer", "h1"),
                      [](Audit& a) { return a.world.Do("auditor", a.Statement()); }));
  rows.push_back(Issuing("a lead who does not sign", v1::CODE_HOLDER_NOT_SIGNING,
                         NotSigning("lead", "li"),
                         [](v1::IssueStatement& m) { m.set_lead("li"); }));
}

void AddContents(const Audit& known, Cases& rows) {
  const Detail open{{"field", "footprint"}, {"value", known.footprint}, {"count", "2"}};
  rows.push_back(After("two corrections open, one of them answered", v1::CODE_CORRECTIONS_OPEN,
                       open, [](Audit& a) {
                         a.Answered(a.Requested());
                         a.Requested();
                       }));
  rows.push_back(
      Issuing("a sample of a line that is not there", v1::CODE_LINE_UNKNOWN,
              {{"field", "lines_sampled[1]"}, {"value", "diesel"}, {"footprint", known.footprint}},
              [](v1::IssueStatement& m) { m.add_lines_sampled("diesel"); }));
  rows.push_back(
      Issuing("a finding on a line that is not there", v1::CODE_LINE_UNKNOWN,
              {{"field", "findings[0].line"}, {"value", "diesel"}, {"footprint", known.footprint}},
              [](v1::IssueStatement& m) { m.mutable_findings(0)->set_line("diesel"); }));
  rows.push_back(
      Issuing("a visit tomorrow", v1::CODE_FIELD_OUT_OF_RANGE,
              {{"field", "visit.last_day"},
               {"value", "2026-06-03"},
               {"lowest", "2026-05-30"},
               {"highest", "2026-06-02"}},
              [](v1::IssueStatement& m) { m.mutable_visit()->set_last_day("2026-06-03"); }));
  const auto absent = "documents/" + std::string(64, '0');
  rows.push_back(Issuing("a document nobody registered", v1::CODE_NOT_FOUND,
                         Found("evidence[0]", absent),
                         [absent](v1::IssueStatement& m) { m.set_evidence(0, absent); }));
}

void AddOpinions(Cases& rows) {
  const auto refused = [](const char* share, const char* unknown) {
    return Detail{{"field", "opinion"},
                  {"value", "OPINION_UNMODIFIED"},
                  {"share", share},
                  {"limit", "5"},
                  {"unknown", unknown}};
  };
  // 5 % of 5.777 is 0.28885.
  rows.push_back(Issuing("a hair above the materiality", v1::CODE_OPINION_TOO_FAVOURABLE,
                         refused("5.01", "0"), [](v1::IssueStatement& m) {
                           m.mutable_findings(0)->mutable_misstatement()->set_decimal(
                               "-0.288850001");
                         }));
  rows.push_back(Issuing("a misstatement that is not known", v1::CODE_OPINION_TOO_FAVOURABLE,
                         refused("0", "1"), [](v1::IssueStatement& m) {
                           m.mutable_findings(0)->mutable_misstatement()->set_unknown(
                               v1::UNKNOWN_NOT_ASSESSED);
                         }));
}

void AddRotation(Cases& rows) {
  rows.push_back(After("a fourth year in a row", v1::CODE_ROTATION_DUE,
                       {{"field", "footprint"},
                        {"value", "participants/farm"},
                        {"first_year", "2026"},
                        {"last_year", "2029"},
                        {"limit", "3"}},
                       [](Audit& a) {
                         for (int year = 0; year < 3; ++year) {
                           a.Issued();
                           a.world.Advance(365 * kDayMs);
                         }
                       }));
}

void AddStatusChanges(Cases& rows) {
  const auto withdrawal = OpenStatus(v1::STATUS_KIND_WITHDRAWN);
  rows.push_back(Case("status of no statement", v1::CODE_NOT_FOUND,
                      Found("statement", kNoStatement), [withdrawal](Audit& a) {
                        return a.world.Do("auditor", ChangeStatement(kNoStatement, withdrawal));
                      }));
  rows.push_back(Case("status of another's statement", v1::CODE_NOT_ENTITLED,
                      Entitled("participants/farm", "participants/auditor"),
                      [withdrawal](Audit& a) {
                        const auto name = a.Issued();
                        return a.world.Do("farm", ChangeStatement(name, withdrawal));
                      }));
}

}  // namespace

std::vector<RefusalCase> VerificationRefusals() {
  Cases rows;
  const Audit known;
  Audit asking;
  const auto correction = asking.Requested();
  AddRequests(known, rows);
  AddAnswers(correction, known, rows);
  AddClosings(correction, rows);
  AddSubjects(known, rows);
  AddAccreditations(known, rows);
  AddScopes(rows);
  AddPeople(rows);
  AddContents(known, rows);
  AddOpinions(rows);
  AddRotation(rows);
  AddStatusChanges(rows);
  return rows;
}

}  // namespace tanji::ledger::testing
