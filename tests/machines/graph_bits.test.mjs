// The same dossier, the same picture on every machine: the layout of the graph, compiled for this machine and as
// WebAssembly, is equal to the bit.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const demarche = process.env.DEMARCHE_CLI ?? join(root, "build/dev/src/cli/demarche");
const native = join(demarche, "../../../tests/machines/graph_bits");
const wasm = join(root, "build/web-release/tests/machines/graph_bits.cjs");

/** @param {string} program @param {string[]} args @param {string} input */
const run = (program, args, input = "") => execFileSync(program, args, { input, encoding: "utf8", maxBuffer: 1 << 28 });
/** @param {number} events @param {number} actors */
const generated = (events, actors) =>
  run(demarche, ["generate", "--events", `${events}`, "--actors", `${actors}`, "--seed", "3"]);

/** @type {[string, () => string][]} */
const dossiers = [
  ["the talks of 2022", () => readFileSync(join(root, "assets/dossiers/ukraine-talks-2022.json"), "utf8")],
  ["30 actors", () => generated(300, 30)],
  ["2,000 actors, most of them dots", () => generated(6000, 2000)],
];

for (const [name, json] of dossiers) {
  test(`${name}: natively and as WebAssembly to the same bits`, () => {
    const text = json();
    const here = run(native, [], text);
    const seen = Object.fromEntries(here.trim().split("\n").map((line) => line.split(": ")));
    for (const part of ["dossier, places", "desktop, zoom 1, nodes", "phone, zoom 11, edges"])
      assert.match(seen[part], /^[1-9]/, `${part}: there is something to compare`);
    assert.equal(run(process.execPath, [wasm], text), here);
  });
}
