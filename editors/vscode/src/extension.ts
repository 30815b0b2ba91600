// The extension: starts the server, and asks what the server cannot ask.

import * as fs from "node:fs";
import * as vscode from "vscode";
import {
  LanguageClient,
  ShowMessageNotification,
  MessageType,
  type LanguageClientOptions,
  type ServerOptions,
} from "vscode-languageclient/node";

import { findServer, isShown, problemWithReason, speaking, withReason, type Level, type Settings, type Shown } from "./server";

const IGNORE_HERE = "contentlint.ignoreHere";
const FIX_ALL = "contentlint.fixAll";
const LANGUAGE = "contentlint.language";
const LEVELS: ReadonlyMap<MessageType, Level> = new Map([
  [MessageType.Error, "error"],
  [MessageType.Warning, "warning"],
]);

let client: LanguageClient | undefined;
let output: vscode.LogOutputChannel;
let dutch: Record<string, string> = {};

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  output = vscode.window.createOutputChannel("contentlint", { log: true });
  dutch = JSON.parse(fs.readFileSync(context.asAbsolutePath("l10n/bundle.l10n.nl.json"), "utf8")) as typeof dutch;
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand("contentlint.restart", restart),
    vscode.commands.registerCommand("contentlint.fixAllHere", fixAllHere),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("contentlint")) {
        await restart();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await stop();
}

async function restart(): Promise<void> {
  await stop();
  await start();
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.dispose().catch((error: unknown) => output.warn(String(error)));
}

async function start(): Promise<void> {
  const given = vscode.workspace.getConfiguration("contentlint");
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const settings: Settings = {
    path: given.get("path", []),
    interpreter: given.get("interpreter", []),
    importStrategy: given.get("importStrategy", "fromEnvironment"),
    args: given.get("args", []),
  };
  const program = findServer(settings, {
    folder,
    platform: process.platform,
    trusted: vscode.workspace.isTrusted,
    exists: (file) => fs.existsSync(file),
  });
  output.info(`starting ${[program.command, ...program.args].join(" ")}`);
  const server: ServerOptions = {
    command: program.command,
    args: [...program.args],
    options: folder === undefined ? {} : { cwd: folder },
  };
  const options: LanguageClientOptions = {
    documentSelector: [
      { scheme: "file", language: "markdown" },
      { scheme: "untitled", language: "markdown" },
    ],
    outputChannel: output,
    middleware: { executeCommand: askForReason },
  };
  const started = new LanguageClient("contentlint", "contentlint", server, options);
  try {
    await started.start();
  } catch (error) {
    const install = "pip install 'contentlint[lsp]'";
    const say = vscode.l10n.t("contentlint does not start ({0}). Install it with: {1}", String(error), install);
    output.error(say);
    await vscode.window.showErrorMessage(say);
    return;
  }
  client = started;
  started.onNotification(ShowMessageNotification.type, (message) => show(message.type, message.message));
}

function show(type: MessageType, text: string): void {
  const level = LEVELS.get(type) ?? "info";
  output[level === "warning" ? "warn" : level](text);
  const shown = vscode.workspace.getConfiguration("contentlint").get<Shown>("showNotifications", "off");
  if (isShown(level, shown)) {
    const tell = {
      error: vscode.window.showErrorMessage,
      warning: vscode.window.showWarningMessage,
      info: vscode.window.showInformationMessage,
    }[level];
    void tell(text);
  }
}

async function askForReason(
  command: string,
  given: unknown[],
  next: (command: string, given: unknown[]) => vscode.ProviderResult<unknown>,
): Promise<unknown> {
  if (command !== IGNORE_HERE) {
    return next(command, given);
  }
  // The findings may be in another language than the program: it has no Dutch of its own.
  const translate = speaking(await next(LANGUAGE, given.slice(0, 1)), dutch, vscode.l10n.t);
  const reason = await vscode.window.showInputBox({
    prompt: translate("Why is it right as it is? The reason stands in a comment on the page."),
    validateInput: (typed) => problemWithReason(typed, translate),
  });
  return reason === undefined ? undefined : next(command, withReason(given, reason));
}

async function fixAllHere(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId === "markdown") {
    await vscode.commands.executeCommand(FIX_ALL, document.uri.toString());
  }
}
