// The reader: claims by keyboard, their details at the side, words chosen to add a claim or a translation.
// Offsets count Unicode code points of the document's text; elements of the class nt are not of the text.
import { say, show } from "./workbench.js";

const reader = document.getElementById("reader");
const text = document.getElementById("text");
const side = document.getElementById("details");
const bar = document.getElementById("chosen-bar");
const order = reader.dataset.order ? reader.dataset.order.split(" ") : [];
let now = document.querySelector(".details")?.dataset.judge ?? "";
let asked = 0;
let picking = false;

// going from claim to claim

async function openClaim(id, { scroll = true } = {}) {
  if (!id) return;
  now = id;
  choose(id, scroll);
  history.replaceState(null, "", `?claim=${encodeURIComponent(id)}`);
  const mine = ++asked;
  const answer = await fetch(reader.dataset.details.replace("CLAIM", encodeURIComponent(id)), { headers: { "HX-Request": "true" } });
  if (mine !== asked) return; // another one was chosen meanwhile
  if (!answer.ok) { show(gettext("This claim could not be opened. Load the page again.")); return; }
  const made = document.createElement("template");
  made.innerHTML = await answer.text(); // made by the workbench, every word of a document escaped
  const add = side.lastElementChild?.querySelector("#add-link") ? side.lastElementChild : null;
  side.replaceChildren(made.content, ...(add ? [add] : []));
  htmx.process(side);
  position();
  highlight();
  say(`${order.indexOf(id) + 1} / ${order.length}. ${side.querySelector("h2")?.innerText ?? ""}, ${side.querySelector(".chip")?.innerText ?? ""}`);
}

function choose(id, scroll) {
  for (const old of document.querySelectorAll(".text .chosen")) old.classList.remove("chosen");
  const word = `[data-c~="${CSS.escape(id)}"]`;
  for (const one of text.querySelectorAll(`[data-t~="${CSS.escape(id)}"]`)) one.classList.add("chosen");
  const own = document.getElementById(`w-${id}`) ?? text.querySelector(word);
  own?.classList.add("chosen");
  if (scroll) own?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

function position() {
  const place = document.getElementById("position");
  if (place && now) place.textContent = `${order.indexOf(now) + 1} / ${order.length}`;
}

function step(by) {
  const at = order.indexOf(now);
  const next = at < 0 ? (by > 0 ? 0 : order.length - 1) : at + by;
  if (next >= 0 && next < order.length) openClaim(order[next]);
  else say(by > 0 ? gettext("This is the last claim.") : gettext("This is the first claim."));
}

function nextUnjudged() {
  const at = order.indexOf(now);
  const around = [...order.slice(at + 1), ...order.slice(0, at + 1)];
  const found = around.find((id) => text.querySelector(`[data-sign-of="${CSS.escape(id)}"]`)?.textContent.trim() === "");
  if (found) openClaim(found);
  else say(gettext("Every claim of this document is judged."));
}

text?.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-c]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (getSelection().isCollapsed) openClaim(link.dataset.c.split(" ")[0], { scroll: false });
});
document.getElementById("first-claim")?.addEventListener("click", (event) => {
  event.preventDefault();
  openClaim(order[0]);
});

const SIGNS = { accept: "✓", correct: "✎", reject: "✗", unsure: "?" };
document.addEventListener("judged", (event) => {
  for (const id of event.detail.abouts) {
    const verdict = event.detail.verdict;
    const place = text?.querySelector(`[data-sign-of="${CSS.escape(id)}"]`);
    if (place) place.textContent = verdict ? ` ${SIGNS[verdict] ?? "•"}` : "";
  }
  const signs = [...document.querySelectorAll("[data-sign-of]")];
  document.getElementById("number-judged").textContent = signs.filter((one) => one.textContent.trim()).length;
  const at = order.indexOf(event.detail.abouts[0]);
  const goesOn = event.detail.verdict && at >= 0 && at + 1 < order.length;
  openClaim(goesOn ? order[at + 1] : now);
});

// offsets

function* ofText() {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    if (node.classList.contains("sign")) return NodeFilter.FILTER_ACCEPT;
    return node.classList.contains("nt") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE && node.parentElement.closest(".nt")) continue;
    yield node;
  }
}

const lengthOf = (words) => { let number = 0; for (const _ of words) number += 1; return number; };

function offsetOf(container, offset) {
  const point = document.createRange();
  point.setStart(container, offset);
  let total = 0;
  for (const node of ofText()) {
    if (node === container) return total + lengthOf(node.data.slice(0, offset));
    const after = point.comparePoint(node, 0) > 0;
    if (after) return total;
    total += node.nodeType === Node.TEXT_NODE ? lengthOf(node.data) : Number(node.dataset.n);
  }
  return total;
}

function rangeOf(start, end) {
  const range = document.createRange();
  let total = 0;
  let begun = false;
  for (const node of ofText()) {
    const isText = node.nodeType === Node.TEXT_NODE;
    const length = isText ? lengthOf(node.data) : Number(node.dataset.n);
    if (!begun && total + length > start) {
      if (isText) range.setStart(node, unitsOf(node.data, start - total)); else range.setStartBefore(node);
      begun = true;
    }
    if (begun && total + length >= end) {
      if (isText) range.setEnd(node, unitsOf(node.data, end - total)); else range.setEndAfter(node);
      return range;
    }
    total += length;
  }
  return null;
}

function unitsOf(words, points) {
  let units = 0;
  for (const sign of words) {
    if (points-- <= 0) break;
    units += sign.length;
  }
  return units;
}

