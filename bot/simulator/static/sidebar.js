// People and groups with what is new. A phone that is open has nothing unread.
import { avatar, button, make } from "./dom.js";
import { askGroup, askPerson } from "./dialogs.js";
import { person, store, watch } from "./store.js";
import { clockTime } from "./times.js";
import { word } from "./words.js";

const seen = new Map();
let open = () => {};

export function initSidebar(onOpen) {
  open = onOpen;
  for (const line of [...store.people.values(), ...store.groups.values()]) seen.set(line.id, line.received);
  watch(draw);
  draw();
}

export function markSeen(id) {
  const line = person(id);
  if (line && seen.get(id) !== line.received) {
    seen.set(id, line.received);
    draw();
  }
}

function draw() {
  const side = document.getElementById("people");
  const focused = document.activeElement?.dataset?.key;
  const people = [...store.people.values()].map(personRow);
  const groups = [...store.groups.values()].filter((group) => !group.moved).map(groupRow);
  side.replaceChildren(
    make("h2", { text: word("people") }),
    make("ul", {}, ...people),
    button(`+ ${word("add_person")}`, async () => opened(await askPerson()), { class: "plain wide" }),
    make("h2", { text: word("groups") }),
    make("ul", {}, ...groups),
    button(`+ ${word("add_group")}`, () => askGroup(), { class: "plain wide" }),
  );
  if (focused) side.querySelector(`[data-key="${focused}"]`)?.focus();
}

async function opened(id) {
  while (id && !person(id)) await new Promise((resolve) => setTimeout(resolve, 50)); // until the page has heard of it
  if (id) open(id, id);
}

function personRow(line) {
  const state = line.gone ? word("gone") : line.blocked ? word("blocked") : line.started ? "" : word("not_started");
  const under = state || preview(line);
  return row(line, under, state ? "state" : "", () => {
    markSeen(line.id);
    open(line.id, line.id);
  });
}

function groupRow(line) {
  const under = preview(line) || word("members", { count: line.members.length + 1 });
  return row(line, under, "", () => {
    seen.set(line.id, line.received);
    if (line.members.length) open(line.members[0], line.id);
  });
}

function row(line, under, kind, onclick) {
  const unread = Math.max(0, line.received - (seen.get(line.id) ?? 0));
  const names = make("span", { class: "names" }, make("span", { class: "name", dir: "auto", text: line.name }, line.note ? note(line.note) : null));
  const news = make("span", { class: "news" }, make("span", { class: `under ${kind}`, dir: "auto", text: under }));
  if (line.last) news.append(make("span", { class: "when", text: clockTime(line.last.date) }));
  if (unread) news.append(make("span", { class: "badge", "aria-label": word("unread", { count: unread }), text: String(unread) }));
  names.append(news);
  const key = String(line.id);
  return make("li", {}, make("button", { type: "button", class: "row", "data-key": key, onclick }, avatar(line.name, line.id), names));
}

const note = (text) => make("span", { class: "note", text: ` ${text}` });

const KINDS = { voice: "🎤", photo: "📷", document: "📎", venue: "📍", location: "📍", contact: "👤" };
function preview(line) {
  if (!line.last) return "";
  const icon = KINDS[line.last.kind];
  return [icon, line.last.text.split("\n")[0]].filter(Boolean).join(" ");
}

