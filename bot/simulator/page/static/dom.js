// All text goes through textContent: nothing that people or the bot wrote is ever read as HTML.
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(element, name, value);
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "class") element.className = value;
  else if (name === "text") element.textContent = value;
  else if (name === "value") element.value = value;
  else element.setAttribute(name, value === true ? "" : value);
}

export function button(label, onclick, attributes = {}) {
  return make("button", { type: "button", text: label, onclick, ...attributes });
}

// Tour and trouble stand in the same place: where both would leave no room for the phones, the one opened last stays.
const ROOM_FOR_BOTH = 1500;

export function panelOpens(panel) {
  if (innerWidth < ROOM_FOR_BOTH) document.dispatchEvent(new CustomEvent("panel", { detail: panel }));
}

export function onOtherPanel(panel, close) {
  document.addEventListener("panel", (event) => event.detail !== panel && !panel.hidden && close());
}

// A stable colour of a name, as phones give to people without a picture.
export function avatar(name, id) {
  const letter = Array.from(name || "?")[0].toUpperCase();
  return make("span", { class: `avatar tint${Math.abs(Number(id)) % 7}`, "aria-hidden": "true", text: letter });
}
