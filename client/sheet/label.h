// The facts of one label, ready to print. The library neither formats nor checks them: whoever
// fills this in has read them from a verified answer of the ledger.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tanji::client::sheet {

// UTF-8, one paragraph. Where one language is empty or both are the same, one line is printed.
struct Text {
  std::string zh;
  std::string en;
};

// An empty text is left out, along with the words that would introduce it.
struct SheetLabel {
  Text scheme;   // the scheme's name
  Text product;  // the product's name
  Text claim;    // the sentence that the scheme lets be printed
  // The scheme is an example that nobody runs: 示例 · EXAMPLE stands on the label.
  bool example = false;
  std::string grade;         // as the scheme names it, such as "A"
  std::string value;         // with its unit: "0.412 kg CO₂e/kg"
  std::string limit;         // likewise, with its relation: "≤ 0.600 kg CO₂e/kg"
  std::string harvest_year;  // "2025"
  std::string lot;           // the lot number that people use, at most 20 characters (GS1 AI 10)
  Text producer;
  Text certifier;
  std::string serial;  // of the label, as one word: "BT153C9KX07WQMZBT"; printed in groups of four
  // The number of the crate or fruit within the label. nullopt: the link is the same on all of
  // them, and the label says that its QR code has no unit serial.
  std::optional<std::uint64_t> unit;
  // What the QR code holds, byte for byte: 1 to kMaxLinkBytes (svg.h) bytes of UTF-8. Opaque here.
  std::string link;
  // What is not assessed, and what else must be said, a sentence or less each:
  // {"建园：未评估", "Establishment: not assessed"}.
  std::vector<Text> notes;
};

}  // namespace tanji::client::sheet
