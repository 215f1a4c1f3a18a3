/** Says what was made of a pasted text, in words that the page brings in the reader's language. */
const SHOWN_FOR = 12_000;

let waiting = 0;

export function say(made) {
  const [words, region] = ["pasting-words", "pasting"].map((id) => document.getElementById(id));
  const counted = Object.entries(made).filter(([, number]) => number);
  if (!words || !region || !counted.length) {
    return;
  }
  const line = (name) =>
    words.content.querySelector(`[data-words="${name}"]`).cloneNode(true);
  const list = document.createElement("ul");
  for (const [name, number] of counted) {
    const entry = document.createElement("li");
    entry.append(line(name), ` ${number}`);
    list.append(entry);
  }
  region.replaceChildren(line("pasted"), list);
  clearTimeout(waiting);
  waiting = setTimeout(() => region.replaceChildren(), SHOWN_FOR);
}
