// What a link names that is not in the dossier. Such a value changes nothing, and the reader is told so.

/** What shows without a value, of the keys that name something. */
const without = {
  focus: "the overview is shown instead",
  story: "no story is opened",
  edge: "no line of the graph is picked out",
  lens: "the graph shows everything",
};

/** A pair's actors come in either order. @param {string} value */
const idsOf = (value) => value.split(/[:,]/).sort().join();

/**
 * A sentence for the reader; empty where all is found.
 * @param {string} link a permalink that has been applied
 * @param {Record<string, string>} state the state since then
 */
export function missingWords(link, state) {
  const asked = new URLSearchParams(link);
  const missing = /** @type {(keyof typeof without)[]} */ (Object.keys(without)).filter((key) => {
    const value = asked.get(key);
    return value && idsOf(value) !== idsOf(state[key] ?? "");
  });
  if (missing.length === 0) return "";
  // Ids only: nobody is to put sentences of theirs on the page by a link.
  const names = missing.map((key) => asked.get(key) ?? "").filter((id) => /^[\w.:,~-]{1,60}$/.test(id));
  return `${names.map((id) => `“${id}”`).join(" and ") || "What the link names"} cannot be found here: ` +
    `${state[missing[0]] ? "what was shown stays" : without[missing[0]]}.`;
}
