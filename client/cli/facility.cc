// tanji facility: orchards, fields, packhouses.
#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/lists/lists.h"
#include "client/cli/message_file.h"
#include "client/cli/reading.h"
#include "client/cli/status_verbs.h"

namespace tanji::client::cli {
namespace {

constexpr Text kTemplate{
    R"({
  // 编号：小写字母、数字和连字符，在您自己的设施中不重复，登记后不能更改。
  "id": "orchard-1",
  "name": {"zh": "一号芒果园", "en": "Mango orchard 1", "prevailing": "ZH", "translation": "HUMAN"},
  // 有 GS1 位置码（GLN，13 位）时加上 "gln": "…"。
  // ISO 3166-2 地区；国内还要县级行政区划代码（GB/T 2260），保亭为 469029。
  "region": "CN-HI",
  "admin_code": "469029",
  // 单位：mu（亩）、ha（公顷）、m2（平方米）。
  "area": {"decimal": "15", "unit": "mu"},
  // 气候决定土壤排放因子，须写明依据。包装间等不种植的地方，整段删去。
  "climate": {
    // WET：年均降水量高于 1000 毫米；DRY：不高于。1900 毫米是示例数值，请换成该站的实测值。
    "class": "WET",
    "precipitation_mm": 1900,
    "from_year": 1991,
    "until_year": 2020,
    "station": "（哪个气象站 / which station）",
    "source": "（数值从哪里读到 / where the figure was read）",
    // NONE 不灌溉、DRIP 滴灌、OTHER 其他
    "irrigation": "DRIP"
  }
}
)",
    R"({
  // Lower-case letters, digits and hyphens; unique among your own facilities; cannot be changed.
  "id": "orchard-1",
  "name": {"zh": "一号芒果园", "en": "Mango orchard 1", "prevailing": "ZH", "translation": "HUMAN"},
  // With a GS1 location number (GLN, 13 digits), add "gln": "…".
  // ISO 3166-2; in China also the county's code of GB/T 2260, 469029 for Baoting.
  "region": "CN-HI",
  "admin_code": "469029",
  // In mu, ha or m2.
  "area": {"decimal": "15", "unit": "mu"},
  // Decides the soil's emission factors and needs its evidence. Leave the whole part out where
  // nothing is grown, as for a packhouse.
  "climate": {
    // WET: more than 1000 mm of precipitation a year; DRY: not more. 1900 mm is an example figure:
    // put in that of your station.
    "class": "WET",
    "precipitation_mm": 1900,
    "from_year": 1991,
    "until_year": 2020,
    "station": "（哪个气象站 / which station）",
    "source": "（数值从哪里读到 / where the figure was read）",
    // NONE, DRIP or OTHER
    "irrigation": "DRIP"
  }
}
)"};

Result<Exit> Register(Session& session, const Arguments& arguments) {
  return WriteMessageFile<v1::RegisterFacility>(session, arguments, kTemplate,
                                                [](v1::Operation& operation, const auto& message) {
                                                  *operation.mutable_register_facility() = message;
                                                });
}

Result<Exit> Show(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_facility()->mutable_name(),
               FacilityArgument(session, arguments.Get("facility")));
  return AskAndShow(session, std::move(question));
}

struct FacilityStatus {
  static constexpr Parameter kName{Kind::kArgument,
                                   "facility",
                                   "FACILITY",
                                   {"设施：自己的写编号，别人的写 生产者/编号",
                                    "the facility: the id of one's own, or PRODUCER/ID"},
                                   true};
  static Result<std::string> Name(const Session& session, const std::string& argument) {
    return FacilityArgument(session, argument);
  }
  static v1::StatusChange& Make(v1::Operation& operation, std::string name) {
    auto& message = *operation.mutable_change_facility_status();
    message.set_facility(std::move(name));
    return *message.mutable_change();
  }
};

constexpr Parameter kRegisterParameters[] = {kMessageFile, kPrintTemplate};
constexpr Parameter kShowParameters[] = {FacilityStatus::kName, kOn, kKnown};
constexpr Parameter kListParameters[] = {kOfProducer, kPageSize, kPageToken};

constexpr auto kCommands = WithStatusVerbs<FacilityStatus>({
    {"register", {"登记地块或设施", "register a facility"}, kRegisterParameters, Register},
    {"show", {"显示设施及其状态", "show a facility and its status"}, kShowParameters, Show},
    {"list", {"列出", "list them"}, kListParameters, ListFacilities},
});

}  // namespace

constinit const Noun kFacilityNoun{
    "facility", {"地块、果园、包装间", "orchards, fields, packhouses"}, kCommands};

}  // namespace tanji::client::cli
