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
  const line = make("div", { class: "toast", role: "status", text });
  phone.append(line);
  setTimeout(() => line.remove(), SECONDS * 1000);
}

export function alert(phone, text) {
  const dialog = make("dialog", { class: "alert" }, make("p", { text }));
  dialog.append(button(word("ok"), () => dialog.close(), { class: "primary" }));
  dialog.addEventListener("close", () => dialog.remove());
  phone.append(dialog);
  dialog.showModal();
}
