/**
 * Pasting into a rich text: headings, lists, links and tables are kept, the rest is dropped.
 * Wagtail's editor alone knows no lists of Word's, keeps what a field does not allow once there
 * is an address in the text, and loses tables.
 */
import { insertBlocks, insertText } from "./pasting/inserting.js";
import { levelBefore, placeOf } from "./pasting/places.js";
import { read } from "./pasting/reading.js";
import { say } from "./pasting/saying.js";
import { allowedIn, shape } from "./pasting/shaping.js";

const FROM_AN_EDITOR = /data-draftjs-conductor-fragment/;
const AN_ADDRESS = /^(https?:\/\/|mailto:)\S+$/;

document.addEventListener("paste", paste, { capture: true });

function paste(event) {
  const html = event.clipboardData?.getData("text/html");
  const words = event.clipboardData?.getData("text/plain").trim();
  const place = html && placeOf(event.target);
  // Wagtail itself copies between its editors, and makes an address a link.
  if (!place || FROM_AN_EDITOR.test(html) || AN_ADDRESS.test(words)) {
    return;
  }
  const { items, pictures } = read(html);
  if (!items.length && !pictures) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  const made = items.length ? insert(place, items) : {};
  say({ ...made, pictures });
}

function insert(place, items) {
  const { editor, stream } = place;
  const state = editor.getEditorState();
  // A lone heading within a sentence is some of its words.
  const isWords = items.length === 1 && items[0].kind !== "table" && !isInEmptyParagraph(state);
  const options = { before: levelBefore(place), own: Boolean(stream) && !isWords };
  const { parts, made } = shape(isWords ? asWords(items) : items, allowedIn(editor.props), options);
  if (parts.length === 1 && parts[0].raw) {
    insertText(editor, parts[0].raw);
  } else {
    insertBlocks(place, parts);
  }
  return made;
}

const asWords = ([item]) => [{ kind: "paragraph", letters: item.letters }];

function isInEmptyParagraph(state) {
  const key = state.getSelection().getStartKey();
  return !state.getCurrentContent().getBlockForKey(key).getLength();
}
