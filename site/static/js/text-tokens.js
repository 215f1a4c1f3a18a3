/**
 * Numbers in running text that the site counts itself: a menu to insert one, and the chip that
 * stands for it. Names and present numbers come with the page (base/text_tokens_editor.py).
 */
(() => {
  const { createElement: h, useEffect, useRef } = window.React;
  const { EditorState, Modifier } = window.DraftJS;

  function read() {
    const data = document.getElementById("text-tokens");
    return data ? JSON.parse(data.textContent) : { tokens: [], words: {} };
  }

  function insert(editorState, entityType, token) {
    const content = editorState.getCurrentContent();
    const data = { token: token.name };
    const withEntity = content.createEntity(entityType.type, "IMMUTABLE", data);
    const key = withEntity.getLastCreatedEntityKey();
    const selection = editorState.getSelection();
    const style = editorState.getCurrentInlineStyle();
    const chosen = Modifier.replaceText(withEntity, selection, token.label, style, key);
    return EditorState.push(editorState, chosen, "insert-characters");
  }

  /** A dialog of the browser's own: the keyboard stays in it, and Escape closes it. */
  function Menu({ editorState, entityType, onComplete }) {
    const dialog = useRef(null);
    const leave = () => onComplete(); // changes nothing, and takes the keyboard back to the text
    const { tokens, words } = read();
    useEffect(() => dialog.current.showModal(), []);
    const choices = tokens.map((token) =>
      h(
        "li",
        { key: token.name },
        h(
          "button",
          {
            type: "button",
            className: "text-token-menu__choice",
            lang: token.lang,
            onClick: () => onComplete(insert(editorState, entityType, token)),
          },
          h("span", null, token.label),
          h("strong", null, token.value),
        ),
      ),
    );
    return h(
      "dialog",
      { ref: dialog, className: "text-token-menu", "aria-labelledby": "text-token-menu", onClose: leave },
      h("h2", { id: "text-token-menu", lang: words.lang }, words.insert),
      h("ul", null, choices),
      h(
        "button",
        { type: "button", className: "button button-secondary", lang: words.lang, onClick: leave },
        words.cancel,
      ),
    );
  }

  function Chip({ entityKey, contentState, children }) {
    const { token: name } = contentState.getEntity(entityKey).getData();
    const token = read().tokens.find((one) => one.name === name);
    const about = token ? { lang: token.lang, "data-value": token.value } : {};
    return h("span", { className: "text-token", ...about }, children);
  }

  window.draftail.registerPlugin(
    { type: "TEXT-TOKEN", source: Menu, decorator: Chip },
    "entityTypes",
  );
})();
