#include "ledger/modules/membership/ballot_actions.h"

#include <algorithm>
#include <set>

#include "ledger/modules/common/checks.h"
#include "ledger/modules/membership/participant_status.h"
#include "ledger/modules/membership/rules.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {
namespace {

Outcome RefuseFlag(std::string field, v1::FeatureFlag flag) {
  return Refuse(v1::CODE_FLAG_ALREADY_SET,
                {{"field", std::move(field)}, {"value", v1::FeatureFlag_Name(flag)}});
}

Outcome CheckParameter(const v1::SetParameter& set, std::int64_t lowest, std::int64_t highest,
                       const std::string& field) {
  if (lowest <= set.value() && set.value() <= highest) return Outcome::Ok();
  return Refuse(v1::CODE_PARAMETER_OUT_OF_RANGE,
                {{"field", Path(field, "set_parameter.value")},
                 {"parameter", v1::Parameter_Name(set.parameter())},
                 {"value", std::to_string(set.value())},
                 {"lowest", std::to_string(lowest)},
                 {"highest", std::to_string(highest)}});
}

Outcome CheckParameterRule(const v1::SetParameter& set, const std::string& field) {
  TANJI_RETURN_IF_REFUSED(CheckChosen(set.parameter(), Path(field, "set_parameter.parameter")));
  const ParameterRule* rule = FindParameterRule(set.parameter());
  // Every declared parameter has a rule (a test walks the enum); the wire check refuses others.
  TANJI_RETURN_IF_REFUSED(CheckSet(rule != nullptr, Path(field, "set_parameter.parameter")));
  return CheckParameter(set, rule->lowest, rule->highest, field);
}

std::string StatusField(const std::string& field) {
  return Path(field, "change_participant_status.");
}

// Two changes of one participant would each be judged as if the other were not there.
Outcome CheckParticipant(const v1::ChangeParticipantStatus& change, const std::string& field,
                         std::set<std::string>& participants) {
  TANJI_RETURN_IF_REFUSED(CheckParticipantStatus(change, StatusField(field)));
  if (participants.insert(change.participant()).second) return Outcome::Ok();
  return Refuse(v1::CODE_ACTION_REPEATED,
                {{"field", StatusField(field) + "participant"}, {"value", change.participant()}});
}

Outcome AuthoriseFlag(const v1::SwitchFlag& change, const OperationContext& context,
                      const StateReader& reader, const std::string& field) {
  if (context.block.flags.On(change.flag()) || IsScheduled(reader, change.flag())) {
    return RefuseFlag(Path(field, "switch_flag.flag"), change.flag());
  }
  if (change.from_height() <= context.block.height) {
    return Refuse(v1::CODE_FLAG_HEIGHT_PASSED, {{"field", Path(field, "switch_flag.from_height")},
                                                {"value", std::to_string(change.from_height())},
                                                {"limit", std::to_string(context.block.height)}});
  }
  return Outcome::Ok();
}

Outcome AuthoriseParameter(const v1::SetParameter& set, const StateReader& reader,
                           const std::string& field) {
  if (set.parameter() != v1::PARAMETER_BALLOT_THRESHOLD) return Outcome::Ok();
  // Above the number of bodies no ballot could ever be carried again.
  const auto bodies = kElectorate.Get(reader).value().bodies_size();
  const ParameterRule& rule = *FindParameterRule(set.parameter());
  return CheckParameter(set, rule.lowest, std::min<std::int64_t>(rule.highest, bodies), field);
}

Outcome AuthoriseAction(const v1::BallotAction& action, const OperationContext& context,
                        const StateReader& reader, const std::string& field) {
  if (action.has_switch_flag()) return AuthoriseFlag(action.switch_flag(), context, reader, field);
  if (action.has_set_parameter()) {
    return AuthoriseParameter(action.set_parameter(), reader, field);
  }
  return AuthoriseParticipantStatus(action.change_participant_status(), StatusField(field),
                                    context.time_ms(), reader);
}

}  // namespace

Outcome CheckBallotActions(const BallotActions& actions) {
  TANJI_RETURN_IF_REFUSED(CheckCount(actions.size(), kMaxBallotActions, "actions"));
  std::set<v1::FeatureFlag> flags;
  std::set<std::string> participants;
  for (int i = 0; i < actions.size(); ++i) {
    const auto field = Item("actions", i);
    switch (actions[i].action_case()) {
      case v1::BallotAction::kSwitchFlag: {
        const auto flag = actions[i].switch_flag().flag();
        TANJI_RETURN_IF_REFUSED(CheckChosen(flag, Path(field, "switch_flag.flag")));
        if (!flags.insert(flag).second) {
          return RefuseFlag(Path(field, "switch_flag.flag"), flag);
        }
        break;
      }
      case v1::BallotAction::kSetParameter:
        TANJI_RETURN_IF_REFUSED(CheckParameterRule(actions[i].set_parameter(), field));
        break;
      case v1::BallotAction::kChangeParticipantStatus:
        TANJI_RETURN_IF_REFUSED(
            CheckParticipant(actions[i].change_participant_status(), field, participants));
        break;
      case v1::BallotAction::ACTION_NOT_SET:
        return CheckSet(false, field);
    }
  }
  return Outcome::Ok();
}

Outcome AuthoriseBallotActions(const BallotActions& actions, const OperationContext& context,
                               const StateReader& reader) {
  for (int i = 0; i < actions.size(); ++i) {
    TANJI_RETURN_IF_REFUSED(AuthoriseAction(actions[i], context, reader, Item("actions", i)));
  }
  return Outcome::Ok();
}

void ApplyBallotActions(const BallotActions& actions, const EventStamp& stamp,
                        StateWriter& writer) {
  for (const auto& action : actions) {
    if (action.has_switch_flag()) {
      ScheduleFlag(writer, action.switch_flag().flag(), action.switch_flag().from_height());
    } else if (action.has_set_parameter()) {
      StoreParameter(writer, action.set_parameter().parameter(), action.set_parameter().value());
    } else {
      ApplyParticipantStatus(action.change_participant_status(), stamp, writer);
    }
  }
}

}  // namespace tanji::ledger
