// What every page does with a script: menus that close, answers that are said aloud, problems that are shown.
// Without scripts every page still works.

const said = document.getElementById("said");

export function say(words) {
  // emptied first, so that the same words said twice are heard twice
  said.textContent = "";
  requestAnimationFrame(() => { said.textContent = words; });
}

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    document.getElementById("find-words")?.focus();
  }
});

document.body.addEventListener("htmx:responseError", (event) => {
  const line = event.detail.xhr.getResponseHeader("X-Problem");
  show(line ? decodeURIComponent(line) : gettext("This could not be done. Load the page again and try once more."));
});
document.body.addEventListener("htmx:sendError", () => {
  show(gettext("The workbench does not answer. Is it still running? What you typed is still here."));
});

export function show(words) {
  let list = document.querySelector("main .messages");
  if (!list) {
    list = document.createElement("ul");
    list.className = "messages";
    document.getElementById("main").prepend(list);
  }
  const item = document.createElement("li");
  item.className = "message error";
  item.setAttribute("role", "alert");
  item.textContent = words;
  list.replaceChildren(item);
  item.scrollIntoView({ block: "nearest" });
}
