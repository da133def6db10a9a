// Who takes part, in the versions of package.json. `form` is the form of the events in data.mjs; none: the dossier.
// `query` goes to the page. `note` is what a reader of the table must know.

/** @typedef {{name: string, page: string, form?: string, query?: string, note: string}} Tool */

const visNote = "nothing is stacked, so its titles lie on top of each other";

/** @type {Tool[]} */
export const tools = [
  { name: "Demarche", page: "demarche",
    note: "with header and reading pane; its events also have summaries, actors, sources and moves" },
  { name: "vis-timeline", page: "vis-timeline", form: "vis-timeline", note: visNote },
  { name: "vis-timeline, lanes", page: "vis-timeline", form: "vis-timeline", query: "lanes", note: visNote },
  { name: "TimelineJS3", page: "timelinejs", form: "timelinejs",
    note: "shows two screens' width of its time at first; zooms by its buttons; its web fonts are left out" },
  { name: "timelines-chart", page: "timelines-chart", form: "timelines-chart",
    note: "shows no titles; zooms and pans by its overview's brush and draws when that is let go, three times" },
  { name: "@gravity-ui/timeline", page: "gravity", form: "gravity",
    note: "shows no titles; its wheel never shows more than two months, so from the first notch on most events are out of view" },
];
