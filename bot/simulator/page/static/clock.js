// The demo's clock. It only goes forward, and it stops at everything due on the way (the demo sees to that).
import { act, read } from "./api.js";
import { button, make } from "./dom.js";
import { clockNow, store, watch } from "./store.js";
import { full, short, soon } from "./times.js";
import { language, word } from "./words.js";

let time;
let next;
let nextText;
let nextAt;
let play;
let list;
let busy = false;
let playing = false;
let dueVersion = -1;

export function initClock() {
  time = make("time", { class: "now" });
  next = button("", () => wind("next"), { class: "plain next", disabled: true });
  nextText = make("span", { class: "long", text: word("next") });
  nextAt = make("time", { class: "long" });
  next.append(make("span", { class: "brief", "aria-hidden": "true", text: "⏭" }), nextText, nextAt);
  play = button("▶", togglePlay, { class: "icon", "aria-label": word("play"), title: word("play"), "aria-pressed": "false" });
  list = make("ol", { class: "duelist" });
  const due = make("details", { class: "due" }, make("summary", { text: "⏰", "aria-label": word("due"), title: word("due") }), list);
  const hour = button(word("hour"), () => wind("hour"), { class: "plain" });
  const day = button(word("day"), () => wind("day"), { class: "plain" });
  document.getElementById("clock").append(time, hour, day, next, play, due);
  document.addEventListener("click", (event) => due.contains(event.target) || due.removeAttribute("open"));
  due.addEventListener("keydown", (event) => event.key === "Escape" && due.removeAttribute("open"));
  setInterval(tick, 1000);
  watch(drawDue);
  tick();
  drawDue();
}

function tick() {
  show();
  if (playing) wind("minute"); // once a second: sixty times as fast
}

function show() {
  time.textContent = short(clockNow());
  time.title = `${word("clock")}: ${full(clockNow())}`;
  time.setAttribute("datetime", new Date(clockNow() * 1000).toISOString());
}

function togglePlay() {
  playing = !playing;
  play.setAttribute("aria-pressed", String(playing));
  play.textContent = playing ? "⏸" : "▶";
  play.setAttribute("aria-label", word(playing ? "pause" : "play"));
}

async function wind(to) {
  if (busy) return;
  busy = true;
  document.body.toggleAttribute("data-winding", to !== "minute");
  const done = await act("wind", { to });
  busy = false;
  document.body.removeAttribute("data-winding");
  if (done === null && playing) togglePlay();
  show();
}

async function drawDue() {
  if (dueVersion === store.version) return;
  dueVersion = store.version;
  let due = [];
  try {
    due = await read(`/due?language=${language()}`);
  } catch {
    return;
  }
  const line = (one) => (one.people ? word(one.people === 1 ? "due_person" : "due_people", { what: one.what, count: one.people }) : one.what);
  list.replaceChildren(...due.map((one) => make("li", {}, make("time", { text: short(one.at) }), make("span", { text: line(one) }))));
  if (!due.length) list.append(make("li", { text: word("nothing_due") }));
  const what = due.length ? line(due[0]) : "";
  const when = due.length ? soon(due[0].at, clockNow()) : "";
  const named = due.length ? word("due_at", { what, when }) : word("nothing_due");
  nextText.textContent = due.length ? word("next_named", { what }) : word("next");
  nextAt.textContent = when;
  next.title = named;
  next.setAttribute("aria-label", due.length ? word("next_named", { what: named }) : word("next"));
  next.disabled = !due.length;
}
