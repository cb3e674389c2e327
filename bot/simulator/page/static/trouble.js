// Switches that hurt, and the log that shows how the bot took it.
import { act, read } from "./api.js";
import { button, make, onOtherPanel, panelOpens } from "./dom.js";
import { person, store, watch } from "./store.js";
import { clockTime } from "./times.js";
import { word } from "./words.js";

const KINDS = ["too_many", "slow", "server_error", "drop_after", "outage", "duplicate"];
const FAULTS = { slow: "slow", drop_after: "drop_after", duplicate: "again", kill: "killed" }; // what a call's own words do not say
const KEPT = 300;
let panel;
let rows;
let filter;
let alive;
let lastCall = 0;
const boxes = new Map();
let loading = false;

export function initTrouble() {
  panel = document.getElementById("trouble");
  const toggle = document.getElementById("trouble-toggle");
  const show = (open) => {
    panel.hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
    if (open) panelOpens(panel);
    draw();
    if (open) panel.focus();
  };
  toggle.addEventListener("click", () => show(panel.hidden));
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    show(false);
    toggle.focus();
  });
  onOtherPanel(panel, () => show(false));
  alive = make("p", { class: "alive", role: "status" });
  const kill = button(`⚡ ${word("kill")}`, () => act("kill_bot"), { class: "danger wide" });
  const switches = make("div", { class: "switches" }, ...KINDS.map(switchOf));
  panel.append(make("h2", { text: word("trouble") }), alive, kill, make("p", { class: "under", text: word("kill_text") }), switches, log());
  watch(draw);
  draw();
}

function switchOf(kind) {
  const box = make("input", { type: "checkbox", onchange: () => act("trouble", { kind, on: box.checked }) });
  const hits = make("span", { class: "under" });
  boxes.set(kind, { box, hits });
  return make("label", { class: "check" }, box, make("span", { class: "names" }, make("span", { text: word(kind) }), hits));
}

function log() {
  filter = make("input", { type: "search", placeholder: word("filter"), "aria-label": word("filter"), oninput: applyFilter });
  rows = make("tbody", {});
  const head = make("tr", {}, ...["method", "to", "status", "ms"].map((key) => make("th", { scope: "col", text: word(key) })));
  const table = make("table", {}, make("thead", {}, head), rows);
  const scroll = make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": word("log") }, table);
  return make("section", { class: "log" }, make("h3", { text: word("log") }), filter, scroll);
}

function draw() {
  alive.textContent = `${store.alive ? "●" : "○"} ${word(store.alive ? "alive" : "dead")}`;
  alive.classList.toggle("dead", !store.alive);
  for (const [kind, { box, hits }] of boxes) {
    const state = store.trouble[kind];
    box.checked = Boolean(state?.on);
    hits.textContent = state?.hits ? word("hits", { count: state.hits }) : "";
  }
  if (!panel.hidden && store.calls > lastCall) loadCalls();
}

async function loadCalls() {
  if (loading) return;
  loading = true;
  try {
    for (const call of await read(`/calls?since=${lastCall}`)) {
      lastCall = Math.max(lastCall, call.number);
      rows.prepend(lineOf(call));
    }
  } catch {
    // the next event tries again
  }
  while (rows.children.length > KEPT) rows.lastChild.remove();
  applyFilter();
  loading = false;
}

function lineOf(call) {
  const who = person(call.chat)?.name ?? store.groups.get(call.chat)?.name ?? call.chat ?? "";
  const status = call.status === 0 ? "—" : String(call.status);
  const why = call.words || (call.fault ? word(FAULTS[call.fault] ?? call.fault) : "");
  const line = make("tr", { class: call.status === 200 ? "" : "bad", title: [clockTime(call.at), why].filter(Boolean).join(" · ") });
  for (const text of [call.method, String(who), status, call.ms.toFixed(0)]) line.append(make("td", { text }));
  if (why) line.firstChild.append(make("span", { class: "under", text: why }));
  return line;
}

function applyFilter() {
  const wanted = filter.value.toLowerCase();
  for (const line of rows.children) line.hidden = !line.textContent.toLowerCase().includes(wanted);
}
