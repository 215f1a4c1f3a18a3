import { wordsOf } from "./letters.js";

const NUMBER = /^[-−+]?[£€$]?\s?\d[\d.,\s]*%?$/;
const WIDEST = 50;

/** Nothing where the table only lays out what is in it: one column, or one row. */
export function readTable(element, partsIn) {
  const rows = gridOf(element, partsIn).filter((row) => row.some(Boolean));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const used = [...Array(width).keys()].filter((column) => rows.some((row) => row[column]));
  if (rows.length < 2 || used.length < 2) {
    return null;
  }
  const caption = element.caption ? textIn(element.caption, partsIn) : "";
  return { kind: "table", caption, rows: rows.map((row) => used.map((at) => row[at] ?? "")) };
}

/**
 * Cells that were joined come apart. What stands beside several rows is true of each, and so is a
 * heading of several columns; a sum below them is one of its own.
 */
function gridOf(element, partsIn) {
  const grid = [...element.rows].map(() => []);
  [...element.rows].forEach((row, top) => {
    for (const cell of row.cells) {
      const text = textIn(cell, partsIn);
      const left = firstFree(grid[top]);
      for (let down = top; down < Math.min(top + (cell.rowSpan || 1), grid.length); down += 1) {
        for (let right = left; right < left + Math.min(cell.colSpan, WIDEST); right += 1) {
          grid[down][right] = right === left || top === 0 ? text : "";
        }
      }
    }
  });
  return grid;
}

function firstFree(row) {
  let column = 0;
  while (row[column] !== undefined) {
    column += 1;
  }
  return column;
}

function textIn(cell, partsIn) {
  return partsIn(cell).map(partAsText).join(" ").replace(/\s+/g, " ").trim();
}

const partAsText = (part) =>
  part.kind === "table" ? part.rows.flat().join(" ") : wordsOf(part.letters);

/** The value of a table block: the first row heads the columns. */
export function asBlock({ caption, rows: [headings, ...rows] }) {
  const columns = headings.map((heading, column) => ({
    type: isOfNumbers(rows.map((row) => row[column])) ? "number" : "text",
    heading,
  }));
  return {
    caption,
    table: { columns, rows: rows.map((values) => ({ values })), caption: "" },
    row_headings: !headings[0],
  };
}

function isOfNumbers(cells) {
  const filled = cells.filter(Boolean);
  return filled.length > 0 && filled.every((cell) => NUMBER.test(cell));
}

/** Where no table can stand, each row is a line of its own. */
export function asParagraphs({ caption, rows }) {
  const lines = rows.map((row) => row.filter(Boolean).join(" – "));
  return [caption, ...lines].filter(Boolean).map((line) => ({
    kind: "paragraph",
    letters: line.split("").map((letter) => ({ letter })),
  }));
}
