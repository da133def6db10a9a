// The replies: shown for what is selected, all at once by the switch in the bar or its key, and in the link.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { idle, inspect, start, state } from "./timeline.mjs";

/** @type {Awaited<ReturnType<typeof start>>} */
let web;
before(async () => { web = await start(); });
afterEach(() => web.closePages());
after(() => web.stop());

test("the switch shows all replies and takes them back; the address keeps it", async () => {
  const page = await web.open("");
  assert.deepEqual((await inspect(page)).links, []);
  const button = page.getByRole("button", { name: "All replies" });
  assert.equal(await button.getAttribute("aria-pressed"), "false");
  await button.click();
  const all = (await inspect(page)).links;
  assert.ok(all.length > 10, `${all.length} links`);
  assert.equal(await button.getAttribute("aria-pressed"), "true");
  await page.waitForURL(/links=all/);
  await page.reload();
  assert.deepEqual((await inspect(page)).links, all);
  await button.click();
  assert.deepEqual((await inspect(page)).links, []);
});

test("on a phone the switch is there as well, and a selection shows its own", async () => {
  const page = await web.open("#focus=russia-draft-treaties", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const own = (await inspect(page)).links.length;
  assert.ok(own > 0);
  await page.getByRole("button", { name: "All replies" }).tap();
  assert.ok((await inspect(page)).links.length > own);
  assert.equal((await state(page)).links, "all");
});

test("a dossier without replies has no switch", async () => {
  const page = await web.open("icon.svg");
  await page.route("**/plain.json", (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify({
    format: "demarche/1", id: "plain", title: "Plain", lang: "en",
    sources: [{ id: "S1", title: "Report", publisher: "Gazette", kind: "press" }],
    tracks: [{ id: "t", name: "Talks", group: "Talks" }], actors: [],
    events: [{ id: "e", title: "One", date: "2022-01-10", track: "t", status: "occurred", sources: [{ id: "S1" }] }],
  }) }));
  await page.route("**/plain.html", (route) => route.fulfill({ contentType: "text/html", body:
    `<!doctype html><script type="module" src="demarche.js"></script><demarche-timeline src="plain.json"></demarche-timeline>` }));
  await page.goto(new URL("plain.html", web.server.url).href);
  await idle(page);
  assert.equal(await page.getByRole("button", { name: "All replies" }).count(), 0);
});
