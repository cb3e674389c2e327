// The guided tour. "Do it" does exactly what a hand would do: open the phone, wait for the button, press it.
import { act, read } from "./api.js";
import { button, make } from "./dom.js";
import { followLink } from "./links.js";
import { notice } from "./notices.js";
import { person } from "./store.js";
import { language, word } from "./words.js";

const PATIENCE = 10_000;
const GLANCE = 150;
const PAUSE = 500;
let steps = [];
let at = 0;
let done = new Set();
let panel;
let openPhone;
let busy = false;

export async function initTour(opener) {
  openPhone = opener;
  steps = await read(`/tour/${language()}`);
  if (!steps.length) return;
  at = Math.min(Number(sessionStorage.getItem("tour") ?? 0), steps.length - 1);
  panel = document.getElementById("tour");
  const toggle = document.getElementById("tour-toggle");
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    toggle.setAttribute("aria-expanded", String(!panel.hidden));
  });
  draw();
}

function go(step) {
  at = Math.max(0, Math.min(steps.length - 1, step));
  sessionStorage.setItem("tour", String(at));
  draw();
}

function draw() {
  const step = steps[at];
  const finished = done.has(at);
  const doit = button(finished ? `✓ ${word("tour_done")}` : word("tour_do"), perform, { class: "primary do", disabled: busy || finished || !step.acts.length });
  const back = button(word("tour_back"), () => go(at - 1), { class: "plain", disabled: at === 0 });
  const last = at === steps.length - 1;
  const next = button(last ? word("tour_again") : word("tour_next"), () => (last ? restart() : go(at + 1)), { class: "plain" });
  panel.replaceChildren(
    make("p", { class: "under", text: word("tour_step", { at: at + 1, count: steps.length }) }),
    make("progress", { max: String(steps.length), value: at + 1, "aria-label": word("tour") }),
    make("h2", { text: step.title }),
    make("p", { class: "say", text: step.text }),
    make("div", { class: "buttons" }, doit, back, next),
  );
}

function restart() {
  done = new Set();
  go(0);
}

async function perform() {
  busy = true;
  const step = at;
  draw();
  let whole = true;
  for (const one of steps[step].acts) {
    whole = await performOne(one);
    if (!whole) break;
    await wait(PAUSE);
  }
  busy = false;
  if (whole) done.add(step);
  draw();
}

async function performOne({ do: what, text, person: id }) {
  if (what === "wind") return (await act("wind", { to: text })) !== null;
  const phone = openPhone(id);
  if (what === "send") return (await act("send", { person: id, text })) !== null;
  if (what === "start") return (await act("start", { person: id, payload: text })) !== null;
  if (what === "reply_button") return pressWhenThere(phone, id, ".replykeys .key", text);
  if (what === "link") return followWhenThere(phone, id, text);
  return pressWhenThere(phone, id, ".keys .key", text);
}

async function pressWhenThere(phone, id, selector, label) {
  const found = await find(phone, selector, label);
  if (!found) return stuck(id, label);
  found.scrollIntoView({ block: "nearest" });
  found.click();
  for (let left = PATIENCE; left > 0 && found.isConnected && found.getAttribute("aria-busy"); left -= GLANCE) await wait(GLANCE);
  return true;
}

async function followWhenThere(phone, id, text) {
  const payload = await find(phone, ".text a, .keys .key", text);
  if (payload) payload.click();
  else if (/^(https?:\/\/)?t\.me\//.test(text)) followLink(text, phone);
  else return stuck(id, text);
  return true;
}

// The newest first: an old card may have a button of the same name.
async function find(phone, selector, label) {
  for (let left = PATIENCE; left > 0; left -= GLANCE) {
    const all = [...phone.root.querySelectorAll(selector)].reverse();
    const found = all.find((element) => element.firstChild?.textContent === label);
    if (found) return found;
    await wait(GLANCE);
  }
  return null;
}

function stuck(id, label) {
  notice(word("tour_stuck", { label, name: person(id)?.name ?? "" }));
  return false;
}

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
