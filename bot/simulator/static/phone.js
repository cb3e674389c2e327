// One person's phone: a chat list of one bot and some groups, the messages, and what one can do below them.
import { read } from "./api.js";
import { bubble, dayRow, serviceRow } from "./bubble.js";
import { Composer } from "./composer.js";
import { avatar, button, make } from "./dom.js";
import { phoneMenu } from "./menus.js";
import { notice } from "./notices.js";
import { chatVersion, person, store } from "./store.js";
import { dayKey } from "./times.js";
import { word } from "./words.js";

const NEAR = 80;
const PAGE = 100;

export class Phone {
  constructor(viewer, chat, onClose) {
    this.viewer = viewer;
    this.head = make("header", { class: "head" });
    this.list = make("div", { class: "list" });
    // laid out from the end, so that the browser itself keeps the newest message in sight
    this.scroll = make("div", { class: "messages", role: "log", tabindex: "0", "aria-label": word("messages") }, this.list);
    this.down = button("↓", () => this.toEnd(), { class: "down", "aria-label": word("newest"), hidden: true });
    this.composer = new Composer(this);
    this.onClose = onClose;
    this.root = make("section", { class: "phone", "aria-label": person(viewer).name });
    this.root.append(this.head, make("div", { class: "middle" }, this.scroll, this.down), this.composer.root);
    this.scroll.addEventListener("scroll", () => this.scrolled());
    this.used = performance.now();
    for (const kind of ["focusin", "pointerdown"]) this.root.addEventListener(kind, () => (this.used = performance.now()));
    this.show(chat);
  }

  get isPrivate() {
    return this.chat === this.viewer;
  }

  show(chat) {
    this.chat = chat;
    this.version = 0;
    this.nodes = new Map();
    this.earlier = [];
    this.lastDay = "";
    this.list.replaceChildren();
    this.view = { messages: [], keyboard: null, commands: [], action: null };
    this.drawHead();
    this.composer.draw();
    this.load(true);
  }

  focus() {
    this.used = performance.now();
    this.composer.focus();
  }

  refresh() {
    this.drawHead();
    if (chatVersion(this.chat) > this.version) this.load(false);
    else this.composer.draw();
  }

  async load(first) {
    if (this.loading) {
      this.again = true;
      return;
    }
    this.loading = true;
    const chat = this.chat;
    try {
      const view = await read(`/chats/${chat}?person=${this.viewer}&since=${this.version}`);
      if (chat === this.chat) this.take(view, first);
    } catch (error) {
      notice(word("failed", { why: error.message }));
    }
    this.loading = false;
    if (this.again || chat !== this.chat) {
      this.again = false;
      this.load(chat !== this.chat);
    }
  }

  take(view, first) {
    const stay = !first && !this.atEnd() && !view.messages.some((message) => message.from === this.viewer);
    this.version = view.version;
    this.view = view;
    if (first) this.earlier = view.messages.splice(0, Math.max(0, view.messages.length - PAGE));
    for (const message of view.messages) this.place(message);
    this.drawHead();
    this.composer.draw();
    if (!stay) this.toEnd();
    else this.down.hidden = this.atEnd();
  }

  place(message) {
    const known = this.nodes.get(message.id);
    const hidden = known ? -1 : this.earlier.findIndex((one) => one.id === message.id);
    if (hidden >= 0) {
      this.earlier[hidden] = message;
      return;
    }
    if (message.deleted) {
      known?.remove();
      this.nodes.delete(message.id);
      return;
    }
    const fresh = this.draw(message);
    if (known) {
      const focused = known.contains(document.activeElement);
      known.replaceWith(fresh);
      if (focused) (fresh.querySelector(".keys button") ?? this.scroll).focus({ preventScroll: true });
      return;
    }
    if (dayKey(message.date) !== this.lastDay) this.list.append(dayRow(message.date));
    this.lastDay = dayKey(message.date);
    this.list.append(fresh);
  }

  draw(message) {
    const fresh = serviceRow(message) ?? bubble(message, this);
    this.nodes.set(message.id, fresh);
    return fresh;
  }

  scrolled() {
    this.down.hidden = this.atEnd();
    const fromTop = this.scroll.scrollHeight - this.scroll.clientHeight + this.scroll.scrollTop;
    if (this.earlier.length && fromTop < this.scroll.clientHeight) this.showEarlier();
  }

  // Only the newest are drawn at first; the rest comes when one scrolls up to it.
  showEarlier() {
    const rows = [];
    let day = "";
    for (const message of this.earlier.splice(-PAGE)) {
      if (message.deleted) continue;
      if (dayKey(message.date) !== day) rows.push(dayRow(message.date));
      day = dayKey(message.date);
      rows.push(this.draw(message));
    }
    const oldest = this.list.firstElementChild;
    if (oldest?.classList.contains("day") && oldest.textContent === rows.findLast((row) => row.classList.contains("day"))?.textContent) oldest.remove();
    this.list.prepend(...rows);
  }

  atEnd() {
    return Math.abs(this.scroll.scrollTop) < NEAR;
  }

  toEnd() {
    this.scroll.scrollTop = 0;
    this.down.hidden = true;
  }

  drawHead() {
    const who = person(this.viewer);
    const title = this.isPrivate ? store.bot.name : store.groups.get(this.chat)?.name ?? "";
    const key = JSON.stringify([who.name, who.language, who.blocked, who.started, title, this.view.action, store.alive, store.groups.size]);
    if (key === this.headKey) return;
    this.headKey = key;
    this.greet(who);
    const status = this.view.action ? word("typing") : this.isPrivate ? word("bot") : this.memberCount();
    const names = make("div", { class: "names" }, make("h2", { class: "name", dir: "auto", text: who.name }, who.note ? make("span", { class: "note", text: ` ${who.note}` }) : null));
    names.append(make("div", { class: "under" }, this.chatChoice(title), make("span", { text: ` · ${status}` })));
    const close = button("×", this.onClose, { class: "icon", "aria-label": word("close_phone", { name: who.name }) });
    this.head.replaceChildren(avatar(who.name, who.id), names, phoneMenu(this), close);
  }

  greet(who) {
    this.root.querySelector(".hello")?.remove();
    if (who.started || !this.isPrivate) return;
    const about = store.about[`description:${who.language.slice(0, 2)}`] || store.about["description:"] || word("welcome_text");
    const hello = make("div", { class: "hello" }, make("strong", { text: word("welcome") }), make("p", { text: about }));
    this.scroll.after(hello);
  }

  memberCount() {
    return word("members", { count: (store.groups.get(this.chat)?.members.length ?? 0) + 1 });
  }

  chatChoice(title) {
    const groups = [...store.groups.values()].filter((group) => group.members.includes(this.viewer) && !group.moved);
    if (!groups.length) return make("span", { text: title });
    const select = make("select", { class: "chats", "aria-label": word("choose_chat") });
    select.append(make("option", { value: String(this.viewer), text: store.bot.name }));
    for (const group of groups) select.append(make("option", { value: String(group.id), text: group.name }));
    select.value = String(this.chat);
    select.addEventListener("change", () => this.show(Number(select.value)));
    return select;
  }
}
