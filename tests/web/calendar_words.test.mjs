// The words of dates that the page makes for the canvas: their order is what calendar_words.h reads.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarWords } from "../../web/calendar_words.js";

test("a table has the lines that the core reads", () => {
  for (const lang of ["uk", "ru", "fr", "de", "de-AT", "pl", "el", "tr", "sl", "lt"]) {
    const lines = calendarWords(lang).split("\n");
    assert.equal(lines.length, 85, lang);
    assert.equal(new Set(lines.slice(0, 12)).size, 12, `${lang}: long months`);
    assert.equal(new Set(lines.slice(48, 55)).size, 7, `${lang}: weekdays`);
    for (const pattern of lines.slice(62, 67)) assert.match(pattern, /%d/, lang);
    for (const pattern of [62, 63, 65, 67, 68, 69].map((i) => lines[i])) assert.match(pattern, /%y/, lang);
    assert.match(lines[72], /^\d{200}$/, lang);
    const forms = Math.max(...lines[72]) + 1;
    for (const unit of lines.slice(73)) {
      assert.equal(unit.split("|").length, forms, lang);
      for (const form of unit.split("|")) assert.match(form, /%n/, `${lang}: ${unit}`);
    }
  }
});

test("words are those of the language", () => {
  const german = calendarWords("de").split("\n"), ukrainian = calendarWords("uk").split("\n");
  assert.deepEqual([german[0], german[49], german[66]], ["Januar", "Montag", "%d. %m"]);
  assert.deepEqual([ukrainian[0], ukrainian[24], ukrainian[49]], ["січень", "січня", "понеділок"]);
  assert.equal(ukrainian[73], "%n років|%n рік|%n роки");
});

test("English is built in; what cannot be drawn or is no language stays English", () => {
  for (const lang of ["", "en", "en-US", "ar", "ja", "hi", "no language"]) assert.equal(calendarWords(lang), "", lang);
});
