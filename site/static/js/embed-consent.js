// Puts the player in place of its notice once the reader asks for it, and remembers nothing.
for (const notice of document.querySelectorAll("[data-embed]")) {
  const button = notice.querySelector("button");
  button.hidden = false;
  button.addEventListener("click", () => {
    const player = notice.querySelector("template").content.firstElementChild.cloneNode(true);
    notice.replaceWith(player);
    player.focus();
  });
}
