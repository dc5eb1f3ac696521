#include "crypto/json/canonical.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace tanji::crypto {
namespace {

std::string Canonical(std::string_view json) {
  JsonFault fault{};
  const auto out = Canonicalise(json, &fault);
  return out ? *out : std::string(Name(fault.rule)) + " at " + std::to_string(fault.offset);
}

std::string Nested(int depth, char open, char close) {
  const auto count = static_cast<std::size_t>(depth);
  return std::string(count, open) + std::string(count, close);
}

// RFC 8785 section 3.2.3: neither the order of UTF-8 bytes nor that of code points.
TEST(Canonicalise, SortsKeysByUtf16CodeUnits) {
  EXPECT_EQ(Canonical(R"({
    "\u20ac": "Euro Sign",
    "\r": "Carriage Return",
    "\ufb33": "Hebrew Letter Dalet With Dagesh",
    "1": "One",
    "\ud83d\ude00": "Emoji: Grinning Face",
    "\u0080": "Control",
    "\u00f6": "Latin Small Letter O With Diaeresis"
  })"),
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xC2\x80\":\"Control\","
            "\"\xC3\xB6\":\"Latin Small Letter O With Diaeresis\",\"\xE2\x82\xAC\":\"Euro Sign\","
            "\"\xF0\x9F\x98\x80\":\"Emoji: Grinning Face\","
            "\"\xEF\xAC\xB3\":\"Hebrew Letter Dalet With Dagesh\"}");
}

// The test data of cyberphone/json-canonicalization, fractions left out.
TEST(Canonicalise, MatchesThePublishedTestData) {
  EXPECT_EQ(Canonical(R"([ 56, { "d": true, "10": null, "1": [ ] } ])"),
            R"([56,{"1":[],"10":null,"d":true}])");
  EXPECT_EQ(Canonical(R"({"peach": "This sorting order", "péché": "is wrong according to French",
                         "pêche": "but canonicalization MUST", "sin": "ignore locale"})"),
            R"({"peach":"This sorting order","péché":"is wrong according to French",)"
            R"("pêche":"but canonicalization MUST","sin":"ignore locale"})");
  EXPECT_EQ(Canonical(R"({"1": {"f": {"f": "hi","F": 5} ,"\n": 56}, "10": { }, "": "empty",
                         "a": { }, "111": [ {"e": "yes","E": "no" } ], "A": { } })"),
            R"({"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},)"
            R"("111":[{"E":"no","e":"yes"}],"A":{},"a":{}})");
  EXPECT_EQ(Canonical(R"({"Unnormalized Unicode":"A\u030a"})"),
            "{\"Unnormalized Unicode\":\"A\xCC\x8A\"}");
  EXPECT_EQ(Canonical(R"({"string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
                         "literals": [null, true, false]})"),
            "{\"literals\":[null,true,false],"
            "\"string\":\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  EXPECT_EQ(Canonical(R"({"\u0080": "Control\u007f", "</script>": "Browser Challenge"})"),
            "{\"</script>\":\"Browser Challenge\",\"\xC2\x80\":\"Control\x7F\"}");
}

TEST(Canonicalise, AnyValueIsADocument) {
  for (const auto* json : {"null", "true", "false", "0", "\"\"", "[]", "{}", "-1"}) {
    EXPECT_EQ(Canonical(json), json);
    EXPECT_EQ(Canonical(std::string(" \t\r\n") + json + "\n"), json);
    EXPECT_TRUE(IsCanonicalJson(json));
    EXPECT_FALSE(IsCanonicalJson(std::string(json) + " "));
  }
}

TEST(Canonicalise, WholeNumbersWithin53Bits) {
  EXPECT_EQ(Canonical("9007199254740991"), "9007199254740991");
  EXPECT_EQ(Canonical("-9007199254740991"), "-9007199254740991");
  EXPECT_EQ(Canonical("-0"), "0");
  EXPECT_EQ(Canonical("[9007199254740992]"), "INTEGER_RANGE at 1");
  EXPECT_EQ(Canonical("-9007199254740992"), "INTEGER_RANGE at 0");
  EXPECT_EQ(Canonical(std::string(1000, '9')), "INTEGER_RANGE at 0");
  for (const auto* json : {"1.0", "0.5", "1e3", "1E3", "-1.5", "0e0", "1."}) {
    EXPECT_EQ(Canonical(json), "NOT_INTEGER at 0") << json;
  }
  for (const auto* json : {"01", "-", "+1", "-01", "00", ".5", "-a", "NaN", "Infinity", "0x1"}) {
    EXPECT_FALSE(Canonicalise(json)) << json;
  }
}

