// People and groups with what is new. A phone that is open has nothing unread.
import { avatar, button, make } from "./dom.js";
import { askGroup, askPerson } from "./dialogs.js";
import { store, watch } from "./store.js";
import { clockTime } from "./times.js";
import { word } from "./words.js";

const seen = new Map();
const drawn = new Map(); // id of a line: what it was drawn from, and its row
const [people, groups] = [make("ul"), make("ul")];
let open = () => {};

export function initSidebar(onOpen) {
  open = onOpen;
  document.getElementById("people").append(
    make("h2", { text: word("people") }),
    people,
    button(`+ ${word("add_person")}`, async () => opened(await askPerson()), { class: "plain wide" }),
    make("h2", { text: word("groups") }),
    groups,
    button(`+ ${word("add_group")}`, async () => opened(await askGroup()), { class: "plain wide" }),
  );
  const before = JSON.parse(sessionStorage.getItem("seen") ?? "null"); // at first sight nothing counts as new
  for (const line of lines()) saw(line.id, before ? before[line.id] ?? 0 : line.received);
  watch(draw);
  draw();
}

const lines = () => [...store.people.values(), ...store.groups.values()];
const unread = (line) => Math.max(0, line.received - (seen.get(line.id) ?? 0));

function saw(id, received) {
  seen.set(id, received);
  sessionStorage.setItem("seen", JSON.stringify(Object.fromEntries(seen)));
}

export function markSeen(id) {
  const line = store.people.get(id) ?? store.groups.get(id);
  if (line && seen.get(id) !== line.received) {
    saw(id, line.received);
    draw();
  }
}

function draw() {
  for (const line of store.people.values()) place(people, line, personRow);
  for (const line of store.groups.values()) {
    if (line.moved) drawn.get(line.id)?.element.remove();
    else place(groups, line, groupRow);
  }
}

// A row that says the same stays as it is: nobody loses the focus, or a click that has begun.
function place(list, line, rowOf) {
  const from = JSON.stringify([line, unread(line)]);
  const before = drawn.get(line.id);
  if (before?.from === from) return;
  const element = rowOf(line);
  drawn.set(line.id, { from, element });
  if (!before) {
    list.append(element);
    return;
  }
  const focused = before.element.contains(document.activeElement);
  before.element.replaceWith(element);
  if (focused) element.firstChild.focus();
}

async function opened(id) {
  while (id && !drawn.has(id)) await new Promise((resolve) => setTimeout(resolve, 50)); // until the page has heard of it
  if (id) open(store.groups.get(id)?.members[0] ?? id, id);
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
    markSeen(line.id);
    if (line.members.length) open(line.members[0], line.id);
  });
}

function row(line, under, kind, onclick) {
  const fresh = unread(line);
  const names = make("span", { class: "names" }, make("span", { class: "name", dir: "auto", text: line.name }, line.note ? note(line.note) : null));
  const news = make("span", { class: "news" }, make("span", { class: `under ${kind}`, dir: "auto", text: under }));
  if (line.last) news.append(make("span", { class: "when", text: clockTime(line.last.date) }));
  if (fresh) news.append(make("span", { class: "badge", "aria-label": word("unread", { count: fresh }), text: String(fresh) }));
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

