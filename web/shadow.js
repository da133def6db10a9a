// The shadow tree of the element: bar, canvas, pane, and what lies over them. The order is the tab
// order: bar, canvas (one stop), evidence, pane.

import elementCss from "./styles/element.css";
import paneCss from "./styles/pane.css";
import partsCss from "./styles/parts.css";
import tokensCss from "./styles/tokens.css";

const logo = `<svg width="30" height="12" viewBox="0 0 30 12" aria-hidden="true"><circle cx="5" cy="6"
  r="4.4" fill="currentColor"/><path d="M9.4 6H12l1.6-3.4 2.6 6.8L17.8 6h2.6" fill="none"
  stroke="currentColor" stroke-width="1.6"/><circle cx="25" cy="6" r="3.6" fill="none"
  stroke="currentColor" stroke-width="1.8"/></svg>`;

/** @param {string} body @param {number} [size] */
const icon = (body, size = 15) => `<svg width="${size}" height="${size}" viewBox="0 0 15 15" fill="none"
  stroke="currentColor" stroke-width="1.5" aria-hidden="true">${body}</svg>`;

const icons = {
  find: icon('<circle cx="6.4" cy="6.4" r="4.4"/><path d="M9.8 9.8L14 14"/>', 14),
  links: icon('<path d="M3 9.2C3.4 2.6 11.8 2.4 12.1 9.4M9.3 7.3l2.8 2.9 2.1-3.3"/><circle cx="3" cy="11.4" r="1.8" fill="currentColor" stroke="none"/>'),
  lanes: icon('<path d="M1 1.75h13M1 7.5h13M1 13.25h13"/><circle cx="4" cy="4.6" r="1.5" fill="currentColor" stroke="none"/><path d="M6.5 10.4h6" stroke-width="2.6"/>'),
  graph: icon('<path d="M4.6 5.2l5.8 4.6M5 3.9h5"/><circle cx="3" cy="3.9" r="2"/><circle cx="12" cy="3.9" r="1.6" fill="currentColor" stroke="none"/><rect x="10" y="9" width="4" height="4" rx="1"/><path d="M3 6v5.5"/><circle cx="3" cy="12" r="1.4" fill="currentColor" stroke="none"/>'),
  story: '<svg width="11" height="12" viewBox="0 0 11 12" aria-hidden="true"><path d="M1 .8v10.4L10.4 6z" fill="currentColor"/></svg>',
  back: icon('<path d="M3 2.5v10"/><path d="M12 2.8v9.4L5.4 7.5z" fill="currentColor" stroke="none"/>'),
  on: icon('<path d="M12 2.5v10"/><path d="M3 2.8v9.4l6.6-4.7z" fill="currentColor" stroke="none"/>'),
  play: icon('<path class="dm-icon-play" d="M3.5 1.8v11.4l8.8-5.7z" fill="currentColor" stroke="none"/><path class="dm-icon-pause" d="M4.75 2.2v10.6M10.25 2.2v10.6" stroke-width="2.6"/>'),
  embed: icon('<path d="M5 4L1.5 7.5 5 11M10 4l3.5 3.5L10 11"/>'),
  theme: icon('<path d="M12.8 9.3A5.8 5.8 0 0 1 5.7 2.2a5.8 5.8 0 1 0 7.1 7.1z"/>'),
  expand: icon('<path d="M9 2h4v4M13 2L8.5 6.5M6 13H2V9M2 13l4.5-4.5"/>'),
  warning: `<svg width="26" height="26" viewBox="0 0 24 24" fill="none" stroke="currentColor"
    stroke-width="1.8" aria-hidden="true"><path d="M12 3L22 21H2z"/><path d="M12 10v5M12 17.5v1.2"/></svg>`,
};

