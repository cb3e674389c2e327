// Links to the bot work inside the phone; all others would leave the demo and are only named. Null: it led nowhere.
import { act } from "./api.js";
import { notice } from "./notices.js";
import { store } from "./store.js";
import { word } from "./words.js";

export async function followLink(url, phone) {
  let target = null;
  try {
    target = new URL(url.includes("://") || url.startsWith("mailto:") ? url : `https://${url}`);
  } catch {
    notice(word("link", { url }));
    return null;
  }
  const name = target.pathname.replaceAll("/", "").toLowerCase();
  if (["t.me", "telegram.me"].includes(target.hostname) && name === store.bot.username.toLowerCase()) {
    phone.show(phone.viewer);
    const payload = target.searchParams.get("start");
    return payload ? act("start", { person: phone.viewer, payload }) : {};
  }
  notice(word("link", { url }));
  return null;
}
