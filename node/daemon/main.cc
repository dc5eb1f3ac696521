// tanjid: a node of a Tanji ledger.
#include <fmt/format.h>
#include <google/protobuf/util/json_util.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "node/daemon/audit_commands.h"
#include "node/daemon/init.h"
#include "node/daemon/start.h"
#include "node/daemon/text.h"

namespace tanji::node {
namespace {

int Fail(const absl::Status& status) {
  fmt::print(stderr, "tanjid: {}\n", MessageOf(status));
  return 1;
}

int RunKeysOnly(const InitOptions& options) {
  const auto identity = MakeNodeKeys(options.directory, options.node_id);
  if (!identity.ok()) return Fail(identity.status());
  google::protobuf::util::JsonPrintOptions print;
  print.add_whitespace = true;
  print.preserve_proto_field_names = true;
  std::string json;
  if (!google::protobuf::util::MessageToJsonString(*identity, &json, print).ok()) return 1;
  fmt::print("{}", json);
  return 0;
}

int RunInit(const InitOptions& options) {
  const auto report = InitNode(options);
  if (!report.ok()) return Fail(report.status());
  if (!report->operator_key_file.empty()) {
    fmt::print(
        "{}\n{}\n",
        Say("已生成只有一个机构的创世文件，仅供试用。该机构的私钥（供 tanji --key 使用）在：",
            "Made a genesis of one organisation, for trying out only. Its private key, for "
            "tanji --key, is in:"),
        report->operator_key_file);
  }
  fmt::print("{}\n  tanjid start --config {}\n", Say("启动节点：", "Start the node with:"),
             report->config_file);
  return 0;
}

// The subcommands; each sets `status` when it is the one that was asked for.

std::string Text(std::string_view zh, std::string_view en) {
  return std::string(Say(zh, en));
}

void AddConfig(CLI::App& command, std::string& file) {
  command.add_option("--config", file, Text("配置文件", "The configuration file"))->required();
}

void AddInit(CLI::App& app, int& status) {
  auto& command = *app.add_subcommand(
      "init", Text("建立节点目录：密钥、配置和账本",
                   "Make the directory of a node: keys, configuration, ledger"));
  auto options = std::make_shared<InitOptions>();
  auto keys_only = std::make_shared<bool>(false);
  command.add_option("--dir", options->directory, Text("目录", "The directory"))->required();
  command.add_option("--chain-id", options->chain_id,
                     Text("账本编号，形如 host/path", "The ledger's id, host/path"));
  command
      .add_option("--node-id", options->node_id,
                  Text("本节点在创世文件中的编号", "This node's id in the genesis"))
      ->capture_default_str();
  command.add_option("--genesis", options->genesis_file,
                     Text("创世文件；不给则生成一份试用的",
                          "The genesis file; without it one for trying out is made"));
  command.add_flag("--keys-only", *keys_only,
                   Text("只生成密钥，并打印应写入创世文件的 NodeIdentity",
                        "Only make the keys, and print the NodeIdentity that goes into a genesis"));
  command.callback([=, &status] {
    if (!*keys_only && options->chain_id.empty()) throw CLI::RequiredError("--chain-id");
    status = *keys_only ? RunKeysOnly(*options) : RunInit(*options);
  });
}

void AddStart(CLI::App& app, int& status) {
  auto& command = *app.add_subcommand("start", Text("运行节点", "Run the node"));
  auto options = std::make_shared<StartOptions>();
  AddConfig(command, options->config_file);
  command.add_flag("--accept-clock", options->accept_clock,
                   Text("确认本机时钟无误", "Say that this machine's clock is right"));
  command.callback([=, &status] { status = RunNode(*options); });
}

void AddFsck(CLI::App& app, int& status) {
  auto& command =
      *app.add_subcommand("fsck", Text("核对磁盘上的全部字节（节点须已停止）",
                                       "Check every byte on disk (the node must be stopped)"));
  auto config = std::make_shared<std::string>();
  AddConfig(command, *config);
  command.callback([=, &status] { status = RunFsck(*config); });
}

void AddReplay(CLI::App& app, int& status) {
  auto& command = *app.add_subcommand(
      "replay",
      Text("从创世起重新执行整个日志并逐字节比较（节点须已停止）",
           "Execute the whole log again and compare every byte (the node must be stopped)"));
  auto config = std::make_shared<std::string>();
  auto explain = std::make_shared<std::string>();
  AddConfig(command, *config);
  command.add_option("--explain", *explain,
                     Text("说明这笔交易为何被拒绝（交易编号）",
                          "Say why this transaction was refused, by its id"));
  command.callback([=, &status] { status = RunReplay(*config, *explain); });
}

int Main(int argc, char** argv) {
  CLI::App app{Text("碳籍节点", "A node of a Tanji ledger"), "tanjid"};
  app.set_version_flag("--version", std::string("tanjid " TANJI_VERSION));
  app.require_subcommand(1);
  int status = 0;
  AddInit(app, status);
  AddStart(app, status);
  AddFsck(app, status);
  AddReplay(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error);
  }
  return status;
}

}  // namespace
}  // namespace tanji::node

int main(int argc, char** argv) {
  return tanji::node::Main(argc, argv);
}
