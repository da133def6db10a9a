// The tables of zones that the page makes: zone_table.h reads them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { zoneTable } from "../../web/zones.js";

const seconds = (/** @type {string} */ iso) => Date.parse(iso) / 1000;
const from = seconds("2021-01-01T00:00:00Z"), to = seconds("2022-03-01T00:00:00Z");

test("a table has the changes of the dossier's span, to the second", async () => {
  const lines = (await zoneTable("Europe/Zurich", "Geneva", from, to)).split("\n");
  assert.equal(lines[0], "Geneva");
  assert.equal(lines[1], "3600");
  assert.ok(lines.includes(`${seconds("2021-03-28T01:00:00Z")} 7200`));
  assert.ok(lines.includes(`${seconds("2021-10-31T01:00:00Z")} 3600`));
  const moscow = (await zoneTable("Europe/Moscow", "Moscow", seconds("2010-01-01T00:00:00Z"), to)).split("\n");
  assert.ok(moscow.includes(`${seconds("2014-10-25T22:00:00Z")} 10800`), "since then Moscow has one time");
  assert.equal(moscow[moscow.length - 1], `${seconds("2014-10-25T22:00:00Z")} 10800`);
  assert.match(await zoneTable("Asia/Kathmandu", "x", from, to), /^x\n20700$/);
});

test("changes ascend, also where clocks are set twice a month", async () => {
  const lines = (await zoneTable("Africa/Casablanca", "x", seconds("2019-01-01T00:00:00Z"), to)).split("\n").slice(2);
  const times = lines.map((line) => Number(line.split(" ")[0]));
  assert.ok(times.length >= 8, `${times.length} changes`);
  assert.deepEqual(times, [...times].sort((a, b) => a - b));
});

test("a place's new name is known under its old one", async () => {
  assert.match(await zoneTable("Europe/Kyiv", "Kyiv", from, to), /^Kyiv\n7200\n/);
});

test("UTC, and what is no zone, needs no table", async () => {
  for (const zone of ["UTC", "No/Where", "x"]) assert.equal(await zoneTable(zone, "x", from, to), "", zone);
});

test("deep time costs no more than the years that have rules", async () => {
  const lines = (await zoneTable("Europe/Paris", "Paris", -5e12, 5e12)).split("\n").slice(2);
  assert.ok(lines.length > 50 && lines.length < 500, `${lines.length} changes`);
});
