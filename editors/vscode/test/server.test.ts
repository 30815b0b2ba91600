import assert from "node:assert/strict";
import { test } from "node:test";

import { findServer, isShown, problemWithReason, speaking, withReason, type Settings, type Surroundings } from "../src/server";

const SETTINGS: Settings = { path: [], interpreter: [], importStrategy: "fromEnvironment", args: [] };

function around(files: string[], more: Partial<Surroundings> = {}): Surroundings {
  return { folder: "/site", platform: "linux", trusted: true, exists: (file) => files.includes(file), ...more };
}

test("the first path that exists is used", () => {
  const settings = { ...SETTINGS, path: ["/none", "${workspaceFolder}/bin/contentlint", "/other"] };
  const found = findServer(settings, around(["/site/bin/contentlint", "/other"]));
  assert.deepEqual(found, { command: "/site/bin/contentlint", args: ["lsp"] });
});

test("the Python that is named goes before the environment of the folder", () => {
  const settings = { ...SETTINGS, interpreter: ["/usr/bin/python3", "-I"], args: ["--lang", "nl"] };
  const found = findServer(settings, around(["/site/.venv/bin/contentlint"]));
  assert.deepEqual(found, { command: "/usr/bin/python3", args: ["-I", "-m", "contentlint", "lsp", "--lang", "nl"] });
});

test("the environment of the folder goes before the path of the system", () => {
  assert.equal(findServer(SETTINGS, around(["/site/venv/bin/contentlint"])).command, "/site/venv/bin/contentlint");
  assert.equal(findServer(SETTINGS, around([])).command, "contentlint");
});

test("on Windows the environment is laid out otherwise", () => {
  const file = "C:\\site\\.venv\\Scripts\\contentlint.exe";
  assert.equal(findServer(SETTINGS, around([file], { folder: "C:\\site", platform: "win32" })).command, file);
});

test("nothing of a folder that is not trusted is run", () => {
  assert.equal(findServer(SETTINGS, around(["/site/.venv/bin/contentlint"], { trusted: false })).command, "contentlint");
});

test("without the environment the program on the path is used", () => {
  const settings: Settings = { ...SETTINGS, importStrategy: "useBundled", interpreter: ["python3"] };
  assert.equal(findServer(settings, around(["/site/.venv/bin/contentlint"])).command, "contentlint");
});

test("without a folder nothing is looked for in one", () => {
  const settings = { ...SETTINGS, path: ["${workspaceFolder}/x"] };
  assert.equal(findServer(settings, around(["/x"], { folder: undefined })).command, "contentlint");
});

test("notifications are shown from the level that was chosen", () => {
  const shown = (["error", "warning", "info"] as const).map((level) =>
    (["off", "onError", "onWarning", "always"] as const).map((choice) => isShown(level, choice)),
  );
  assert.deepEqual(shown, [
    [false, true, true, true],
    [false, false, true, true],
    [false, false, false, true],
  ]);
});

test("a reason goes behind the place, and takes the place of an earlier one", () => {
  assert.deepEqual(withReason(["u", "rule", 1, 2], " so "), ["u", "rule", 1, 2, "so"]);
  assert.deepEqual(withReason(["u", "rule", 1, 2, "old"], "new"), ["u", "rule", 1, 2, "new"]);
});

test("a reason that would end the comment is refused", () => {
  const plain = (text: string, ...values: string[]) => text.replace("{0}", values[0] ?? "");
  assert.equal(problemWithReason("the title of a book", plain), undefined);
  assert.match(problemWithReason(" ", plain) ?? "", /Say why/);
  assert.match(problemWithReason("so --> there", plain) ?? "", /‘-->’/);
});

test("what is asked is in the language of the findings", () => {
  const dutch = { "Not {0}.": "Niet {0}." };
  const own = () => "the program's own";
  assert.equal(speaking("nl", dutch, own)("Not {0}.", "$&"), "Niet $&.");
  assert.equal(speaking("en", dutch, own)("Not {0}.", "so"), "Not so.");
  assert.equal(speaking("nl", dutch, own)("New."), "New.");
  assert.equal(speaking(undefined, dutch, own)("Not {0}.", "so"), "the program's own");
});
