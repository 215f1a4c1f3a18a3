/**
 * Gives each level that comes its place: its natural one, but never more than one below what
 * it stands under, so that none is skipped. Equal levels under the same one stay equal.
 */
export function placer(base, natural) {
  const open = [];
  return (level) => {
    while (open.length && open.at(-1).level >= level) {
      open.pop();
    }
    const place = Math.min(natural(level), (open.at(-1)?.place ?? base) + 1);
    open.push({ level, place });
    return place;
  };
}

const DEEPEST_LIST = 4; // as Wagtail's editor

/** A title of a page is its own field, so what was a heading of the first level becomes one of
 * the second. */
export const headingPlacer = (before) =>
  placer(before, (level) => Math.min(Math.max(level + 1, 2), 4));

export const listPlacer = () => placer(-1, (depth) => Math.min(depth, DEEPEST_LIST));
