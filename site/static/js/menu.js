// The menu folds on small screens; without this script it simply stays open.
const button = document.querySelector(".menu-button");
const header = document.querySelector(".site-header");

function setOpen(open) {
  header.classList.toggle("is-open", open);
  button.setAttribute("aria-expanded", String(open));
}

button?.addEventListener("click", () => setOpen(!header.classList.contains("is-open")));

header?.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !header.classList.contains("is-open")) return;
  setOpen(false);
  button.focus();
});
