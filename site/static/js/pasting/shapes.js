/** What a part of a pasted text is: a heading, an entry of a list, or a paragraph. */
const LIST_LEVEL = /mso-list:[^;]*\blevel(\d+)/i;
const NUMBERED = /^\(?(\d+(\.\d+)*|[a-z]{1,6})[.)]|^\d+$/i;
const LISTS = "ul, ol";

/** Word writes a list as paragraphs, each with its level in a style and its sign as text. */
function wordList(element) {
  const sign = element.querySelector("[style*='mso-list:Ignore' i], [style*='mso-list: Ignore' i]");
  const level = element.getAttribute("style")?.match(LIST_LEVEL);
  sign?.remove();
  if (!level) {
    return null;
  }
  const ordered = NUMBERED.test(sign?.textContent.trim() ?? "");
  return { kind: "list", ordered, depth: Number(level[1]) - 1 };
}

function trueList(element) {
  let depth = -1;
  for (let list = element.closest(LISTS); list; list = list.parentElement.closest(LISTS)) {
    depth += 1;
  }
  const said = Number(element.dataset.ariaLevel); // Word on the web: each entry in a list of its own
  const ordered = element.closest(LISTS)?.tagName === "OL";
  return { kind: "list", ordered, depth: said ? said - 1 : Math.max(depth, 0) };
}

function headingLevel(element) {
  if (element.matches(".MsoTitle")) {
    return 0;
  }
  if (element.matches("h1, h2, h3, h4, h5, h6")) {
    return Number(element.tagName[1]);
  }
  const isHeading = element.getAttribute("role") === "heading";
  return isHeading ? Number(element.getAttribute("aria-level")) || 2 : null;
}

/** `outer` is the shape of what the element stands in: a paragraph in an entry is the entry. */
export function shapeOf(element, outer) {
  const listed = wordList(element);
  const level = headingLevel(element);
  if (level !== null) {
    return { kind: "heading", level };
  }
  if (element.tagName === "LI") {
    return trueList(element);
  }
  if (listed || outer.kind !== "paragraph") {
    return listed ?? outer;
  }
  return { kind: "paragraph", isCaption: element.matches(".MsoCaption, figcaption, caption") };
}
