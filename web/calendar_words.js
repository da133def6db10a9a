// The words of dates in the reader's language for the canvas, from the browser's own data: the lines
// that src/core/dates/calendar_words.h reads.

const months = Array.from({ length: 12 }, (_, i) => Date.UTC(2001, i, 9));
const weekdays = Array.from({ length: 7 }, (_, i) => Date.UTC(2001, 3, 1 + i));  // from a Sunday on
const units = ["year", "month", "day", "hour", "minute", "second"];
const widths = /** @type {const} */ (["long", "short"]);

// Latin, Greek, Cyrillic and punctuation, as the font files are cut (src/core/dossier/scripts.h).
const drawable = /^[\n\x20-\u052f\u2010-\u203f]*$/;

/**
 * Lines of words; empty for English, which is built in, and for languages in scripts that the canvas
 * has no typeface for.
 * @param {string} lang BCP 47
 */
export function calendarWords(lang) {
  if (!lang || /^en\b/i.test(lang)) return "";
  try {
    const text = lines(`${lang}-u-ca-gregory-nu-latn`)
      .map((line) => line.replace(/\s/g, " ").replace(/\u02bc/g, "\u2019")).join("\n");
    return drawable.test(text) ? text : "";
  } catch {
    return "";  // not a language tag
  }
}

/** @param {string} locale */
function lines(locale) {
  const format = (/** @type {Intl.DateTimeFormatOptions} */ options) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  const names = (/** @type {Intl.DateTimeFormatOptions} */ options, /** @type {string} */ type,
    /** @type {number[]} */ dates) => {
    const formatter = format(options);
    return dates.map((date) => partOf(formatter.formatToParts(date), type));
  };
  const pattern = (/** @type {Intl.DateTimeFormatOptions} */ options) =>
    format(options).formatToParts(months[0]).map(({ type, value }) => letterOf(type, options) ?? value).join("").trim();
  const day = "numeric", year = "numeric";
  const { digits, samples } = plurals(locale);
  return [
    ...names({ month: "long", year }, "month", months),
    ...names({ month: "short" }, "month", months),
    ...widths.flatMap((month) => names({ day, month, year }, "month", months)),
    ...widths.flatMap((weekday) => names({ weekday }, "weekday", weekdays)),
    pattern({ weekday: "long", day, month: "long", year }),
    pattern({ weekday: "short", day, month: "short", year }),
    pattern({ weekday: "short", day, month: "short" }),
    pattern({ day, month: "short", year }),
    pattern({ day, month: "short" }),
    pattern({ month: "long", year }),
    pattern({ month: "short", year }),
    format({ year, era: "short" }).formatToParts(Date.UTC(-43, 0)).map(({ type, value }) =>
      type === "year" ? "%y" : value).join("").trim(),
    new Intl.NumberFormat(locale).formatToParts(1234567).find(({ type }) => type === "group")?.value ?? "",
    "~",
    digits,
    ...widths.flatMap((unitDisplay) => units.map((unit) => {
      const number = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay });
      return samples.map((n) => number.formatToParts(n).map(({ type, value }) =>
        type === "integer" ? "%n" : value).join("")).join("|");
    })),
  ];
}

/** @param {Intl.DateTimeFormatPart[]} parts @param {string} type */
function partOf(parts, type) { return parts.find((part) => part.type === type)?.value ?? ""; }

/** What stands for a part in a pattern. Months beside a day may be other words than months alone.
 * @param {string} type @param {Intl.DateTimeFormatOptions} options */
function letterOf(type, options) {
  if (type === "day") return "%d";
  if (type === "year") return "%y";
  if (type === "weekday") return options.weekday === "long" ? "%E" : "%e";
  if (type !== "month") return undefined;
  const letter = options.day ? "m" : "l";
  return `%${options.month === "long" ? letter.toUpperCase() : letter}`;
}

/** Which form counts n, for n up to 199, and an n for each form. @param {string} locale */
function plurals(locale) {
  const rules = new Intl.PluralRules(locale);
  /** @type {string[]} */
  const forms = [];
  /** @type {number[]} */
  const samples = [];
  let digits = "";
  for (let n = 0; n < 200; n++) {
    const form = rules.select(n);
    if (!forms.includes(form)) { forms.push(form); samples.push(n); }
    digits += forms.indexOf(form);
  }
  return { digits, samples };
}