TEST(Canonicalise, Strings) {
  EXPECT_EQ(Canonical(R"("\"\\\/\b\f\n\r\t")"), R"("\"\\/\b\f\n\r\t")");
  EXPECT_EQ(Canonical(R"("\u0000\u001F\u0020\u007f\u00e9")"), "\"\\u0000\\u001f \x7F\xC3\xA9\"");
  EXPECT_EQ(Canonical(R"("\uD83D\uDe02")"), "\"\xF0\x9F\x98\x82\"");
  EXPECT_EQ(Canonical(R"("\ufeff\uffff")"), "\"\xEF\xBB\xBF\xEF\xBF\xBF\"");
  EXPECT_EQ(Canonical(R"("a\ud83d")"), "LONE_SURROGATE at 2");
  EXPECT_EQ(Canonical(R"("\ude02\ud83d")"), "LONE_SURROGATE at 1");
  EXPECT_EQ(Canonical(R"("\ud83d\ud83d")"), "LONE_SURROGATE at 1");
  EXPECT_EQ(Canonical(R"("\ud83dx")"), "LONE_SURROGATE at 1");
  EXPECT_EQ(Canonical(R"("\ud83d\n")"), "LONE_SURROGATE at 1");
  EXPECT_EQ(Canonical(R"("\ud83d\u12")"), "SYNTAX at 7");
  EXPECT_EQ(Canonical("\"\xED\xA0\x80\""), "INVALID_UTF8 at 1");
  EXPECT_EQ(Canonical("\"ab\xC0\x80\""), "INVALID_UTF8 at 3");
  EXPECT_EQ(Canonical("\"\xE7\xA2\""), "INVALID_UTF8 at 1");
  EXPECT_EQ(Canonical("\"a\nb\""), "SYNTAX at 2");
  EXPECT_EQ(Canonical(std::string_view("\"\0\"", 3)), "SYNTAX at 1");
  EXPECT_EQ(Canonical("\"abc"), "SYNTAX at 4");
  EXPECT_EQ(Canonical(R"("\x41")"), "SYNTAX at 1");
  EXPECT_EQ(Canonical(R"("\u12g4")"), "SYNTAX at 1");
  EXPECT_EQ(Canonical(R"("\u12)"), "SYNTAX at 1");
  EXPECT_EQ(Canonical("\"\\"), "SYNTAX at 1");
}

TEST(Canonicalise, RefusesWhatIsNotJson) {
  for (const auto* json :
       {"",      " ",         "[",       "]",         "{",          "}",
        "[1,]",  "[,1]",      "[1 2]",   "{\"a\"}",   "{\"a\":}",   "{\"a\":1,}",
        "{,}",   "{a:1}",     "{'a':1}", "{1:1}",     "nul",        "True",
        "nullx", "1 2",       "[1]]",    "//c\n1",    "/**/1",      "\xEF\xBB\xBF[]",
        "[1;2]", "{\"a\" 1}", "\v1",     "[\"a\":1]", "{\"a\":1:2}"}) {
    JsonFault fault{};
    EXPECT_FALSE(Canonicalise(json, &fault)) << json;
    EXPECT_EQ(Name(fault.rule), "SYNTAX") << json;
  }
  EXPECT_EQ(Canonical(std::string_view("1\0", 2)), "SYNTAX at 1");
}

TEST(Canonicalise, KeysOccurOnce) {
  EXPECT_EQ(Canonical(R"({"a":1,"b":2,"a":1})"), "DUPLICATE_KEY at 13");
  EXPECT_EQ(Canonical(R"({"a":1,"\u0061":2})"), "DUPLICATE_KEY at 7");
  EXPECT_EQ(Canonical(R"([{"x":{"":1,"":2}}])"), "DUPLICATE_KEY at 12");
  EXPECT_EQ(Canonical(R"({"a":{"a":{"a":1}}})"), R"({"a":{"a":{"a":1}}})");
}

TEST(Canonicalise, Bounds) {
  EXPECT_EQ(Canonical(Nested(kMaxJsonDepth, '[', ']')), Nested(kMaxJsonDepth, '[', ']'));
  EXPECT_EQ(Canonical(Nested(kMaxJsonDepth + 1, '[', ']')), "TOO_DEEP at 32");
  EXPECT_EQ(Canonical(std::string(1'000'000, '[')), "TOO_DEEP at 32");
  std::string objects;
  for (int i = 0; i < kMaxJsonDepth; ++i) objects += "{\"a\":";
  EXPECT_EQ(Canonical(objects + "{}"), "TOO_DEEP at 160");

  const std::string largest = "\"" + std::string(kMaxJsonBytes - 2, 'x') + "\"";
  EXPECT_EQ(Canonicalise(largest), largest);
  EXPECT_EQ(Canonical(largest + " "), "TOO_LARGE at 1048576");
}

TEST(JsonRule, HasAUniqueName) {
  std::set<std::string_view> names;
  const int count = static_cast<int>(JsonRule::kTooLarge) + 1;
  for (int rule = 0; rule < count; ++rule) names.insert(Name(static_cast<JsonRule>(rule)));
  EXPECT_EQ(names.size(), static_cast<std::size_t>(count));
  EXPECT_FALSE(names.contains(""));
}

}  // namespace
}  // namespace tanji::crypto
