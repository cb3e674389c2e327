// A missing word shows its key, which a test looks for.
import all from "./words.json" with { type: "json" };

export const LANGUAGES = { en: "English", zh_Hans: "简体中文", zh_Hant: "繁體中文" };
const LOCALES = { en: "en-GB", zh_Hans: "zh-Hans", zh_Hant: "zh-Hant-HK" };
let current = "en";

export function browserLanguage() {
  const code = (navigator.language || "en").toLowerCase();
  if (/^zh-(hant|tw|hk|mo)/.test(code)) return "zh_Hant";
  return code.startsWith("zh") ? "zh_Hans" : "en";
}

export function setLanguage(code) {
  current = code in all ? code : "en";
  document.documentElement.lang = LOCALES[current];
  document.documentElement.dataset.language = current;
}

export const language = () => current;
export const locale = () => LOCALES[current];

export function word(key, facts = {}) {
  const text = all[current]?.[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? "");
}

// Fill the static parts of the page.
export function fillWords(root) {
  for (const element of root.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of root.querySelectorAll("[data-label]")) element.setAttribute("aria-label", word(element.dataset.label));
}
