// The texts by which a reader shares what they see: a link, a frame, an element.

/**
 * @param {HTMLElement} host `data-page`: the page to link to, where it is another one (embed.js)
 * @param {string[]} attributes names of the element's attributes that say a state
 * @param {string} permalink @param {string} title
 */
export function shareTexts(host, attributes, permalink, title) {
  const page = new URL(host.dataset.page ?? location.href, location.href);
  const linked = new URLSearchParams(permalink);
  linked.delete("controls");
  page.hash = linked.toString();

  const src = new URL(host.getAttribute("src") ?? "", document.baseURI).href;
  const state = [...new URLSearchParams(permalink)];
  const said = state.filter(([name]) => attributes.includes(name));
  const frame = new URL("embed.html", appRoot);
  frame.search = new URLSearchParams([["src", src], ...said]).toString();
  // The fragment says what no attribute does: search, tab, pinned line, zone, lanes.
  frame.hash = new URLSearchParams(state.filter(([name]) => !attributes.includes(name))).toString();
  return {
    link: page.href,
    frame: `<iframe src="${quoted(frame.href)}" title="${quoted(title)}" width="100%" height="460" loading="lazy" style="border:0"></iframe>`,
    element: `<script type="module" src="${new URL("demarche.js", appRoot).href}"></script>\n` +
      `<demarche-timeline src="${quoted(src)}"${said.map(([name, value]) => ` ${name}="${quoted(value)}"`).join("")}></demarche-timeline>`,
  };
}

/** Hands a picture to the reader, to be kept. @param {string} svg @param {string} name without its ending */
export function downloadSvg(svg, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  link.download = `${name}.svg`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);  // browsers read it after the click
}

/** @param {string} text */
const quoted = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;");

// The folder of demarche.js: this module lies in its assets/ folder.
const appRoot = new URL("../", import.meta.url);