function highlight() {
  if (!window.Highlight || !CSS.highlights || !text) return;
  const details = side.querySelector(".details");
  const spans = details ? JSON.parse(details.dataset.spans) : [];
  const ranges = (wanted) => spans.filter(([kind]) => (kind === "claim") === wanted).map(([, start, end]) => rangeOf(start, end)).filter(Boolean);
  CSS.highlights.set("claim", new Highlight(...ranges(true)));
  CSS.highlights.set("fields", new Highlight(...ranges(false)));
}

// choosing words

function chosen() {
  const selection = getSelection();
  if (!text || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return end > start ? { start, end, words: selection.toString() } : null;
}

document.addEventListener("selectionchange", () => {
  if (!bar || document.querySelector("dialog[open]")) return;
  bar.hidden = !chosen() && !picking;
});

// the words of the text as [start, end] in code points, worked out when they are first needed
let wordsOfText = null;
const picked = { from: 0, to: 0 };

function allWords() {
  if (wordsOfText) return wordsOfText;
  let plain = "";
  for (const node of ofText()) plain += node.nodeType === Node.TEXT_NODE ? node.data : " ".repeat(Number(node.dataset.n));
  const segments = new Intl.Segmenter(text.lang || undefined, { granularity: "word" }).segment(plain);
  wordsOfText = [];
  let at = 0;
  for (const { segment, isWordLike } of segments) {
    const length = lengthOf(segment);
    if (isWordLike) wordsOfText.push([at, at + length]);
    at += length;
  }
  return wordsOfText;
}

function beginPicking() {
  if (!text || !bar || !allWords().length) return;
  picking = true;
  text.classList.add("picking");
  bar.hidden = false;
  const own = document.getElementById(`w-${now}`);
  const begin = own ? offsetOf(own, 0) : 0;
  picked.from = picked.to = Math.max(0, allWords().findIndex(([start]) => start >= begin));
  text.focus({ preventScroll: true });
  showPicked();
  say(document.getElementById("picking-help").textContent);
}

function endPicking() {
  picking = false;
  text?.classList.remove("picking");
  getSelection().removeAllRanges();
  if (bar) bar.hidden = true;
}

function showPicked() {
  const words = allWords();
  const [first, last] = [Math.min(picked.from, picked.to), Math.max(picked.from, picked.to)];
  const range = rangeOf(words[first][0], words[last][1]);
  if (!range) return;
  getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  range.endContainer.parentElement.scrollIntoView({ block: "nearest" });
  say(range.toString().trim());
}

const LEAP = 10; // words that an arrow up or down goes

function pick(event) {
  const forward = text.matches(":dir(rtl)") ? "ArrowLeft" : "ArrowRight";
  const backward = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
  const by = { [forward]: 1, [backward]: -1, ArrowDown: LEAP, ArrowUp: -LEAP }[event.key];
  if (by) {
    event.preventDefault();
    picked.to = Math.min(Math.max(picked.to + by, 0), allWords().length - 1);
    if (!event.shiftKey) picked.from = picked.to;
    showPicked();
    return true;
  }
  if (event.key === "Enter") { event.preventDefault(); act("add"); return true; }
  if (event.key === "t") { event.preventDefault(); act("translate"); return true; }
  if (event.key === "Escape") { event.preventDefault(); endPicking(); return true; }
  return false;
}

async function act(what) {
  const words = chosen();
  if (what === "leave") { endPicking(); return; }
  if (!words) { show(gettext("Choose words in the text first.")); return; }
  if (what === "translate") {
    const dialog = document.getElementById("translate-dialog");
    if (!dialog) return;
    dialog.querySelector("[name=start]").value = words.start;
    dialog.querySelector("[name=end]").value = words.end;
    document.getElementById("translate-words").textContent = words.words;
    dialog.showModal();
    dialog.querySelector("textarea").focus();
    return;
  }
  const dialog = document.getElementById("add-dialog");
  if (!dialog) return;
  const long = words.end - words.start > 60;
  const cue = long ? actWord(words.words) : "";
  const query = new URLSearchParams({ start: words.start, end: words.end, cue });
  const answer = await fetch(`${reader.dataset.add}?${query}`, { headers: { "HX-Request": "true" } });
  if (!answer.ok && answer.status !== 400) { show(gettext("This could not be done. Load the page again and try once more.")); return; }
  document.getElementById("add-fields").innerHTML = await answer.text();
  dialog.showModal();
  dialog.querySelector("select")?.focus();
}

// of a long passage the word under the first mark of a claim, else its longest word: shown, and changed by choosing fewer words
function actWord(words) {
  return words.split(/\s+/).map((one) => one.replace(/^\P{L}+|\P{L}+$/gu, "")).reduce((longest, one) => (one.length > longest.length ? one : longest), "");
}

bar?.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the words chosen
bar?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button) act(button.dataset.do);
});
for (const dialog of document.querySelectorAll("#add-dialog, #translate-dialog")) {
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.target.closest("input, textarea, select, [contenteditable], summary, iframe")) return;
  if (picking && pick(event)) return;
  if (!picking && !event.shiftKey && chosen() && event.key === "Enter") { event.preventDefault(); act("add"); return; }
  const does = { j: () => step(1), k: () => step(-1), ArrowRight: () => step(1), ArrowLeft: () => step(-1), x: nextUnjudged, n: beginPicking }[event.key];
  if (!does || event.shiftKey) return;
  event.preventDefault();
  does();
});

position();
if (now) { choose(now, false); highlight(); }
