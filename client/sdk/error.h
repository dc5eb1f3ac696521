// What went wrong, for people and for scripts. Every error of the client is one of five kinds,
// which are also the exit codes of `tanji`; it has a stable name, the parameters of its message,
// and a message in Chinese and in English.
#pragma once

#include <string>
#include <string_view>

#include "client/sdk/text.h"

namespace tanji::client {

// The numbers are exit codes and never change.
enum class ErrorKind : int {
  kUsage = 1,        // the command or the input file says something that cannot be done
  kRefused = 2,      // the ledger refused it
  kUnverified = 3,   // what the node said does not stand up to verification
  kUnreachable = 4,  // no answer from the node, or it cannot answer now
  kLocal = 5,        // a file, key or pinned policy on this machine
};

// A kind of error that the client itself finds. Declared as constants in faults.h and beside the
// commands; those of the ledger are values of enum Code.
struct Fault {
  ErrorKind kind;
  // Stable, for scripts: upper case, such as KEY_FILE_MODE.
  std::string_view name;
  Text text;
};

class Error {
 public:
  explicit Error(const Fault& fault, Detail detail = {});
  // A refusal of the ledger, or what a verifier found.
  Error(ErrorKind kind, v1::Code code, Detail detail = {});
  // What a node said in words that this program does not know: its own texts are passed on.
  Error(ErrorKind kind, std::string name, std::string zh, std::string en, Detail detail = {});

  ErrorKind kind() const { return kind_; }
  // Such as KEY_FILE_MODE or WRONG_CHAIN.
  const std::string& name() const { return name_; }
  // CODE_OK where the error is not one of the ledger's codes.
  v1::Code code() const { return code_; }
  const Detail& detail() const { return detail_; }
  std::string Message(Language language) const;

  // The same request may be sent again: the node was busy, away or behind.
  bool retryable() const { return retryable_; }
  Error&& Retryable() && {
    retryable_ = true;
    return std::move(*this);
  }
  // Replaces or adds a parameter.
  void Set(std::string_view name, std::string value);

 private:
  ErrorKind kind_;
  std::string name_;
  v1::Code code_ = v1::CODE_OK;
  std::string zh_;
  std::string en_;
  Detail detail_;
  bool retryable_ = false;
};

}  // namespace tanji::client
