/** From what was read to what this text, and the blocks around it, can hold. */
import { stretches, wordsOf } from "./letters.js";
import { headingPlacer, listPlacer } from "./levels.js";
import { asBlock, asParagraphs } from "./tables.js";

const HEADINGS = { 2: "header-two", 3: "header-three", 4: "header-four" };
const LISTS = { true: "ordered-list-item", false: "unordered-list-item" };

/** What the person who wrote the field's features allowed. */
export function allowedIn({ blockTypes, inlineStyles, entityTypes }) {
  const types = (options) => new Set(options.map(({ type }) => type));
  return { blocks: types(blockTypes), styles: types(inlineStyles), entities: types(entityTypes) };
}

/**
 * Blocks in order: { type: "rich_text", raw }, { type: "heading", value } or { type: "table", value }.
 * `before` is the level of the last heading above; `own` says whether blocks of their own can be
 * made of tables and headings here.
 */
export function shape(items, allowed, { before = 1, own = false } = {}) {
  const made = { headings: 0, lists: 0, links: 0, tables: 0 };
  const parts = [];
  const text = [];
  const levelFor = headingPlacer(before);
  let list = null;
  const endText = () => text.length && parts.push({ type: "rich_text", raw: raw(text.splice(0)) });
  const fitting = (item) => (item.kind === "table" && !own ? asParagraphs(item) : item);
  for (const item of items.flatMap(fitting)) {
    const isListed = item.kind === "list" && allowed.blocks.has(LISTS[item.ordered]);
    if (!isListed) {
      list = null;
    } else if (!list || (item.depth <= list.depth && item.ordered !== list.ordered)) {
      list = { ordered: item.ordered, depth: item.depth, placeOf: listPlacer() };
      made.lists += 1;
    }
    const level = item.kind === "heading" ? levelFor(item.level) : 0;
    if (item.kind === "table") {
      endText();
      made.tables += 1;
      parts.push({ type: "table", value: asBlock(item) });
    } else if (own && level === 2) {
      endText();
      made.headings += 1;
      const words = wordsOf(item.letters).replaceAll("\n", " ");
      parts.push({ type: "heading", value: { text: words, level: "h2" } });
    } else {
      const type = isListed ? LISTS[item.ordered] : headingType(level, allowed);
      made.headings += Number(type.startsWith("header"));
      const letters = item.letters.map((letter) => kept(letter, allowed, type));
      made.links += stretches(letters, ({ href }) => href).length;
      text.push({ type, depth: isListed ? list.placeOf(item.depth) : 0, letters });
    }
  }
  endText();
  return { parts, made };
}

function headingType(level, { blocks }) {
  const fitting = [level, level + 1, level + 2].map((at) => HEADINGS[at]);
  return (level && fitting.find((type) => blocks.has(type))) || "unstyled";
}

function kept({ letter, bold, italic, href }, { styles, entities }, type) {
  const isHeading = type.startsWith("header");
  return {
    letter,
    bold: bold && !isHeading && styles.has("BOLD"),
    italic: italic && styles.has("ITALIC"),
    href: entities.has("LINK") ? href : "",
  };
}

/** The format in which Draft.js keeps a text. */
function raw(paragraphs) {
  const entityMap = {};
  const blocks = paragraphs.map(({ type, depth, letters }) => ({
    key: window.DraftJS.genKey(),
    type,
    depth,
    text: wordsOf(letters),
    data: {},
    inlineStyleRanges: [
      ...stretches(letters, ({ bold }) => bold && "BOLD"),
      ...stretches(letters, ({ italic }) => italic && "ITALIC"),
    ],
    entityRanges: stretches(letters, ({ href }) => href).map(({ style, offset, length }) => {
      const key = Object.keys(entityMap).length;
      entityMap[key] = { type: "LINK", mutability: "MUTABLE", data: { url: style } };
      return { key, offset, length };
    }),
  }));
  return { blocks, entityMap };
}
