// What the page knows. One fetch at a time; whoever subscribes is called after each.
import { listen, read } from "./api.js";

export const store = {
  version: 0, world: "", now: 0, alive: true, bot: { name: "", username: "" }, about: {}, language: null, speaks: "", zone: null,
  people: new Map(), groups: new Map(), trouble: {}, calls: 0, lost: false,
};
const watchers = [];
let busy = false;
let wanted = 0;
let clockAt = 0;
let boot = "";

export const watch = (watcher) => watchers.push(watcher);
export const person = (id) => store.people.get(id);
export const chatVersion = (id) => (store.people.get(id) ?? store.groups.get(id))?.version ?? 0;

// The demo's clock runs on between two events.
export const clockNow = () => store.now + (clockAt ? (performance.now() - clockAt) / 1000 : 0);

function setClock(now) {
  store.now = now;
  clockAt = performance.now();
}

export async function refresh() {
  if (busy) return;
  busy = true;
  try {
    do {
      const state = await read(`/state?since=${store.version}`);
      for (const line of state.people) store.people.set(line.id, line);
      for (const line of state.groups) store.groups.set(line.id, line);
      const { version, world, alive, bot, about, language, speaks, zone, trouble, calls } = state;
      Object.assign(store, { version, world, alive, bot, about, language, speaks, zone, trouble, calls, lost: false });
      setClock(state.now);
    } while (store.version < wanted);
  } catch {
    store.lost = true;
  }
  busy = false;
  for (const watcher of watchers) watcher();
}

export function follow() {
  listen(
    (event) => {
      setClock(event.now);
      wanted = event.version;
      // a restarted demo counts anew: nothing here is true any more
      if (boot && event.boot !== boot) location.reload();
      boot = event.boot;
      // a call that failed changes nothing but the log
      if (event.version > store.version || event.calls > store.calls || event.alive !== store.alive || store.lost) refresh();
    },
    () => {
      store.lost = true;
      for (const watcher of watchers) watcher();
    },
  );
}
