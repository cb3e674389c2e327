// Short messages of the page itself, and the two ways in which a bot answers a press: a toast and an alert.
import { button, make } from "./dom.js";
import { word } from "./words.js";

const SECONDS = 4;

export function notice(text) {
  const box = document.getElementById("notices");
  const line = make("div", { class: "notice", text });
  box.append(line);
  setTimeout(() => line.remove(), SECONDS * 1000);
}

export function toast(phone, text) {
  phone.querySelector(":scope > .toast")?.remove();
  const line = make("div", { class: "toast", role: "status", text });
  phone.append(line);
  setTimeout(() => line.remove(), SECONDS * 1000);
}

// It stops the one phone that was pressed, not those beside it.
export function alert(phone, text) {
  const pressed = document.activeElement;
  const stopped = [...phone.children];
  const dialog = make("dialog", { class: "alert" }, make("p", { text }));
  const veil = make("div", { class: "veil" }, dialog);
  dialog.append(button(word("ok"), () => dialog.close(), { class: "primary" }));
  dialog.addEventListener("keydown", (event) => event.key === "Escape" && dialog.close());
  dialog.addEventListener("close", () => {
    veil.remove();
    for (const part of stopped) part.inert = false;
    const there = pressed?.isConnected ? pressed : phone.querySelector(".messages");
    there.focus({ preventScroll: true });
  });
  for (const part of stopped) part.inert = true;
  phone.append(veil);
  dialog.show();
}
