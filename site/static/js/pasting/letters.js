/** Text as single letters, each with its style: { letter, bold, italic, href }. */
const SPACE = /[ \u00a0\t]/;
const INVISIBLE = /[\u00ad\u200b\ufeff]/;

export const wordsOf = (letters) => letters.map(({ letter }) => letter).join("");

/** One space where there were several, none at an end or beside the break of a line. */
export function tidy(letters) {
  const kept = [];
  for (const next of letters) {
    const last = kept.at(-1);
    if (INVISIBLE.test(next.letter)) {
      continue;
    }
    if (next.letter === "\n") {
      dropSpaceAtEnd(kept);
    } else if (SPACE.test(next.letter)) {
      if (!last || last.letter === "\n") {
        continue;
      }
      if (SPACE.test(last.letter)) {
        last.letter = " ";
        continue;
      }
    }
    kept.push({ ...next });
  }
  while (/\s/.test(kept.at(-1)?.letter)) {
    kept.pop();
  }
  return kept.slice(kept.findIndex(({ letter }) => letter !== "\n"));
}

function dropSpaceAtEnd(letters) {
  while (letters.length && SPACE.test(letters.at(-1).letter)) {
    letters.pop();
  }
}

/** Two breaks in a row, in a mail or an old page, stand between paragraphs. */
export function paragraphs(letters) {
  const found = [[]];
  letters.forEach((next, index) => {
    const isGap = next.letter === "\n" && letters[index + 1]?.letter === "\n";
    if (isGap && found.at(-1).length) {
      found.push([]);
    } else if (next.letter !== "\n" || found.at(-1).length) {
      found.at(-1).push(next);
    }
  });
  return found.map(tidy).filter((part) => part.length);
}

/** The stretches over which `styleOf` says the same, as Draft.js wants them. */
export function stretches(letters, styleOf) {
  const found = [];
  letters.forEach((next, offset) => {
    const style = styleOf(next);
    const last = found.at(-1);
    if (last && last.style === style && last.offset + last.length === offset) {
      last.length += 1;
    } else if (style) {
      found.push({ style, offset, length: 1 });
    }
  });
  return found;
}
