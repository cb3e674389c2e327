// Opens the phones that were open before, or the first that fit.
import { initAnew } from "./anew.js";
import { initClock } from "./clock.js";
import { make } from "./dom.js";
import { Phone } from "./phone.js";
import { initSidebar, markSeen } from "./sidebar.js";
import { follow, refresh, store, watch } from "./store.js";
import { initTour } from "./tour.js";
import { initTrouble } from "./trouble.js";
import { LANGUAGES, browserLanguage, fillWords, language, setLanguage, word } from "./words.js";

const MOST = 4;
const LONGEST = 1000; // nobody looks at an empty page for longer
const phones = new Map();
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const place = () => document.getElementById("phones");

function openPhone(viewer, chat = viewer, { focus = true } = {}) {
  const open = phones.get(viewer);
  if (open && open.chat !== chat) open.show(chat);
  bringIn(open ?? addPhone(viewer, chat), focus);
}

function addPhone(viewer, chat = viewer) {
  const most = Math.max(1, Math.min(MOST, Math.floor(place().clientWidth / 330)));
  const room = innerWidth < 700 ? MOST : most; // on a small screen one swipes from phone to phone
  while (phones.size >= room) closePhone(leastUsed());
  const phone = new Phone(viewer, chat, () => putAway(viewer));
  phones.set(viewer, phone);
  place().append(phone.root);
  remember();
  return phone;
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

// By its own button: who goes by keys is back where phones are chosen, or on the next phone.
function putAway(viewer) {
  closePhone(viewer);
  const row = document.querySelector(`.row[data-key="${viewer}"]`);
  if (row?.checkVisibility()) row.focus();
  else if (phones.size) [...phones.values()].at(-1).focus();
  else document.getElementById("menu").focus();
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
  const fit = Math.max(1, Math.min(3, Math.floor(place().clientWidth / 345)));
  return [...store.people.keys()].slice(0, fit);
}

function chooseLanguage(code) {
  localStorage.setItem("language", code);
  sessionStorage.setItem("chose-language", "yes");
  location.reload();
}

function languageChoice() {
  const select = make("select", { class: "language", "aria-label": word("language") });
  for (const [code, name] of Object.entries(LANGUAGES)) select.append(make("option", { value: code, lang: code.replace("_", "-"), text: name }));
  select.value = language();
  select.addEventListener("change", () => chooseLanguage(select.value));
  return select;
}

// The page was loaded anew because of a choice: whoever made it is still there.
function backToLanguage() {
  if (!sessionStorage.getItem("chose-language")) return;
  sessionStorage.removeItem("chose-language");
  [...document.querySelectorAll("select.language")].find((select) => select.checkVisibility())?.focus();
}

function initFrame() {
  const side = document.getElementById("side");
  document.querySelector(".tools").append(languageChoice());
  side.append(languageChoice()); // seen where the bar has no room for it
  const menu = document.getElementById("menu");
  const toggle = (open) => {
    side.classList.toggle("open", open);
    menu.setAttribute("aria-expanded", String(open));
    if (open) side.querySelector(".row")?.focus();
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
  initAnew();
  for (const viewer of firstPhones()) addPhone(viewer); // not scrolled to: Tab begins at the top of the page
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
  backToLanguage();
  document.documentElement.dataset.ready = String(Math.round(performance.now())); // ms since it was asked for
}

begin();
