// Judging by one key: a accept, c correct, r reject, u unsure, then a reason and Enter.
// Things carry data-judge; see parts/judge_dialog.html. Without this script the forms on the pages do the same.
import { say, show } from "./workbench.js";

const KEYS = { a: "accept", c: "correct", r: "reject", u: "unsure" };
const dialog = document.getElementById("judge-dialog");
const answers = document.getElementById("judged");
let returning = null;

export function current() {
  const here = document.activeElement?.closest("[data-judge]");
  return here ?? document.querySelector("[data-judge].is-current") ?? null;
}

// Open the dialog for a thing (an element with data-judge) or for the ticked boxes of a form with data-judge-many.
export async function open(thing, verdict) {
  if (!dialog || dialog.open) return;
  const many = thing instanceof HTMLFormElement && "judgeMany" in thing.dataset;
  const abouts = many ? ticked(thing).map((box) => box.value) : [thing.dataset.judge];
  if (!abouts.length || (verdict === "correct" && (many || !thing.dataset.correct))) return;
  returning = document.activeElement;
  const form = dialog.querySelector("form");
  form.action = many ? dialog.dataset.many : dialog.dataset.one;
  form.elements.verdict.value = verdict;
  const title = document.getElementById("judge-title");
  const name = many ? `${title.dataset.all} (${abouts.length})` : thing.dataset.name;
  title.textContent = name ? `${title.dataset[verdict]}: ${name}` : title.dataset[verdict];
  dialog.querySelector("#judge-abouts").replaceChildren(...abouts.map((about) => hidden("about", about)));
  dialog.querySelector("#judge-newest").replaceChildren();
  dialog.querySelector("#judge-fields").replaceChildren();
  problem("");
  const reason = document.getElementById("judge-reason");
  reason.value = remembered(verdict);
  dialog.showModal();
  reason.focus();
  reason.select();
  if (!many) await fill("#judge-newest", `${dialog.dataset.last}?about=${encodeURIComponent(abouts[0])}`);
  if (verdict === "correct") {
    await fill("#judge-fields", thing.dataset.correct);
    dialog.querySelector("#judge-fields select, #judge-fields input:not([type=hidden])")?.focus();
  }
}

function ticked(form) {
  return [...form.elements].filter((one) => one.name === "about" && one.checked);
}

function hidden(name, value) {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name, value });
  return field;
}

async function fill(place, address) {
  const answer = await fetch(address, { headers: { "HX-Request": "true" } });
  if (answer.ok && !answer.redirected && answer.status === 200) put(dialog.querySelector(place), await answer.text());
}

// what the workbench itself made, every text of a document escaped by its templates
function put(place, html) {
  place.innerHTML = html;
  for (const made of place.querySelectorAll("template[data-said-now]")) {
    for (const chip of document.querySelectorAll(`[data-said="${CSS.escape(made.dataset.saidNow)}"]`)) {
      chip.replaceChildren(made.content.cloneNode(true));
    }
  }
}

function remembered(verdict) {
  try { return sessionStorage.getItem(`clarion-reason-${verdict}`) ?? ""; } catch { return ""; }
}

function remember(verdict, reason) {
  try { sessionStorage.setItem(`clarion-reason-${verdict}`, reason); } catch { /* storage may be off: nothing is lost but ease */ }
}

function problem(line) {
  const place = document.getElementById("judge-problem");
  place.textContent = line;
  place.hidden = !line;
}

async function send(form, body) {
  const token = JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];
  return fetch(form.action, { method: "POST", body, headers: { "HX-Request": "true", "X-CSRFToken": token } });
}

function lineOf(answer) {
  const line = answer.headers.get("X-Problem");
  return line ? decodeURIComponent(line) : gettext("This could not be done. Load the page again and try once more.");
}

async function submit(event) {
  event.preventDefault();
  const form = event.target;
  const button = form.querySelector("button");
  button.disabled = true;
  const body = new URLSearchParams(new FormData(form));
  try {
    const answer = await send(form, body);
    if (answer.status === 409) {
      put(dialog.querySelector("#judge-newest"), await answer.text());
    } else if (answer.status === 200) {
      remember(body.get("verdict"), body.get("reason"));
      dialog.close();
      finish(await answer.text(), body);
    } else {
      problem(lineOf(answer));
    }
  } catch {
    problem(gettext("The workbench does not answer. Is it still running? What you typed is still here."));
  }
  button.disabled = false;
}

function finish(html, body) {
  put(answers, html);
  say(answers.querySelector(".message")?.innerText ?? "");
  for (const box of document.querySelectorAll("form[data-judge-many] input[name=about]:checked")) {
    if (body.getAll("about").includes(box.value)) box.checked = false;
  }
  document.dispatchEvent(new CustomEvent("judged", { detail: { abouts: body.getAll("about"), verdict: body.get("verdict") } }));
}

if (dialog) {
  dialog.querySelector("form").addEventListener("submit", submit);
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => returning?.isConnected && returning.focus({ preventScroll: true }));
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target.id === "judge-reason") {
      event.preventDefault();
      dialog.querySelector("form").requestSubmit();
    }
  });
}

// undo inside an answer
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!("judging" in form.dataset)) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form));
  const answer = await send(form, body);
  if (answer.status === 200) {
    finish(await answer.text(), body);
  } else {
    show(lineOf(answer));
  }
});

// buttons that open the dialog: the correction of a form, and verdicts of a form for many
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-verdict]");
  const thing = button?.closest("[data-judge], form[data-judge-many]");
  if (!button || !thing || !dialog || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  open(thing, button.dataset.verdict);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialog?.open) return;
  const typing = event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], dialog");
  const verdict = KEYS[event.key];
  if (typing || !verdict) return;
  const many = document.querySelector("form[data-judge-many]");
  const thing = many && ticked(many).length ? many : current();
  if (!thing) return;
  event.preventDefault();
  open(thing, verdict);
});
