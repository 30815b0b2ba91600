import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { test } from "node:test";

const ROOT = path.join(__dirname, "..", "..");

function texts(file: string): Record<string, string> {
  return JSON.parse(read(file)) as Record<string, string>;
}

function read(file: string): string {
  return fs.readFileSync(path.join(ROOT, file), "utf8");
}

function found(pattern: RegExp, ...files: string[]): string[] {
  return [...new Set(files.flatMap((file) => [...read(file).matchAll(pattern)].map((match) => match[1] ?? "")))].sort();
}

test("everything that the settings say is there in both languages, and nothing else", () => {
  const used = found(/"%([^%"]+)%"/g, "package.json");
  assert.ok(used.length > 10);
  for (const file of ["package.nls.json", "package.nls.nl.json"]) {
    assert.deepEqual(Object.keys(texts(file)).sort(), used);
  }
});

test("everything that the extension says is there in Dutch, and nothing else", () => {
  const said = found(/(?:l10n\.t|translate)\(\s*"([^"]+)"/g, "src/extension.ts", "src/server.ts");
  assert.ok(said.length > 3);
  assert.deepEqual(Object.keys(texts("l10n/bundle.l10n.nl.json")).sort(), said);
});

test("a Dutch text has the same values to fill in, and is no copy", () => {
  for (const [english, dutch] of Object.entries(texts("l10n/bundle.l10n.nl.json"))) {
    assert.deepEqual(dutch.match(/\{\d\}/g), english.match(/\{\d\}/g));
    assert.notEqual(dutch, english);
  }
  const [english, dutch] = [texts("package.nls.json"), texts("package.nls.nl.json")];
  for (const key of Object.keys(english)) {
    assert.notEqual(dutch[key], english[key], key);
  }
});
