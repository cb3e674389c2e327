// Below the messages: Start, or unblock, or the line to type in with commands, attachments and the reply keyboard.
import { act } from "./api.js";
import { button, make } from "./dom.js";
import { menuButton } from "./menus.js";
import { notice } from "./notices.js";
import { person } from "./store.js";
import { size } from "./times.js";
import { language, word } from "./words.js";

const MOST_BYTES = 20 * 1024 ** 2;

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.root = make("footer", { class: "composer" });
    this.area = make("textarea", { rows: "1", placeholder: word("type"), "aria-label": word("type"), dir: "auto" });
    this.area.addEventListener("keydown", (event) => this.key(event));
    this.area.addEventListener("input", () => this.drawCommands());
    this.picker = make("input", { type: "file", hidden: true, tabindex: "-1", "aria-label": word("file") });
    this.picker.addEventListener("change", () => this.sendFile());
    this.reply = null;
    this.drawn = "";
  }

  get order() {
    return { person: this.phone.viewer, chat: this.phone.chat };
  }

  // Where one types or, for who has yet to press Start, on that button. False where a keyboard would slide in unasked.
  focus() {
    const start = this.root.querySelector(".bar button");
    const there = start ?? (matchMedia("(pointer: fine)").matches ? this.area : null);
    there?.focus({ preventScroll: true });
    return Boolean(there?.isConnected);
  }

  draw() {
    const who = person(this.phone.viewer);
    const { keyboard, commands } = this.phone.view;
    const state = JSON.stringify([this.phone.chat, who.started, who.blocked, who.gone, keyboard, commands, this.reply?.id]);
    if (state === this.drawn) return;
    this.drawn = state;
    const focused = this.root.contains(document.activeElement) ? document.activeElement : null;
    if (this.phone.isPrivate && who.gone) this.root.replaceChildren(make("p", { class: "bar", text: word("gone") }));
    else if (this.phone.isPrivate && who.blocked) this.root.replaceChildren(this.unblockBar(who));
    else if (this.phone.isPrivate && !who.started) this.root.replaceChildren(this.startBar(who));
    else this.root.replaceChildren(...this.line(keyboard, commands));
    this.drawCommands();
    if (focused?.isConnected) focused.focus({ preventScroll: true });
    else if (focused) this.phone.focus();
  }

  startBar(who) {
    return make("div", { class: "bar" }, button(word("start"), () => act("start", { person: who.id }), { class: "primary wide" }));
  }

  unblockBar(who) {
    const label = word("unblock");
    return make("div", { class: "bar" }, make("p", { text: word("blocked_text") }), button(label, () => act("unblock", { person: who.id }), { class: "primary wide" }));
  }

  line(keyboard, commands) {
    this.suggestions = make("div", { class: "suggestions", role: "group", "aria-label": word("commands"), hidden: true });
    const menu = commands.length
      ? button("/", () => this.toggleCommands(), { class: "icon commands", "aria-label": word("commands") })
      : null;
    const attach = menuButton(word("attach"), "📎", () => this.attachments(), { class: "icon" });
    const send = button("➤", () => this.send(), { class: "icon send", "aria-label": word("send") });
    const typing = make("div", { class: "typing" }, menu, attach, this.area, send, this.picker);
    return [this.suggestions, this.replyBar(), typing, this.keyboard(keyboard)].filter(Boolean);
  }

  attachments() {
    const { order } = this;
    const items = [[word("voice"), () => act("voice", order)], [word("photo"), () => act("photo", order)]];
    if (this.phone.isPrivate) items.push([word("file"), () => this.picker.click()]);
    return items;
  }

  keyboard(keyboard) {
    if (!keyboard || !this.phone.isPrivate) return null;
    const grid = make("div", { class: "replykeys" });
    for (const row of keyboard.rows) {
      const line = make("div", { class: "keyrow" });
      for (const facts of row) {
        const press = () => act("reply_button", { person: this.phone.viewer, label: facts.text });
        line.append(button(facts.text, press, { class: "key", title: facts.asks ? word(`share_${facts.asks}`) : null }));
      }
      grid.append(line);
    }
    return grid;
  }

  replyTo(message) {
    this.reply = message;
    this.draw();
    this.area.focus();
  }

  replyBar() {
    if (!this.reply) return null;
    const stop = button("×", () => this.replyTo(null), { class: "icon", "aria-label": word("cancel") });
    const text = make("span", { class: "under", text: this.reply.text });
    return make("div", { class: "replybar" }, make("strong", { text: word("replying", { name: this.reply.name }) }), text, stop);
  }

  key(event) {
    if (event.key === "Escape" && this.suggestions) this.suggestions.hidden = true;
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  async send() {
    const text = this.area.value;
    if (!text.trim()) return;
    this.area.value = "";
    const reply = this.reply;
    this.reply = null;
    this.draw();
    this.drawCommands();
    const done = await act("send", { ...this.order, text, reply_to: reply?.id });
    if (done === null) this.area.value = text;
  }

  async sendFile() {
    const [file] = this.picker.files;
    this.picker.value = "";
    if (!file) return;
    if (file.size > MOST_BYTES) {
      notice(word("failed", { why: size(file.size) }));
      return;
    }
    const data = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result.split(",", 2)[1] ?? "");
      reader.readAsDataURL(file);
    });
    await act("document", { ...this.order, name: file.name, data });
  }

  toggleCommands() {
    this.area.value = this.area.value === "/" ? "" : "/";
    this.drawCommands();
    this.area.focus();
  }

  drawCommands() {
    const box = this.suggestions;
    if (!box) return;
    this.fit();
    const typed = this.area.value;
    const fitting = /^\/\w*$/.test(typed) ? this.phone.view.commands.filter((one) => `/${one.command}`.startsWith(typed)) : [];
    box.hidden = !fitting.length;
    box.replaceChildren(...fitting.map((one) => this.suggestion(one)));
  }

  suggestion({ command, description }) {
    const pick = () => {
      this.area.value = "";
      this.area.focus();
      this.drawCommands();
      act("send", { ...this.order, text: `/${command}` });
    };
    const element = button("", pick, { lang: language().replace("_", "-") });
    element.append(make("strong", { text: `/${command}` }), make("span", { text: description }));
    return element;
  }

  fit() {
    const lines = Math.min(6, this.area.value.split("\n").length + Math.floor(this.area.value.length / 40));
    this.area.rows = Math.max(1, lines);
  }
}
