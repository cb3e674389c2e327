// Menus of a phone and of a message. Escape or a click elsewhere closes them.
import { act } from "./api.js";
import { copyText } from "./clipboard.js";
import { CLIENT_LANGUAGES, askText } from "./dialogs.js";
import { button, make } from "./dom.js";
import { person } from "./store.js";
import { word } from "./words.js";

export function menuButton(label, icon, items, attributes = {}) {
  const wrap = make("div", { class: "menuwrap" });
  const opener = button(icon, () => (wrap.querySelector(".menu") ? close() : open()), {
    "aria-label": label, "aria-haspopup": "menu", "aria-expanded": "false", ...attributes,
  });
  const outside = (event) => wrap.contains(event.target) || close();
  const close = () => {
    wrap.querySelector(".menu")?.remove();
    opener.setAttribute("aria-expanded", "false");
    document.removeEventListener("click", outside, true);
  };
  const open = () => {
    const menu = make("div", { class: "menu", role: "menu" });
    for (const [text, then, facts = {}] of items()) {
      menu.append(button(text, () => { close(); opener.focus(); then(); }, { role: "menuitem", ...facts }));
    }
    wrap.append(menu);
    const [box, frame] = [menu, wrap.closest(".messages, .phone")].map((element) => element.getBoundingClientRect());
    menu.classList.toggle("up", box.bottom > frame.bottom);
    menu.classList.toggle("inward", box.left < frame.left);
    opener.setAttribute("aria-expanded", "true");
    document.addEventListener("click", outside, true);
    menu.querySelector("button")?.focus();
  };
  wrap.addEventListener("keydown", (event) => keyInMenu(event, wrap, () => { close(); opener.focus(); }));
  wrap.append(opener);
  return wrap;
}

function keyInMenu(event, wrap, close) {
  const items = [...wrap.querySelectorAll(".menu button")];
  if (!items.length) return;
  if (event.key === "Escape") close();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const at = items.indexOf(document.activeElement);
  items[(at + step + items.length) % items.length].focus();
}

export function phoneMenu(phone) {
  return menuButton(word("more"), "⋮", () => {
    const who = person(phone.viewer);
    const blocking = who.blocked ? [word("unblock"), () => act("unblock", { person: who.id })] : [word("block"), () => act("block", { person: who.id })];
    const languages = Object.entries(CLIENT_LANGUAGES).map(([code, name]) => [
      `${code === who.language ? "✓ " : ""}${name}`,
      () => act("language", { person: who.id, language: code }),
      { lang: code },
    ]);
    return [...languages, blocking];
  }, { class: "icon" });
}

export function messageMenu(message, phone, mine) {
  return menuButton(word("more"), "⋯", () => {
    const items = [[word("reply"), () => phone.composer.replyTo(message)]];
    if (message.text) items.push([word("copy"), () => copyText(message.text)]);
    if (mine && message.kind === "text") items.push([word("edit"), () => change(message, phone)]);
    return items;
  }, { class: "icon small" });
}

async function change(message, phone) {
  const text = await askText(word("editing"), message.text);
  if (text?.trim()) act("edit", { person: phone.viewer, chat: phone.chat, message: message.id, text });
}
