/** Puts what was shaped into a text, and into blocks of its own after it. */

/** One step for the editor's own undo. */
export function insertText(editor, { blocks, entityMap }) {
  const { convertFromRaw, EditorState, Modifier, SelectionState } = window.DraftJS;
  const state = editor.getEditorState();
  const [content, selection] = [state.getCurrentContent(), state.getSelection()];
  const key = selection.getStartKey();
  const follows = selection.getStartOffset() > 0;
  const precedes =
    selection.getEndOffset() < content.getBlockForKey(selection.getEndKey()).getLength();
  const framed = { blocks: keptApart(blocks, follows, precedes), entityMap };
  const fragment = convertFromRaw(framed).getBlockMap();
  let next = Modifier.replaceWithFragment(content, selection, fragment);
  if (!follows && !precedes) {
    // Draft.js leaves a lone heading, or entry of a list, an ordinary paragraph.
    const end = next.getSelectionAfter();
    next = Modifier.setBlockType(next, SelectionState.createEmpty(key), blocks[0].type);
    next = next.set("selectionAfter", end);
  }
  editor.onChange(EditorState.push(state, next, "insert-fragment"));
}

/** Draft.js would make the first and the last of several one with the text around. */
function keptApart(blocks, follows, precedes) {
  const empty = () => ({ key: window.DraftJS.genKey(), type: "unstyled", text: "" });
  const isApart = (block) => blocks.length > 1 && block.type !== "unstyled";
  return [
    ...(follows && isApart(blocks[0]) ? [empty()] : []),
    ...blocks,
    ...(precedes && isApart(blocks.at(-1)) ? [empty()] : []),
  ];
}

/** The text is split at the cursor, and what is not text comes in between. */
export function insertBlocks({ editor, stream, child }, parts) {
  const startsWithText = parts[0].type === "rich_text";
  const { stateBefore, stateAfter, shouldMoveCommentFn } = window.draftail.splitState(
    withoutSelected(editor.getEditorState(), !startsWithText),
  );
  document.activeElement.blur(); // an editor that loses its words under the cursor breaks
  child.split(stateBefore, stateAfter, shouldMoveCommentFn);
  const hasText = (state) => state.getCurrentContent().hasText();
  if (!hasText(stateAfter)) {
    stream.deleteBlock(child.index + 1);
  }
  if (startsWithText) {
    editor.onChange(window.DraftJS.EditorState.moveSelectionToEnd(editor.getEditorState()));
    insertText(editor, parts[0].raw);
  }
  const made = parts.slice(Number(startsWithText)).map((part, index) => {
    const value = part.raw ? JSON.stringify(part.raw) : part.value;
    const id = crypto.randomUUID?.() ?? null;
    return stream.insert({ type: part.type, value, id }, child.index + 1 + index);
  });
  if (!startsWithText && !hasText(stateBefore)) {
    stream.deleteBlock(child.index);
  }
  focusEnd(made.at(-1) ?? child);
}

/** Also without an empty paragraph begun for what is pasted, if that is none. */
function withoutSelected(state, withParagraph) {
  const { EditorState, Modifier } = window.DraftJS;
  let content = state.getCurrentContent();
  let selection = state.getSelection();
  if (!selection.isCollapsed()) {
    content = Modifier.removeRange(content, selection, "forward");
    selection = content.getSelectionAfter();
  }
  const key = selection.getStartKey();
  const above = content.getBlockBefore(key);
  if (withParagraph && above && !content.getBlockForKey(key).getLength()) {
    const end = { anchorKey: above.getKey(), anchorOffset: above.getLength(), isBackward: false };
    content = Modifier.removeRange(content, selection.merge(end), "backward");
  }
  return content === state.getCurrentContent()
    ? state
    : EditorState.push(state, content, "remove-range");
}

function focusEnd(child) {
  const editor = child.block.widget?.input?.draftailEditor;
  if (editor) {
    editor.onChange(window.DraftJS.EditorState.moveSelectionToEnd(editor.getEditorState()));
  }
  child.focus();
}
