/** Where something is pasted: the editor, and the stream of blocks in which it may stand. */
const TEXT_BLOCK = "rich_text";
const LEVELS = { "header-two": 2, "header-three": 3, "header-four": 4 };

export function placeOf(target) {
  const wrapper = target.closest?.("[data-draftail-editor-wrapper]");
  const field = [...(wrapper?.parentNode.children ?? [])].find((child) => child.draftailEditor);
  if (!field || !target.closest(".public-DraftEditor-content")) {
    return null;
  }
  return { editor: field.draftailEditor, ...streamAround(field) };
}

/** Only for a text that is itself a block of a stream that also knows headings and tables. */
function streamAround(field) {
  let root = field.parentElement;
  while (root && !root.rootBlock) {
    root = root.parentElement;
  }
  const stream = root?.rootBlock;
  const child = stream?.children?.find?.(({ element }) => element.contains(field));
  const known = stream?.blockDef?.childBlockDefsByName;
  return child?.type === TEXT_BLOCK && known?.table && known?.heading ? { stream, child } : {};
}

/** The level of the last heading above the cursor; the title of the page is the first. */
export function levelBefore({ editor, stream, child }) {
  const state = editor.getEditorState();
  const blocks = state.getCurrentContent().getBlocksAsArray();
  const here = blocks.findIndex((block) => block.getKey() === state.getSelection().getStartKey());
  const types = blocks.slice(0, here).map((block) => block.getType());
  const above = (stream?.children ?? []).slice(0, child?.index ?? 0).flatMap(levelsIn);
  return [1, ...above, ...types.map((type) => LEVELS[type])].filter(Boolean).at(-1);
}

function levelsIn({ type, block }) {
  const value = block.getValue();
  if (type === TEXT_BLOCK) {
    return (JSON.parse(value)?.blocks ?? []).map((part) => LEVELS[part.type]);
  }
  return type === "heading" ? [Number(value.level[1])] : [value?.heading ? 2 : 0];
}
