// Small forms of the page: a new person, a new group, and changing a message.
import { act } from "./api.js";
import { button, make } from "./dom.js";
import { store } from "./store.js";
import { language, word } from "./words.js";

export const CLIENT_LANGUAGES = { "zh-hans": "简体中文", "zh-hant": "繁體中文", en: "English" };

export function languageSelect(chosen, label) {
  const select = make("select", { "aria-label": label });
  for (const [code, name] of Object.entries(CLIENT_LANGUAGES)) {
    select.append(make("option", { value: code, text: name, lang: code, selected: code === chosen }));
  }
  return select;
}

export async function askPerson() {
  const name = make("input", { type: "text", required: true, maxlength: "64", autocomplete: "off" });
  const reads = languageSelect(language().toLowerCase().replace("_", "-"), word("client_language"));
  const fields = [field("name", name), field("client_language", reads)];
  if (!(await ask(word("add_person"), fields))) return null;
  return (await act("add_person", { name: name.value, language: reads.value }))?.id ?? null;
}

export async function askGroup() {
  const name = make("input", { type: "text", required: true, maxlength: "64", autocomplete: "off" });
  const members = [...store.people.values()].slice(0, 30).map((line) => {
    const box = make("input", { type: "checkbox", value: String(line.id) });
    return make("label", { class: "check" }, box, ` ${line.name}`);
  });
  const list = make("fieldset", { class: "members" }, make("legend", { text: word("people") }), ...members);
  const chosen = () => [...list.querySelectorAll("input:checked")].map((box) => Number(box.value));
  if (!(await ask(word("add_group"), [field("group_name", name), list], "add", () => chosen().length))) return null;
  return (await act("add_group", { name: name.value, members: chosen() }))?.id ?? null;
}

export async function askText(title, text) {
  const area = make("textarea", { rows: "4", required: true, value: text });
  return (await ask(title, [area], "ok")) ? area.value : null;
}

export function field(key, input) {
  return make("label", { class: "field" }, make("span", { text: word(key) }), input);
}

export function ask(title, fields, yes = "add", isReady = () => true) {
  return new Promise((resolve) => {
    const form = make("form", { method: "dialog" }, make("h2", { text: title }), ...fields);
    const dialog = make("dialog", { class: "form", "aria-label": title }, form);
    const buttons = make("div", { class: "buttons" }, button(word("cancel"), () => dialog.close("")));
    const submit = make("button", { type: "submit", class: "primary", value: "yes", text: word(yes), disabled: !isReady() });
    buttons.append(submit);
    form.append(buttons);
    form.addEventListener("input", () => (submit.disabled = !isReady()));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      dialog.close("yes");
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
