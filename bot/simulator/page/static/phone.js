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

function pageOf(rows) {
  const page = make("div", { class: "page" }, ...rows);
  requestAnimationFrame(() => setTimeout(() => page.classList.add("settled"))); // after its first layout
  return page;
}

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
    this.version = 0; // nothing was fetched yet
    this.nodes = new Map();
    this.oldest = 0; // id of the oldest message that was fetched
    this.more = false; // whether there are older ones
    this.lastDay = "";
    this.list.replaceChildren();
    this.view = { messages: [], keyboard: null, commands: [], action: null };
    this.drawHead();
    this.composer.draw();
    this.loaded = this.load();
  }

  focus() {
    this.used = performance.now();
    if (!this.composer.focus()) this.scroll.focus({ preventScroll: true });
  }

  refresh() {
    this.drawHead();
    if (chatVersion(this.chat) > this.version) this.load();
    else this.composer.draw();
  }

  async load() {
    if (this.loading) {
      this.again = true;
      return;
    }
    this.loading = true;
    const chat = this.chat;
    try {
      const view = await read(`/chats/${chat}?person=${this.viewer}&since=${this.version}&last=${this.version ? 0 : PAGE}`);
      if (chat === this.chat) this.take(view);
    } catch (error) {
      notice(word("failed", { why: error.message }));
    }
    this.loading = false;
    if (this.again || chat !== this.chat) {
      this.again = false;
      this.load();
    }
  }

  take(view) {
    const first = !this.version;
    const stay = !first && !this.atEnd() && !view.messages.some((message) => message.from === this.viewer);
    this.version = view.version;
    this.view = view;
    if (first) this.remember(view);
    for (const message of view.messages) this.place(message);
    this.followPress();
    this.drawHead();
    this.composer.draw();
    if (!stay) this.toEnd();
    else this.down.hidden = this.atEnd();
  }

  remember({ messages, more }) {
    this.oldest = messages[0]?.id ?? 0;
    this.more = more;
  }

  place(message) {
    const known = this.nodes.get(message.id);
    if (message.id < this.oldest) return; // as it will be when one scrolls up to it
    if (message.deleted) {
      if (known?.contains(document.activeElement)) this.scroll.focus({ preventScroll: true });
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
    const page = this.newestPage();
    if (dayKey(message.date) !== this.lastDay) page.append(dayRow(message.date));
    this.lastDay = dayKey(message.date);
    page.append(fresh);
  }

  // Whoever pressed a button by a key goes on with what it brought: the card itself, drawn anew, or a new one below.
  pressed(element) {
    this.press = { element, newest: Math.max(...this.nodes.keys()) };
  }

  followPress() {
    const { element, newest } = this.press ?? {};
    if (!element || document.activeElement !== element) return;
    const brought = [...this.nodes].find(([id, node]) => id > newest && node.querySelector(".keys"));
    brought?.[1].querySelector(".keys button").focus({ preventScroll: true });
    if (brought) this.press = null;
  }

  newestPage() {
    const newest = this.list.lastElementChild;
    if (newest && newest.childElementCount < PAGE) return newest;
    const page = pageOf([]);
    this.list.append(page);
    return page;
  }

  draw(message) {
    const fresh = serviceRow(message) ?? bubble(message, this);
    this.nodes.set(message.id, fresh);
    return fresh;
  }

  scrolled() {
    this.down.hidden = this.atEnd();
    const fromTop = this.scroll.scrollHeight - this.scroll.clientHeight + this.scroll.scrollTop;
    if (this.more && fromTop < 2 * this.scroll.clientHeight) this.fetchEarlier();
  }

  // Only the newest are fetched at first; the rest comes when one scrolls up to it.
  async fetchEarlier() {
    if (this.fetching) return;
    this.fetching = true;
    const { chat, oldest } = this;
    try {
      const view = await read(`/chats/${chat}?person=${this.viewer}&before=${oldest}&last=${PAGE}`);
      if (chat === this.chat && oldest === this.oldest) this.showEarlier(view);
    } catch {
      // the next scrolling tries again
    }
    this.fetching = false;
  }

  showEarlier(view) {
    const rows = [];
    let day = "";
    this.remember(view);
    for (const message of view.messages) {
      if (dayKey(message.date) !== day) rows.push(dayRow(message.date));
      day = dayKey(message.date);
      rows.push(this.draw(message));
    }
    const oldest = this.list.firstElementChild?.firstElementChild;
    if (oldest?.classList.contains("day") && oldest.textContent === rows.findLast((row) => row.classList.contains("day"))?.textContent) oldest.remove();
    this.list.prepend(pageOf(rows));
  }

  atEnd() {
    return Math.abs(this.scroll.scrollTop) < NEAR;
  }

  toEnd() {
    this.scroll.scrollTop = 0;
    if (document.activeElement === this.down) this.scroll.focus({ preventScroll: true });
    this.down.hidden = true;
  }

  drawHead() {
    const who = person(this.viewer);
    const title = this.isPrivate ? store.bot.name : store.groups.get(this.chat)?.name ?? "";
    const key = JSON.stringify([who.name, who.language, who.blocked, who.started, title, this.view.action, store.alive, store.groups.size, this.isEmpty]);
    if (key === this.headKey || this.head.querySelector(".menu")) return; // a menu that is open stays
    this.headKey = key;
    const controls = () => [...this.head.querySelectorAll("button, select")];
    const focused = controls().indexOf(document.activeElement);
    this.greet(who);
    const status = this.view.action ? word("typing") : this.isPrivate ? word("bot") : this.memberCount();
    const names = make("div", { class: "names" }, make("h2", { class: "name", dir: "auto", text: who.name }, who.note ? make("span", { class: "note", text: ` ${who.note}` }) : null));
    names.append(make("div", { class: "under" }, this.chatChoice(title), make("span", { text: ` · ${status}` })));
    const close = button("×", this.onClose, { class: "icon", "aria-label": word("close_phone", { name: who.name }) });
    this.head.replaceChildren(avatar(who.name, who.id), names, phoneMenu(this), close);
    if (focused >= 0) controls()[focused]?.focus();
  }

  get isEmpty() {
    return this.version > 0 && !this.nodes.size;
  }

  greet(who) {
    this.root.querySelector(".hello")?.remove();
    if (!this.isPrivate) return;
    if (who.started) {
      if (this.isEmpty && !who.blocked) this.scroll.after(make("div", { class: "hello" }, make("p", { text: word("empty") })));
      return;
    }
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
