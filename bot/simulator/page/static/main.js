// Opens the phones that were open before, or the first that fit.
import { initClock } from "./clock.js";
import { make } from "./dom.js";
import { Phone } from "./phone.js";
import { initSidebar, markSeen } from "./sidebar.js";
import { follow, refresh, store, watch } from "./store.js";
import { initTour } from "./tour.js";
import { initTrouble } from "./trouble.js";
import { browserLanguage, fillWords, language, setLanguage, word } from "./words.js";

const MOST = 4;
const LONGEST = 1000; // nobody looks at an empty page for longer
const phones = new Map();
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const place = () => document.getElementById("phones");

function openPhone(viewer, chat = viewer, { focus = true } = {}) {
  const open = phones.get(viewer);
  if (open) {
    if (open.chat !== chat) open.show(chat);
    bringIn(open, focus);
    return;
  }
  const most = Math.max(1, Math.min(MOST, Math.floor(place().clientWidth / 330)));
  const room = innerWidth < 700 ? MOST : most; // on a small screen one swipes from phone to phone
  while (phones.size >= room) closePhone(leastUsed());
  const phone = new Phone(viewer, chat, () => closePhone(viewer));
  phones.set(viewer, phone);
  place().append(phone.root);
  remember();
  bringIn(phone, focus);
}

function bringIn(phone, focus) {
  phone.used = performance.now();
  phone.root.scrollIntoView({ block: "nearest", inline: "center" });
  if (focus) phone.focus();
}

function leastUsed() {
  const [[viewer]] = [...phones].sort(([, one], [, other]) => one.used - other.used);
  return viewer;
}

function closePhone(viewer) {
  phones.get(viewer)?.root.remove();
  phones.delete(viewer);
  remember();
}

function remember() {
  sessionStorage.setItem("phones", JSON.stringify([...phones.keys()]));
  document.getElementById("hint")?.remove();
  if (!phones.size) {
    place().append(make("p", { id: "hint", text: word("open_someone") }));
  }
  for (const { chat } of phones.values()) markSeen(chat);
}

function firstPhones() {
  const before = JSON.parse(sessionStorage.getItem("phones") ?? "[]").filter((id) => store.people.has(id));
  if (before.length) return before;
  const fit = Math.max(1, Math.min(3, Math.floor(place().clientWidth / 380)));
  return [...store.people.keys()].slice(0, fit);
}

function chooseLanguage(code) {
  localStorage.setItem("language", code);
  location.reload();
}

const LANGUAGES = { en: "English", zh_Hans: "简体中文", zh_Hant: "繁體中文" };
function languageChoice() {
  const select = make("select", { class: "language", "aria-label": word("language") });
  for (const [code, name] of Object.entries(LANGUAGES)) select.append(make("option", { value: code, lang: code.replace("_", "-"), text: name }));
  select.value = language();
  select.addEventListener("change", () => chooseLanguage(select.value));
  return select;
}

function initFrame() {
  const side = document.getElementById("side");
  document.querySelector(".tools").append(languageChoice());
  side.append(languageChoice()); // seen where the bar has no room for it
  const menu = document.getElementById("menu");
  const toggle = (open) => {
    side.classList.toggle("open", open);
    menu.setAttribute("aria-expanded", String(open));
  };
  menu.addEventListener("click", () => toggle(!side.classList.contains("open")));
  document.addEventListener("click", (event) => event.target.closest("#side, #menu, dialog") || toggle(false));
  side.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !side.classList.contains("open")) return;
    toggle(false);
    menu.focus();
  });
  return () => toggle(false);
}

async function begin() {
  await refresh();
  // what a tab remembers is about one world of people: another demo, or a fresh one, has others
  if (sessionStorage.getItem("world") !== store.world) sessionStorage.clear();
  sessionStorage.setItem("world", store.world);
  setLanguage(localStorage.getItem("language") ?? store.language ?? browserLanguage());
  fillWords(document);
  document.title = `${store.bot.name} · ${word("title")}`;
  initTour((viewer) => {
    openPhone(viewer, viewer, { focus: false });
    return phones.get(viewer);
  });
  const closeSide = initFrame();
  initSidebar((viewer, chat) => {
    closeSide();
    openPhone(viewer, chat);
  });
  for (const viewer of firstPhones()) openPhone(viewer, viewer, { focus: false });
  place().scrollLeft = 0; // where only one is in sight it is the first
  remember();
  initClock();
  initTrouble();
  watch(() => {
    document.getElementById("lost").hidden = !store.lost;
    for (const phone of phones.values()) phone.refresh();
    for (const { chat } of phones.values()) markSeen(chat);
  });
  follow();
  await Promise.race([Promise.all([...phones.values()].map((phone) => phone.loaded)), wait(LONGEST)]);
  document.body.removeAttribute("data-opening");
  document.documentElement.dataset.ready = String(Math.round(performance.now())); // ms since it was asked for
}

begin();
