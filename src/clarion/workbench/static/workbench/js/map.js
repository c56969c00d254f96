// The map: outlines of states that lie in the page's own folder, and a pin for each row of the table beside it.
// No tile is fetched. The table says the same, so nothing here is needed to read the page.
const frame = document.getElementById("map");
const rows = [...document.querySelectorAll("tr[data-lat]")];

function pinOf(row) {
  const number = Number(row.dataset.number);
  const size = Math.round(22 + Math.min(26, 7 * Math.log2(number)));
  const link = row.querySelector("a");
  const words = `${link.textContent.trim()}: ${number}`;
  const icon = L.divIcon({ className: "pin", html: "", iconSize: [size, size] });
  const pin = L.marker([Number(row.dataset.lat), Number(row.dataset.lon)], { icon, title: words, alt: words, riseOnHover: true });
  pin.bindPopup(() => popup(link, number));
  pin.on("add", () => {
    const element = pin.getElement();
    element.textContent = String(number);
    element.setAttribute("aria-label", words);
  });
  pin.on("popupopen", () => mark(row));
  row.addEventListener("focusin", () => mark(row));
  return pin;
}

function popup(link, number) {
  const box = document.createElement("div");
  const copy = link.cloneNode(true);
  const line = document.createElement("div");
  line.textContent = interpolate(ngettext("%s incident", "%s incidents", number), [number]);
  box.append(copy, line);
  return box;
}

function mark(row) {
  for (const other of rows) other.classList.toggle("is-here", other === row);
}

async function draw() {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(frame, {
    attributionControl: false, worldCopyJump: false, minZoom: 1, maxZoom: 9, zoomSnap: 0.5,
    zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, inertia: !still,
    maxBounds: [[-85, -200], [85, 200]],
  });
  const pins = L.featureGroup(rows.map(pinOf));
  map.fitBounds(pins.getBounds().pad(0.25), { maxZoom: 6, animate: false });
  pins.addTo(map);
  const answer = await fetch(frame.dataset.outlines);
  if (!answer.ok) return;
  L.geoJSON(await answer.json(), { interactive: false, style: () => ({ className: "outline" }) }).addTo(map);
}

if (frame && rows.length && window.L) draw();
