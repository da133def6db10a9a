// The full page in Firefox and WebKit, where they are installed: it opens, draws, is used by hand and by key, and is still.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { serveDist } from "./chromium.mjs";
import { browsers, installed } from "./webdriver.mjs";

const index = await readFile(new URL("../../dist/index.html", import.meta.url), "utf8");
const files = {
  "/errors.js": `window.errors = [];
    for (const type of ["error", "unhandledrejection", "securitypolicyviolation"])
      addEventListener(type, (e) => errors.push(String(e.message ?? e.reason ?? e.violatedDirective)), true);
    console.error = (...what) => errors.push(what.join(" "));`,
  "/others.html": index.replace("<head>", '<head><script src="errors.js"></script>'),
};

for (const { name, commands, packages, start } of browsers) {
  const [command] = commands.map(installed);
  const skip = commands.every(installed) ? false : `${name} is not installed here (Debian: ${packages})`;
  describe(name, { skip }, () => {
    /** @type {Awaited<ReturnType<typeof serveDist>>} */
    let server;
    /** @type {import("./webdriver.mjs").Session} */
    let browser;
    before(async () => {
      server = await serveDist({ files });
      browser = await start(/** @type {string} */ (command));
    });
    after(async () => {
      await browser?.end();
      await server?.close();
    });

    /** @param {string} body with the element as `e` and its shadow tree as `root` */
    const look = (body) => browser.run(`const e = document.querySelector("demarche-timeline");
      await customElements.whenDefined("demarche-timeline"); await e.ready; await e.whenIdle();
      const root = e.shadowRoot; ${body}`);
    /** @param {string} fragment */
    const open = async (fragment) => {
      await browser.open("about:blank");
      await browser.open(new URL(`others.html${fragment}`, server.url).href);
    };

    test("what is drawn is there, and no message tells of an error", async (t) => {
      await open("");
      if (!await browser.run('return !!document.createElement("canvas").getContext("webgl2")')) return t.skip("no WebGL 2 here");
      const { items, graph, asOf } = await look("return e.inspect()");
      assert.equal(asOf, "2022-01-09");
      const ids = items.map((/** @type {any} */ item) => item.id);
      for (const id of ["geneva-2022", "brussels-nrc-2022", "vienna-osce-2022"]) assert.ok(ids.includes(id), id);
      assert.ok(graph.nodes.length >= 5);
      assert.ok(graph.edges.some((/** @type {any} */ edge) => edge.from === "us" && edge.to === "russia"));
      assert.ok(await look("return root.querySelector('.dm-error').hidden"));
      assert.deepEqual(await look("return errors"), []);
    });

    test("a key selects the next event", async () => {
      await open("#focus=geneva-2022");
      await look("root.querySelector('canvas').focus()");
      await browser.act([{ type: "key", id: "keys", actions: [{ type: "keyDown", value: "\uE014" }, { type: "keyUp", value: "\uE014" }] }]);
      const { selection } = await look("return e.inspect()");
      assert.notEqual(selection, "geneva-2022");
      assert.ok(await look("return root.querySelector('.dm-live').textContent !== ''"));
      assert.deepEqual(await look("return errors"), []);
    });

    test("an actor is dragged, however few frames there are", async () => {
      await open("");
      const { x, y } = await look(`const { x, y } = e.inspect().graph.nodes.find(({ id }) => id === "osce");
        const box = root.querySelector("canvas").getBoundingClientRect(); return { x: Math.round(box.left + x), y: Math.round(box.top + y) };`);
      const moveTo = (/** @type {number} */ dx, duration = 0) => ({ type: "pointerMove", x: x + dx, y, duration, origin: "viewport" });
      await browser.act([{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions: [
        moveTo(0), { type: "pointerDown", button: 0 }, moveTo(30, 20), moveTo(60, 20), { type: "pointerUp", button: 0 }] }]);
      assert.match(await look("return e.state.pins"), /^osce:/);
    });

    test("in the dark the title of what is selected is marked by a line", async () => {
      await open("#focus=geneva-2022&theme=dark");
      assert.equal(await look("return getComputedStyle(root.querySelector('.dm-title mark')).textDecorationLine"), "underline");
    });

    test("a panel that a key opens begins with its first control", async () => {
      await open("");
      await look("root.querySelector('.dm-bar .dm-btn-graph').focus()");
      await browser.act([{ type: "key", id: "keys", actions: [{ type: "keyDown", value: "\uE007" }, { type: "keyUp", value: "\uE007" }] }]);
      assert.equal(await look("return root.activeElement?.localName"), "select");
    });

    test("nothing changes: no frame", async () => {
      await open("#focus=geneva-2022");
      const frames = await look("return e.inspect().frames");
      await browser.run("for (let i = 0; i < 60; i++) await new Promise(requestAnimationFrame);");
      assert.equal(await look("return e.inspect().frames"), frames);
    });
  });
}