const keys = [
  ["← →", "previous, next event"], ["↑ ↓", "lane above, below"], ["Home End", "first, last event"],
  ["Enter", "read in the pane"], ["+ −", "zoom in, out"], ["0", "everything"],
  ["Shift ← →", "pan"], ["[ ]", "as-of date back, on"], ["Shift [ ]", "as-of date by one day"],
  ["P", "play through the changes, pause"],
  ["L", "adaptive or linear axis"], ["A", "replies: all, none, of the selection"],
  ["Z", "time of the place, yours, UTC"], ["T", "timeline"], ["G", "actors"],
  ["U", "let a dragged actor go, or all"], ["E, Shift E", "next, previous line of an actor"], ["/", "find"], ["?", "this table"],
  ["Esc", "clear, then leave"], ["Page Up, Page Down", "in a story: back, next"],
  ["R", "in a story: reveal the answer"],
];

const markup = `
<div class="dm-root" lang="en">
  <header class="dm-bar">
    <span class="dm-logo">${logo}<span class="dm-logo-name">Demarche</span></span>
    <h1 class="dm-bar-title"></h1>
    <span class="dm-bar-space"></span>
    <div class="dm-player" role="group" aria-label="As-of date">
      <button type="button" class="dm-play-back" aria-label="Back to the previous change" title="Previous change ([)">${icons.back}</button>
      <button type="button" class="dm-play" aria-label="Play through the changes">${icons.play}</button>
      <button type="button" class="dm-play-on" aria-label="On to the next change" title="Next change (])">${icons.on}</button>
      <button type="button" class="dm-speed" title="Speed">1×</button>
    </div>
    <div class="dm-seg dm-seg-view" role="group" aria-label="View">
      <button type="button" data-act="view=timeline">Timeline</button>
      <button type="button" data-act="view=graph">Actors</button>
    </div>
    <div class="dm-seg dm-seg-axis" role="group" aria-label="Time axis">
      <button type="button" data-act="axis=adaptive">Adaptive</button>
      <button type="button" data-act="axis=linear">Linear</button>
    </div>
    <button type="button" class="dm-btn dm-btn-icon dm-btn-links" aria-pressed="false" aria-label="All replies"
      title="All replies (A)">${icons.links}</button>
    <button type="button" class="dm-btn dm-btn-icon dm-btn-lanes" aria-haspopup="dialog"
      aria-label="Lanes and time zone" title="Lanes and time zone">${icons.lanes}</button>
    <button type="button" class="dm-btn dm-btn-icon dm-btn-graph" aria-haspopup="dialog"
      aria-label="What the graph shows" title="What the graph shows">${icons.graph}</button>
    <label class="dm-find">${icons.find}<span class="dm-sr">Find event or actor</span>
      <input type="search" placeholder="Find event or actor" autocomplete="off" spellcheck="false"
        maxlength="200"><kbd aria-hidden="true">/</kbd></label>
    <button type="button" class="dm-btn dm-btn-find" aria-label="Find">${icons.find}</button>
    <button type="button" class="dm-btn dm-btn-solid dm-btn-story">${icons.story}Story</button>
    <button type="button" class="dm-btn dm-btn-icon dm-btn-embed" aria-label="Share and embed">${icons.embed}</button>
    <button type="button" class="dm-btn dm-btn-icon dm-btn-theme" aria-label="Dark or light">${icons.theme}</button>
    <button type="button" class="dm-btn dm-btn-icon dm-btn-expand" aria-label="Full screen">${icons.expand}</button>
  </header>
  <div class="dm-views" role="group" aria-label="View">
    <button type="button" data-act="view=timeline">Timeline</button>
    <button type="button" data-act="view=graph">Actors</button>
    <button type="button" data-act="view=list">List</button>
    <button type="button" class="dm-play" aria-label="Play through the changes">${icons.play}</button>
    <button type="button" class="dm-btn-links" aria-pressed="false" aria-label="All replies">${icons.links}</button>
    <button type="button" class="dm-btn-lanes" aria-haspopup="dialog" aria-label="Lanes and time zone">${icons.lanes}</button>
    <button type="button" class="dm-btn-graph" aria-haspopup="dialog" aria-label="What the graph shows">${icons.graph}</button>
  </div>
  <div class="dm-main">
    <div class="dm-story" hidden></div>
    <div class="dm-stage">
      <canvas tabindex="0" role="application" aria-roledescription="timeline"></canvas>
      <div class="dm-skeleton" aria-hidden="true"></div>
      <div class="dm-progress" role="progressbar" aria-label="Loading" aria-valuemin="0" aria-valuemax="100"><i></i></div>
      <p class="dm-loading">Loading. The list is ready to read now.</p>
      <section class="dm-nothing" aria-label="No events" hidden></section>
      <div class="dm-tip" role="tooltip" lang="en" hidden></div>
      <section class="dm-evidence" aria-label="Statements" hidden></section>
      <section class="dm-error" role="alert" hidden>
        <h2>${icons.warning}<span></span></h2><p></p><ul></ul>
        <button type="button" class="dm-btn dm-btn-solid dm-error-list">Read the list</button>
        <button type="button" class="dm-btn dm-error-again">Try again</button>
      </section>
    </div>
    <aside class="dm-pane" aria-label="Reading pane">
      <button type="button" class="dm-sheet-handle" aria-label="Reading pane: larger or smaller"></button>
      <p class="dm-missing" hidden></p>
      <div class="dm-pane-content" tabindex="-1"></div>
      <section class="dm-changes" aria-label="What changed" hidden></section>
      <div class="dm-fallback"><slot></slot></div>
    </aside>
  </div>
  <footer class="dm-foot"><span class="dm-logo">${logo}<span class="dm-logo-name">Demarche</span></span>
    <span class="dm-foot-source"></span><a class="dm-foot-all" href="#view=list" data-act="view=list&tab=list"></a></footer>
  <p class="dm-sr dm-live" aria-live="polite"></p>
  <dialog class="dm-dialog dm-help" aria-label="Keyboard">
    <h2>Keyboard</h2><p>While the drawing has the focus:</p><table>${keys.map(([key, does]) =>
      `<tr><th scope="row"><kbd>${key}</kbd></th><td>${does}</td></tr>`).join("")}</table>
    <form method="dialog"><button class="dm-btn dm-btn-solid">Close</button></form></dialog>
  <dialog class="dm-dialog dm-lanes-dialog" aria-label="Lanes and time zone">
    <section class="dm-zone-row"><h2 id="dm-zone">Time zone</h2>
      <span class="dm-zone" role="group" aria-labelledby="dm-zone">
        <button type="button" data-act="zone=place">Of the place</button>
        <button type="button" data-act="zone=local">My time</button>
        <button type="button" data-act="zone=utc">UTC</button></span></section>
    <div></div>
    <form method="dialog"><button class="dm-btn dm-btn-solid">Close</button></form></dialog>
  <dialog class="dm-dialog dm-graph-dialog" aria-label="What the graph shows"><div></div>
    <form method="dialog"><button class="dm-btn dm-btn-solid">Close</button></form></dialog>
  <dialog class="dm-dialog dm-share" aria-label="Share and embed">
    <h2>Share and embed</h2>
    <label>Link to what you see<textarea readonly rows="2" class="dm-share-link"></textarea></label>
    <label>As a frame<textarea readonly rows="4" class="dm-share-frame"></textarea></label>
    <label>As an element<textarea readonly rows="4" class="dm-share-element"></textarea></label>
    <form method="dialog"><button class="dm-btn dm-btn-solid">Close</button>
      <button type="button" class="dm-btn dm-share-svg">Download the graph as SVG</button></form></dialog>
</div>`;

/** Made once a page; a worker that loads this module has no document.
 * @type {{template: HTMLTemplateElement, sheet: CSSStyleSheet} | undefined} */
let shared;

function makeShared() {
  const template = document.createElement("template");
  template.innerHTML = markup;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${tokensCss}\n${elementCss}\n${partsCss}\n${paneCss}`);
  return { template, sheet };
}

/** Fills the element's shadow root, once. @param {HTMLElement} host */
export function openShadow(host) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  if (!root.firstChild) {
    shared ??= makeShared();
    root.adoptedStyleSheets = [shared.sheet];
    root.append(shared.template.content.cloneNode(true));
  }
  return root;
}
