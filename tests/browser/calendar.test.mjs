// Dates on the canvas in the reader's language and in the zone of a place, with the browser's own data.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { idle, inspect, itemOf, start, state } from "./timeline.mjs";

/** @type {Awaited<ReturnType<typeof start>>} */
let web;
before(async () => { web = await start(); });
afterEach(() => web.closePages());
after(() => web.stop());

/** @param {import("playwright-core").Page} page */
const labels = async (page) => (await inspect(page)).axis.ticks.map((/** @type {any} */ tick) => tick.label);
/** @param {import("playwright-core").Page} page @param {object} change */
const set = async (page, change) => {
  await page.evaluate((state) => { /** @type {any} */ (document.querySelector("demarche-timeline")).state = state; }, change);
  await idle(page);
};

test("dates are in the reader's language, and again when it changes", async () => {
  const page = await web.open("#view=timeline&lang=uk");
  await idle(page);
  assert.ok((await labels(page)).includes("пн 10"), "Ukrainian");
  await set(page, { lang: "de" });
  assert.ok((await labels(page)).includes("Mo 10"), "German");
  await set(page, { lang: "ar" });
  assert.ok((await labels(page)).includes("Mon 10"), "no letters for Arabic: English");
  await set(page, { lang: "" });
  assert.ok((await labels(page)).includes("Mon 10"), "the dossier's own");
});

test("a call stands in the day that the zone has then, a day in its own", async () => {
  const page = await web.open("#view=timeline&axis=linear&as-of=2022-01-02&range=2021-12-29/2022-01-01" +
    "&focus=biden-putin-call-2021", { timezoneId: "Asia/Tokyo" });
  await idle(page);
  const day = async () => {
    const seen = await inspect(page);
    const call = itemOf(seen, "biden-putin-call-2021");
    const begun = seen.axis.ticks.filter((/** @type {any} */ tick) => / \d/.test(tick.label) && tick.x <= call.x + 5);
    return begun[begun.length - 1].date.slice(0, 10);
  };
  const pane = () => page.locator(".dm-pane-content .dm-when").innerText();
  assert.equal(await day(), "2021-12-30", "in Wilmington, where it was made");
  assert.doesNotMatch(await pane(), /In |My time/);
  await set(page, { zone: "Europe/Moscow" });
  assert.match(await pane(), /15:35 .*In Moscow: 23:35/s);
  assert.equal(await day(), "2021-12-30");
  await page.locator("canvas").focus();
  await page.keyboard.press("z");
  await idle(page);
  assert.equal((await state(page)).zone, "", "round again to the place");
  await page.keyboard.press("z");
  await idle(page);
  assert.equal((await state(page)).zone, "local");
  assert.equal(await day(), "2021-12-31", "in Tokyo");
  assert.match(await pane(), /My time: Friday 31 December 2021, 05:35/);
});
