// Ticking rows of a table: all shown at once, a stretch with Shift, and how many are ticked. j and k go from row to row.
const form = document.querySelector("form[data-judge-many]");
const count = form?.querySelector("[data-tick-count]");
const all = form?.querySelector("[data-tick-all]");
const start = count?.textContent;
let last = null;

const boxes = () => [...(form?.querySelectorAll("input[name=about]") ?? [])];

function tell() {
  const every = boxes();
  const number = every.filter((box) => box.checked).length;
  const words = number ? interpolate(ngettext("%s ticked", "%s ticked", number), [number]) : start;
  if (count.textContent !== words) count.textContent = words;
  all.checked = number > 0 && number === every.length;
  all.indeterminate = number > 0 && number < every.length;
}

form?.addEventListener("click", (event) => {
  const box = event.target.closest("input[name=about]");
  if (!box) return;
  if (event.shiftKey && last) {
    const every = boxes();
    const [from, to] = [every.indexOf(last), every.indexOf(box)].sort((a, b) => a - b);
    for (const one of every.slice(Math.max(from, 0), to + 1)) one.checked = box.checked;
  }
  last = box;
});

all?.addEventListener("change", () => {
  for (const box of boxes()) box.checked = all.checked;
});

form?.addEventListener("change", tell);
document.addEventListener("judged", () => form && tell());

document.addEventListener("keydown", (event) => {
  if (!form || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select, dialog")) return;
  if (event.key !== "j" && event.key !== "k") return;
  const every = boxes();
  const here = every.indexOf(document.activeElement?.closest("tr")?.querySelector("input[name=about]"));
  const next = every[Math.min(Math.max(here + (event.key === "j" ? 1 : -1), 0), every.length - 1)];
  event.preventDefault();
  next?.focus();
  next?.closest("tr").scrollIntoView({ block: "nearest" });
});

if (form) tell();
