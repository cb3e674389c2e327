// Times are of the demo's clock, in the zone that the demo names (else the browser's).
import { store } from "./store.js";
import { language, locale } from "./words.js";

const cache = new Map();

function format(options) {
  const key = locale() + JSON.stringify(options);
  if (!cache.has(key)) cache.set(key, new Intl.DateTimeFormat(locale(), { timeZone: store.zone ?? undefined, ...options }));
  return cache.get(key);
}

const of = (seconds) => new Date(seconds * 1000);
// Hong Kong writes 星期六; what browsers call short there is Taiwan's 週六
const weekday = () => (language() === "zh_Hant" ? "long" : "short");
export const clockTime = (seconds) => format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(of(seconds));
export const dayLine = (seconds) => format({ weekday: "long", day: "numeric", month: "long" }).format(of(seconds));
export const dayKey = (seconds) => format({ year: "numeric", month: "numeric", day: "numeric" }).format(of(seconds));
export const full = (seconds) =>
  format({ weekday: weekday(), day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(of(seconds));
export const short = (seconds) =>
  format({ weekday: weekday(), day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(of(seconds));
// Within a week the weekday is enough: Sat 09:00.
export const soon = (seconds, now) =>
  seconds - now < 6 * 86400 ? format({ weekday: weekday(), hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(of(seconds)) : short(seconds);

// <tg-time>: w weekday, d/D short or long date, t/T short or long time, r relative; without format the words as sent.
export function tgTime(seconds, style) {
  if (!style || style === "r") return null;
  const options = {};
  if (style.includes("w")) options.weekday = weekday();
  if (style.includes("d")) Object.assign(options, { day: "numeric", month: "numeric", year: "numeric" });
  if (style.includes("D")) Object.assign(options, { day: "numeric", month: "long", year: "numeric" });
  if (/[tT]/.test(style)) Object.assign(options, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  if (style.includes("T")) options.second = "2-digit";
  return format(options).format(of(seconds));
}

export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} kB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
