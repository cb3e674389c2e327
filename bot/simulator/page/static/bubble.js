// A message as a phone shows it, with its inline keyboard.
import { act } from "./api.js";
import { copyText } from "./clipboard.js";
import { button, make } from "./dom.js";
import { followLink } from "./links.js";
import { messageMenu } from "./menus.js";
import { alert, notice, toast } from "./notices.js";
import { richText } from "./richtext.js";
import { clockTime, dayLine, full, size } from "./times.js";
import { word } from "./words.js";

export const dayRow = (seconds) => make("div", { class: "day" }, make("span", { text: dayLine(seconds) }));

export function serviceRow(message) {
  const words = { new_chat_members: "joined", left_chat_member: "left", migrate_to_chat_id: "moved", migrate_from_chat_id: "moved" };
  const key = words[message.kind];
  return key ? make("div", { class: "day" }, make("span", { text: word(key, { name: message.name }) })) : null;
}

export function bubble(message, phone) {
  const mine = message.from === phone.viewer;
  const body = make("div", { class: "body" }, ...parts(message, phone, mine), meta(message));
  const row = make("article", { class: `message ${mine ? "out" : "in"}`, "data-id": String(message.id), "aria-label": message.name });
  row.append(make("div", { class: "line" }, body, messageMenu(message, phone, mine)));
  if (message.rows.length) row.append(keys(message, phone));
  return row;
}

function parts(message, phone, mine) {
  const shown = [];
  if (!phone.isPrivate && !mine) shown.push(make("div", { class: "author", dir: "auto", text: message.name }));
  if (message.forwarded) shown.push(make("div", { class: "forwarded", text: word("forwarded", { name: message.forwarded }) }));
  if (message.reply) shown.push(quote(message.reply));
  shown.push(media(message));
  if (message.text) {
    const onCommand = (text) => act("send", { person: phone.viewer, chat: phone.chat, text });
    shown.push(richText(message.text, message.entities, (url) => followLink(url, phone), onCommand));
  }
  return shown;
}

function quote(reply) {
  return make("div", { class: "quote" }, make("strong", { text: reply.name }), make("span", { dir: "auto", text: reply.text }));
}

function media(message) {
  const { file } = message;
  if (message.kind === "photo") return make("img", { class: "photo", loading: "lazy", src: `/files/${file.id}`, alt: word("picture", { name: file.name }) });
  if (message.kind === "document") {
    const names = make("span", { class: "names" }, make("span", { class: "name", text: file.name }), make("span", { class: "under", text: size(file.size) }));
    return make("a", { class: "file", href: `/files/${file.id}`, download: file.name, "aria-label": word("save", { name: file.name }) }, "📄", names);
  }
  if (message.kind === "voice") return make("div", { class: "card" }, "🎤", make("span", { text: word("voice_seconds", { count: message.seconds }) }));
  if (message.venue) return card("📍", message.venue.title, message.venue.address);
  if (message.location) return card("📍", word("location"), `${message.location.latitude}, ${message.location.longitude}`);
  if (message.contact) return card("👤", message.contact.first_name, message.contact.phone_number);
  return null;
}

function card(icon, title, under) {
  const names = make("span", { class: "names" }, make("strong", { dir: "auto", text: title }), make("span", { class: "under", dir: "auto", text: under }));
  return make("div", { class: "card" }, icon, names);
}

function meta(message) {
  const marks = make("span", { class: "meta" });
  if (message.silent) marks.append(make("span", { role: "img", "aria-label": word("silent"), title: word("silent"), text: "🔕" }));
  if (message.edited) marks.append(make("span", { text: word("edited") }));
  marks.append(make("time", { datetime: new Date(message.date * 1000).toISOString(), title: full(message.date), text: clockTime(message.date) }));
  return marks;
}

function keys(message, phone) {
  const grid = make("div", { class: "keys" });
  message.rows.forEach((buttons, row) => {
    const line = make("div", { class: "keyrow" });
    buttons.forEach((facts, column) => line.append(key(facts, { message, phone, row, column })));
    grid.append(line);
  });
  return grid;
}

function key(facts, where) {
  const mark = facts.url ? "↗" : facts.copy ? "❐" : "";
  const element = button(facts.text, (event) => press(element, facts, where, !event.detail), { class: "key", dir: "auto", title: facts.text });
  if (mark) element.append(make("span", { class: "mark", "aria-hidden": "true", text: mark }));
  return element;
}

async function press(element, facts, { message, phone, row, column }, byKey) {
  if (element.getAttribute("aria-busy") === "true") return;
  if (facts.url) {
    followLink(facts.url, phone);
    return;
  }
  if (facts.copy) {
    await copyText(facts.copy);
    return;
  }
  element.setAttribute("aria-busy", "true");
  if (byKey) phone.pressed(element);
  const answer = await act("press", { person: phone.viewer, chat: phone.chat, message: message.id, row, column });
  element.removeAttribute("aria-busy");
  if (answer === null) return;
  element.classList.add("answered");
  setTimeout(() => element.classList.remove("answered"), 600);
  if (!answer.answered) notice(word("no_answer"));
  else if (answer.alert && answer.text) alert(phone.root, answer.text);
  else if (answer.text) toast(phone.root, answer.text);
  if (answer.url) followLink(answer.url, phone);
}
