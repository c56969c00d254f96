// Dropping files and folders, and sending many of them in several goes so that one slow file blocks nothing.
// Without this script the form sends everything at once.
import { say, show } from "./workbench.js";

const FILES = 40; // of one go
const BYTES = 24 * 2 ** 20; // of one go; a single larger file goes alone

const form = document.getElementById("files-form");
const drop = document.getElementById("drop");
const came = document.getElementById("came");
const bar = document.getElementById("sending");
const words = document.getElementById("sending-words");

async function* inside(entry, path = "") {
  if (entry.isFile) {
    yield [await new Promise((done, failed) => entry.file(done, failed)), path + entry.name];
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) return;
    for (const one of some) yield* inside(one, `${path}${entry.name}/`);
  }
}

function* goes(files) {
  let go = [];
  let bytes = 0;
  for (const one of files) {
    if (go.length && (go.length >= FILES || bytes + one[0].size > BYTES)) { yield go; go = []; bytes = 0; }
    go.push(one);
    bytes += one[0].size;
  }
  if (go.length) yield go;
}

async function send(files) {
  if (!files.length) { show(gettext("No file was chosen.")); return; }
  const button = form.querySelector("button");
  button.disabled = true;
  Object.assign(bar, { hidden: false, max: files.length, value: 0 });
  came.replaceChildren();
  let done = 0;
  for (const go of goes(files)) {
    words.textContent = `${done} / ${files.length}`;
    const body = new FormData();
    for (const field of form.elements) {
      if (field.name && field.type !== "file") body.append(field.name, field.value);
    }
    for (const [file, path] of go) { body.append("files", file, file.name); body.append("paths", path); }
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { "HX-Request": "true" } });
      if (!answer.ok) {
        const line = answer.headers.get("X-Problem");
        show(line ? decodeURIComponent(line) : gettext("Some files could not be sent. Try them once more, a few at a time."));
      } else {
        const made = document.createElement("template");
        made.innerHTML = await answer.text(); // made by the workbench, names escaped
        came.append(made.content);
      }
    } catch {
      show(gettext("The workbench does not answer. Is it still running? What you typed is still here."));
      break;
    }
    done += go.length;
    bar.value = done;
  }
  htmx.process(came);
  htmx.trigger(document.body, "work");
  words.textContent = `${done} / ${files.length}`;
  say(words.textContent);
  button.disabled = false;
  bar.hidden = true;
  form.reset();
  came.scrollIntoView({ block: "start" });
}

if (form) {
  for (const hidden of document.querySelectorAll(".with-script")) hidden.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const picked = [...form.elements.files.files, ...form.elements.folder.files];
    send(picked.map((file) => [file, file.webkitRelativePath || file.name]));
  });
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("drop", async (event) => {
    event.preventDefault();
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const files = [];
    for (const entry of entries) for await (const one of inside(entry)) files.push(one);
    send(files);
  });
  // a file dropped beside the field must not replace the page
  for (const name of ["dragover", "drop"]) window.addEventListener(name, (event) => event.preventDefault());
}

// the columns of a spreadsheet are looked at once; then the form itself takes it in
document.body.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id === "sheet-columns") document.getElementById("sheet-first").hidden = true;
});
document.querySelector("#sheet-form input[type=file]")?.addEventListener("change", () => {
  document.getElementById("sheet-columns").replaceChildren();
  document.getElementById("sheet-first").hidden = false;
});
