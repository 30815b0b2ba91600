// Finds the program to run. Knows nothing of VS Code, so that it can be tested without.

import * as path from "node:path";

export interface Settings {
  readonly path: readonly string[];
  readonly interpreter: readonly string[];
  readonly importStrategy: "fromEnvironment" | "useBundled";
  readonly args: readonly string[];
}

export interface Surroundings {
  /** The folder that is open; undefined when none is. */
  readonly folder: string | undefined;
  readonly platform: NodeJS.Platform;
  /** Whether the person trusts the folder: if not, nothing in it is run. */
  readonly trusted: boolean;
  readonly exists: (file: string) => boolean;
}

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
}

/** Return the program that serves, by the settings and what there is on disk. */
export function findServer(settings: Settings, around: Surroundings): Program {
  const serve = ["lsp", ...settings.args];
  for (const name of settings.path) {
    const file = expand(name, around.folder);
    if (around.exists(file)) {
      return { command: file, args: serve };
    }
  }
  const [python, ...rest] = settings.interpreter;
  if (settings.importStrategy === "fromEnvironment") {
    if (python !== undefined) {
      return { command: expand(python, around.folder), args: [...rest, "-m", "contentlint", ...serve] };
    }
    const own = inEnvironment(around);
    if (own !== undefined) {
      return { command: own, args: serve };
    }
  }
  return { command: "contentlint", args: serve };
}

function expand(name: string, folder: string | undefined): string {
  return folder === undefined ? name : name.replaceAll("${workspaceFolder}", folder);
}

function inEnvironment(around: Surroundings): string | undefined {
  if (around.folder === undefined || !around.trusted) {
    return undefined;
  }
  const paths = around.platform === "win32" ? path.win32 : path.posix;
  const program = around.platform === "win32" ? ["Scripts", "contentlint.exe"] : ["bin", "contentlint"];
  return [".venv", "venv"].map((name) => paths.join(around.folder ?? "", name, ...program)).find(around.exists);
}

export type Level = "error" | "warning" | "info";
export type Shown = "off" | "onError" | "onWarning" | "always";

const LEAST: Readonly<Record<Shown, number>> = { off: 4, onError: 3, onWarning: 2, always: 1 };
const WEIGHT: Readonly<Record<Level, number>> = { error: 3, warning: 2, info: 1 };

/** Whether a message of the server is shown in a notification. */
export function isShown(level: Level, shown: Shown): boolean {
  return WEIGHT[level] >= LEAST[shown];
}

/** Return the arguments of the command that silences a finding, with the reason that a person gave. */
export function withReason(given: readonly unknown[], reason: string): unknown[] {
  return [...given.slice(0, 4), reason.trim()];
}

/** Says something in the language of the program. */
export type Translate = (text: string, ...values: string[]) => string;

/** Return what speaks a language of the server's: Dutch or English; the program's own where that is not known. */
export function speaking(language: unknown, dutch: Readonly<Record<string, string>>, own: Translate): Translate {
  if (language !== "nl" && language !== "en") {
    return own;
  }
  return (text, ...values) =>
    values.reduce((said, value, number) => said.replace(`{${number}}`, () => value), (language === "nl" && dutch[text]) || text);
}

/** Say why a reason cannot stand in a comment; undefined when it can. */
export function problemWithReason(reason: string, translate: Translate): string | undefined {
  if (reason.trim() === "") {
    return translate("Say why: a reason helps whoever reads the comment later.");
  }
  const sign = ["-->", "--!>", "{{<", "{{%", "<!--"].find((one) => reason.includes(one));
  return sign === undefined
    ? undefined
    : translate("The reason stands in a comment on the page, so it cannot hold ‘{0}’.", sign);
}
