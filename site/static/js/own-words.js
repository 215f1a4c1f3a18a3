/**
 * Wagtail draws blocks, menus and outlines in the browser, from data that cannot say in which
 * language a word is. So the page brings our words along (own_words/marks.py), and where one
 * of them is drawn it becomes the reader's language and says so. Where people write is left alone.
 */
const INVISIBLE = "\u2063"; // ends each word of ours, for Wagtail may have the same
const DRAWN = [
  ".c-sf-block__type",
  ".w-field__label",
  "[data-field-help] .help",
  ".c-sf-help .help",
  ".w-combobox__optgroup-label",
  ".w-combobox__option-text",
  ".w-combobox-preview__label",
  ".w-combobox-preview__description",
  ".menuitem-label",
  ".sidebar-sub-menu-panel h2",
].join();
const CHOICES = "[data-streamfield-child] option";
const OUTLINE = ".w-minimap-item__text";

const data = document.getElementById("own-words");
const dictionaries = data ? Object.entries(JSON.parse(data.textContent)) : [];

function say(element, sign = "") {
  for (const node of element.childNodes) {
    const text = node.nodeType === Node.TEXT_NODE ? node.data.trim() : "";
    const found =
      text.endsWith(sign) && dictionaries.find(([, words]) => Object.hasOwn(words, text));
    if (found) {
      const [language, words] = found;
      node.data = node.data.replace(text, () => words[text]);
      element.lang = language;
    }
  }
}

/** An entry of the outline repeats a heading, ours or one that somebody wrote. */
function sayAsItsHeading(entry) {
  const panel = document.getElementById(entry.closest("a")?.hash.slice(1) ?? "");
  const marked = panel?.querySelector("[data-panel-heading] [lang]");
  const [entryText, headingText] = [entry, marked].map((element) => element?.textContent.trim());
  if (marked && entryText === headingText) {
    entry.lang = marked.lang;
  }
}

function sayAllIn(element) {
  const all = (selector) => [
    ...(element.matches(selector) ? [element] : []),
    ...element.querySelectorAll(selector),
  ];
  all(DRAWN).forEach((part) => say(part, INVISIBLE));
  all(CHOICES).forEach((option) => say(option));
  all(OUTLINE).forEach(sayAsItsHeading);
}

if (data) {
  sayAllIn(document.documentElement);
  new MutationObserver((changes) => {
    for (const node of changes.flatMap((change) => [...change.addedNodes])) {
      const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
      if (element instanceof Element) {
        sayAllIn(element);
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
}
