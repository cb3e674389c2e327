// The guided tour. "Do it" does exactly what a hand would do: open the phone, wait for the button, press it.
// A tour that has begun keeps its acts: their times were chosen when it began.
import { act, read } from "./api.js";
import { button, make, onOtherPanel, panelOpens } from "./dom.js";
import { followLink } from "./links.js";
import { notice } from "./notices.js";
import { chatVersion, person, store } from "./store.js";
import { language, word } from "./words.js";

const PATIENCE = 20_000;
const GLANCE = 150;
const PAUSE = 500;
const LINK = /https:\/\/t\.me\/\w+\?start=[\w-]+/;
let steps = [];
let at = 0;
let part = 0; // how many acts of this step are done: whoever loads the page again goes on with the next
let done = new Set();
let panel;
let toggle;
let openPhone;
let busy = false;

export async function initTour(opener) {
  openPhone = opener;
  panel = document.getElementById("tour");
  panel.hidden = Boolean(localStorage.getItem("tour-closed")); // it takes its room before the phones are opened
  steps = await read(`/tour/${language()}`).catch(() => []);
  if (!steps.length) {
    panel.hidden = true;
    return;
  }
  resume();
  toggle = document.getElementById("tour-toggle");
  toggle.hidden = false;
  toggle.addEventListener("click", () => show(panel.hidden));
  panel.addEventListener("keydown", (event) => event.key === "Escape" && show(false));
  onOtherPanel(panel, () => unfold(false));
  draw();
  if (!localStorage.getItem("tour-closed")) unfold(true);
}

function unfold(open) {
  panel.hidden = !open;
  toggle.setAttribute("aria-expanded", String(open));
  if (open) panelOpens(panel);
}

// Whoever has closed it once is not offered it again by itself.
function show(open) {
  unfold(open);
  if (open) localStorage.removeItem("tour-closed");
  else localStorage.setItem("tour-closed", "yes");
  (open ? panel.querySelector(".do") : toggle).focus();
}

function resume() {
  const kept = JSON.parse(sessionStorage.getItem("tour") ?? "null");
  if (kept?.acts.length !== steps.length) return;
  at = kept.at;
  part = kept.part ?? 0;
  done = new Set(kept.done);
  steps.forEach((step, index) => (step.acts = kept.acts[index]));
}

function keep() {
  if (!done.size && !part) sessionStorage.removeItem("tour");
  else sessionStorage.setItem("tour", JSON.stringify({ at, part, done: [...done], acts: steps.map((step) => step.acts) }));
}

function go(step) {
  at = Math.max(0, Math.min(steps.length - 1, step));
  part = 0;
  keep();
  draw();
  panel.querySelector(".do").focus();
}

function draw() {
  const step = steps[at];
  const finished = done.has(at);
  const close = button("×", () => show(false), { class: "icon", "aria-label": word("close") });
  const head = make("div", { class: "at" }, make("p", { class: "under", text: word("tour_step", { at: at + 1, count: steps.length }) }), close);
  panel.replaceChildren(
    head,
    make("progress", { max: String(steps.length), value: at + 1, "aria-label": word("tour") }),
    make("h2", { text: step.title }),
    make("p", { class: "say", text: step.text }),
    make("p", { class: "finished", role: "status", text: finished ? `✓ ${word("tour_done")}` : "" }),
    make("div", { class: "buttons" }, mainButton(step, finished), ...sideButtons(step, finished)),
  );
}

function mainButton(step, finished) {
  if (step.acts.length && !finished) {
    return button(word(busy ? "tour_doing" : "tour_do"), perform, { class: "primary do", "aria-disabled": busy && "true" });
  }
  const last = at === steps.length - 1;
  return button(word(last ? "tour_again" : "tour_next"), () => (last ? restart() : go(at + 1)), { class: "primary do" });
}

function sideButtons(step, finished) {
  const back = at ? button(word("tour_back"), () => go(at - 1), { class: "plain" }) : null;
  const skip = step.acts.length && !finished && at < steps.length - 1;
  return [back, skip ? button(word("tour_skip"), () => go(at + 1), { class: "plain" }) : null];
}

function restart() {
  done = new Set();
  go(0);
}

async function perform() {
  if (busy) return;
  busy = true;
  const step = at;
  draw();
  stay();
  if (!done.size && !part) steps = await read(`/tour/${language()}`);
  const { acts } = steps[step];
  let next = part;
  while (next < acts.length && (await performOne(acts[next]))) {
    next += 1;
    if (at === step) part = next; // else one has gone on to another step meanwhile
    keep();
    await wait(PAUSE);
  }
  busy = false;
  if (next === acts.length) done.add(step);
  keep();
  draw();
  stay();
}

// The button is drawn anew; whoever has gone elsewhere meanwhile is left there.
function stay() {
  if (document.activeElement === document.body) panel.querySelector(".do").focus();
}

async function performOne({ do: what, text, person: id, giver }) {
  if (what === "wind") return reached(await act("wind", { to: text }));
  if (what === "link") return followGiven(id, giver);
  const phone = openPhone(id);
  if (what === "look") return true;
  if (what === "send") return (await act("send", { person: id, text })) !== null;
  if (what === "start") return (await act("start", { person: id, payload: text })) !== null;
  if (what === "reply_button") return pressWhenThere(phone, id, ".replykeys .key", text);
  return pressWhenThere(phone, id, ".keys .key", text);
}

async function pressWhenThere(phone, id, selector, label) {
  const found = await find(phone, () => newest(phone, selector, label));
  if (!found) return stuck("tour_stuck", id, { label });
  found.scrollIntoView({ block: "nearest" });
  found.click();
  for (let left = PATIENCE; left > 0 && found.isConnected && found.getAttribute("aria-busy"); left -= GLANCE) await wait(GLANCE);
  return true;
}

// An old card may have a button of the same name; on one card (a calendar) the first of a name is meant.
function newest(phone, selector, label) {
  const named = [...phone.root.querySelectorAll(selector)].filter((element) => element.firstChild?.textContent === label);
  const card = named.at(-1)?.closest(".message");
  return named.find((element) => element.closest(".message") === card);
}

// What one person was given, another opens: the newest link into the bot on the giver's phone.
async function followGiven(id, giver) {
  const from = openPhone(giver);
  const links = () => [...from.root.querySelectorAll(".text")].map((text) => LINK.exec(text.textContent)?.[0]);
  const url = await find(from, () => links().findLast(Boolean));
  return url ? (await followLink(url, openPhone(id))) !== null : stuck("tour_no_link", giver);
}

async function find(phone, look) {
  for (let left = PATIENCE; left > 0; left -= GLANCE) {
    const found = phone.version >= chatVersion(phone.chat) && look();
    if (found) return found;
    if (store.alive === false) left += GLANCE; // the plug was pulled: it comes back
    await wait(GLANCE);
  }
  return null;
}

// Time has gone on, and the page has heard of all that came meanwhile: an older card is not taken for the newest.
async function reached(wound) {
  for (let left = PATIENCE; wound && left > 0 && store.version < wound.version; left -= GLANCE) await wait(GLANCE);
  return wound !== null;
}

function stuck(key, id, facts = {}) {
  notice(word(key, { ...facts, name: person(id)?.name ?? "" }));
  return false;
}

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
