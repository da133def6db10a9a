// The frame in a newsroom's page: its height, its parameters, the messages it obeys, several elements.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { idle, inspect, start } from "./timeline.mjs";

/** @type {Awaited<ReturnType<typeof start>>} */
let web;
before(async () => { web = await start(); });
afterEach(() => web.closePages());
after(() => web.stop());

test("the frame tells its height in every form, once", async () => {
  const page = await web.openArticle('<iframe src="embed.html?src=dossiers/ukraine-talks-2022.json&childId=talks" width="720" height="200"></iframe>');
  await page.waitForFunction(() => /** @type {any} */ (window).heard.length >= 5);
  const frame = page.frames()[1];
  await idle(frame);
  const heard = await page.evaluate(() => /** @type {any} */ (window).heard);
  assert.deepEqual(heard.filter((/** @type {any} */ one) => one["datawrapper-height"]), [{ "datawrapper-height": { talks: 460 } }]);
  assert.ok(heard.includes("pymxPYMxtalksxPYMxheightxPYMx460"));
  assert.ok(heard.some((/** @type {any} */ one) => one.sentinel === "amp" && one.type === "embed-size" && one.height === 460));
});

test("query parameters are the element's attributes", async () => {
  const page = await web.openArticle('<iframe src="embed.html?src=dossiers/ukraine-talks-2022.json&focus=geneva-2022&axis=linear&as-of=2022-01-10" width="720" height="460"></iframe>');
  await page.waitForFunction(() => /** @type {any} */ (window).heard.length > 0);
  const seen = await inspect(page.frames()[1]);
  assert.equal(seen.selection, "geneva-2022");
  assert.equal(seen.axis.kind, "linear");
  assert.equal(seen.asOf, "2022-01-10");
});

test("only the parent's message of the documented form changes the state", async () => {
  const page = await web.openArticle(`<iframe id="a" src="embed.html?src=dossiers/ukraine-talks-2022.json" width="720" height="460"></iframe>`);
  await page.waitForFunction(() => /** @type {any} */ (window).heard.length > 0);
  const frame = page.frames()[1];
  await idle(frame);
  const post = (/** @type {unknown} */ message) => page.evaluate((data) =>
    /** @type {HTMLIFrameElement} */ (document.getElementById("a")).contentWindow?.postMessage(data, "*"), message);
  await post("focus=geneva-2022");
  await post({ focus: "geneva-2022" });
  await post({ demarche: [1, 2] });
  await frame.evaluate(() => postMessage({ demarche: { focus: "vienna-osce-2022" } }, "*"));
  await post({ demarche: { focus: "geneva-2022", src: "javascript:alert(1)" } });
  await frame.waitForFunction(() => /** @type {any} */ (document.querySelector("demarche-timeline")).state.focus === "geneva-2022");
});

test("several elements share a page and each keeps its own state", async () => {
  const page = await web.openArticle(`<demarche-timeline src="dossiers/ukraine-talks-2022.json" focus="geneva-2022"></demarche-timeline>
    <demarche-timeline src="dossiers/ukraine-talks-2022.json" focus="vienna-osce-2022" theme="dark"></demarche-timeline>`);
  const selections = await page.evaluate(async () => {
    const all = /** @type {any[]} */ ([...document.querySelectorAll("demarche-timeline")]);
    await Promise.all(all.map((element) => element.ready));
    return all.map((element) => element.inspect().selection);
  });
  assert.deepEqual(selections, ["geneva-2022", "vienna-osce-2022"]);
});
