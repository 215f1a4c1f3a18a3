/**
 * Reads what Word, Google Docs, LibreOffice or a web page put on the clipboard: headings, lists,
 * links, tables and emphasis. Whatever else there is (looks, comments, deleted text, scripts,
 * pictures) is dropped. Nothing here touches the page: a parsed document loads and runs nothing.
 */
import { paragraphs, tidy } from "./letters.js";
import { shapeOf } from "./shapes.js";
import { readTable } from "./tables.js";

const DROPPED = [
  "script, style, title, meta, link, template, noscript, iframe, object, embed, video, audio",
  "canvas, svg, input, button, select, textarea, [hidden], rt, rp",
  "del, .msoDel, .MsoCommentReference, .msocomanchor, .msocomoff, .msocomtxt",
  "[style*='mso-element:comment' i], [style*='mso-hide:all' i], [class^='MsoToc']",
  "[style*='display:none' i], [style*='display: none' i]",
].join();
const BLOCKS =
  "address, article, aside, blockquote, body, caption, center, dd, details, div, dl, dt, fieldset," +
  "figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre," +
  "section, summary, table, tbody, td, tfoot, th, thead, tr, ul";
const SAFE = ["http:", "https:", "mailto:", "tel:"];
const PLAIN = { bold: false, italic: false, href: "" };

/** All the parts in order: { kind, letters, ... } or { kind: "table", caption, rows }. */
export function read(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  body.querySelectorAll(DROPPED).forEach((element) => element.remove());
  const pictures = body.querySelectorAll("img").length;
  return { items: withCaptions(partsIn(body)), pictures };
}

export function partsIn(root) {
  const reader = { items: [], letters: [] };
  const shape = { kind: "paragraph" };
  walk(root, shape, PLAIN, reader);
  finish(shape, reader);
  return reader.items;
}

function walk(element, shape, style, reader) {
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      write(node, style, reader);
    } else if (node.nodeName === "BR") {
      reader.letters.push({ letter: "\n", ...style });
    } else if (node.nodeName === "TABLE") {
      finish(shape, reader);
      const table = readTable(node, partsIn);
      reader.items.push(...(table ? [table] : partsIn(node)));
    } else if (node instanceof Element && node.matches(BLOCKS)) {
      finish(shape, reader);
      const inner = shapeOf(node, shape);
      walk(node, inner, styleOf(node, style), reader);
      finish(inner, reader);
    } else if (node instanceof Element) {
      walk(node, shape, styleOf(node, style), reader);
    }
  }
}

function write(node, style, reader) {
  const isExact = node.parentElement.closest("pre");
  const text = isExact ? node.data : node.data.replace(/[ \t\r\n\f]+/g, " ");
  for (const letter of text.split("")) {
    reader.letters.push({ letter, ...style });
  }
}

/** A second paragraph within an entry of a list stays with the entry. */
function finish(shape, reader) {
  const letters = tidy(reader.letters);
  reader.letters = [];
  if (!letters.length) {
    return;
  }
  if (shape.kind === "paragraph") {
    reader.items.push(...paragraphs(letters).map((part) => ({ ...shape, letters: part })));
  } else if (shape.item && shape.item === reader.items.at(-1)) {
    shape.item.letters.push({ letter: "\n", ...PLAIN }, ...letters);
  } else {
    const rest = shape.item ? { kind: "paragraph" } : shape;
    shape.item = { ...rest, letters };
    reader.items.push(shape.item);
  }
}

function styleOf(element, style) {
  const { fontWeight, fontStyle } = element.style;
  return {
    bold: fontWeight
      ? fontWeight === "bold" || Number(fontWeight) >= 600
      : style.bold || element.matches("b, strong"),
    italic: fontStyle ? fontStyle !== "normal" : style.italic || element.matches("i, em"),
    href: element.matches("a[href]") ? safe(element.getAttribute("href")) : style.href,
  };
}

/** Empty for what leads nowhere on a website: scripts, somebody's own disk, a bookmark. */
function safe(address) {
  const url = URL.parse?.(address) ?? (URL.canParse?.(address) ? new URL(address) : null);
  return url && SAFE.includes(url.protocol) ? address.trim() : "";
}

/** Word's captions are paragraphs above or below the table. */
function withCaptions(items) {
  items.forEach((item, index) => {
    if (item.kind !== "table" || item.caption) {
      return;
    }
    const near = [items[index - 1], items[index + 1]].find((other) => other?.isCaption);
    if (near) {
      item.caption = near.letters.map(({ letter }) => letter).join("");
      near.isTaken = true;
      near.isCaption = false;
    }
  });
  return items.filter((item) => !item.isTaken);
}
