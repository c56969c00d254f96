"use strict";
// Searches the index that lies beside this file. Nothing is sent anywhere.
(() => {
  const index = window.clarionIndex;
  const form = document.getElementById("find");
  const box = document.getElementById("find-words");
  const told = document.getElementById("found-told");
  const list = document.getElementById("found");
  if (!index || !form || !box || !told || !list) return;
  const EAST = "\\u1100-\\u11ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const RUN = new RegExp(`[${EAST}]+|(?:(?![${EAST}])[\\p{L}\\p{N}])+`, "gu");
  const IS_EAST = new RegExp(`^[${EAST}]`, "u");
  const MOST = 200;
  const SAID = {
    none: "Nothing was found.",
    one: "1 result.",
    many: "{n} results.",
    most: "{n} results, the first {m} shown.",
  };
  const all = Object.keys(index.words);

  const folded = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").normalize("NFC").toLowerCase();

  const runs = (text) => folded(text).match(RUN) || [];

  const beginning = (word) => {
    const found = new Set();
    for (const term of all) if (term.startsWith(word)) for (const page of index.words[term]) found.add(page);
    return found;
  };

  const pagesOf = (run) => {
    const signs = [...run];
    if (!IS_EAST.test(run) || signs.length < 2) return beginning(run);
    let held = null;
    for (let i = 0; i + 1 < signs.length; i += 1) {
      const found = new Set(Object.hasOwn(index.words, signs[i] + signs[i + 1]) ? index.words[signs[i] + signs[i + 1]] : []);
      held = held === null ? found : new Set([...held].filter((page) => found.has(page)));
    }
    return held;
  };

  const search = (words) => {
    const asked = runs(words);
    if (!asked.length) return [];
    const found = asked.map(pagesOf);
    const pages = [...found[0]].filter((page) => found.every((one) => one.has(page)));
    const inTitle = (page) => asked.filter((run) => folded(index.pages[page][2]).includes(run)).length;
    return pages.sort((a, b) => inTitle(b) - inTitle(a) || a - b);
  };

  const show = (words) => {
    list.textContent = "";
    if (!words.trim()) { told.textContent = ""; return; }
    const found = search(words);
    const many = found.length > MOST ? SAID.most : found.length > 1 ? SAID.many : found.length ? SAID.one : SAID.none;
    told.textContent = many.replace("{n}", found.length).replace("{m}", MOST);
    for (const number of found.slice(0, MOST)) {
      const [address, kind, title, about] = index.pages[number];
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = address;
      const name = document.createElement("bdi");
      name.textContent = title;
      link.append(name);
      const of = document.createElement("span");
      of.className = "kind-of";
      of.textContent = kind;
      const more = document.createElement("p");
      more.className = "sub";
      const words = document.createElement("bdi");
      words.textContent = about;
      more.append(words);
      item.append(of, " ", link, more);
      list.append(item);
    }
  };

  const asked = new URLSearchParams(window.location.search).get("q") || "";
  box.value = asked;
  show(asked);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(box.value);
    try {
      window.history.replaceState(null, "", `?q=${encodeURIComponent(box.value)}`);
    } catch {
      // some browsers let no page from a disk change its address
    }
  });
  let waiting = 0;
  box.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => show(box.value), 150);
  });
})();
