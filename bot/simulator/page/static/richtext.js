// Text with Telegram's entities. Offsets are UTF-16 units, which is what JavaScript strings count in.
import { copyText } from "./clipboard.js";
import { make } from "./dom.js";
import { tgTime } from "./times.js";
import { word } from "./words.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

export function richText(text, entities, onLink, onCommand) {
  const root = make("span", { class: "text", dir: "auto" });
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  fill(root, text, 0, text.length, sorted, { onLink, onCommand });
  return root;
}

function fill(parent, text, start, end, entities, acts) {
  let position = start;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const from = Math.max(entity.offset, position);
    const until = Math.min(entity.offset + entity.length, end);
    let next = index + 1;
    while (next < entities.length && entities[next].offset < until) next += 1;
    if (from > position) parent.append(text.slice(position, from));
    if (until > from) {
      const element = elementOf(entity, text.slice(from, until), acts);
      if (!element.childNodes.length) fill(element, text, from, until, entities.slice(index + 1, next), acts);
      parent.append(element);
      position = until;
    }
    index = next;
  }
  if (position < end) parent.append(text.slice(position, end));
}

function elementOf(entity, text, { onLink, onCommand }) {
  if (entity.type === "text_link" || entity.type === "url" || entity.type === "email") {
    const url = entity.url ?? (entity.type === "email" ? `mailto:${text}` : text);
    return make("a", { href: "#", title: entity.url, onclick: pressed(() => onLink(url)) });
  }
  if (entity.type === "bot_command") return make("a", { href: "#", onclick: pressed(() => onCommand(text)) });
  if (entity.type === "mention" || entity.type === "hashtag") return make("span", { class: "link" });
  if (entity.type === "spoiler") return pressable("span", { class: "spoiler" }, (element) => element.classList.add("shown"));
  if (entity.type === "code" || entity.type === "pre") return pressable(entity.type, { title: word("copy") }, () => copyText(text));
  if (entity.type === "date_time") {
    const shown = tgTime(entity.unix_time, entity.date_time_format);
    const element = make("time", { class: "tg-time", datetime: new Date(entity.unix_time * 1000).toISOString() });
    if (shown) element.textContent = shown;
    return element;
  }
  return make(TAGS[entity.type] ?? "span");
}

function pressed(then) {
  return (event) => {
    event.preventDefault();
    then();
  };
}

function pressable(tag, attributes, then) {
  const element = make(tag, { tabindex: "0", role: "button", ...attributes });
  element.addEventListener("click", () => then(element));
  element.addEventListener("keydown", (event) => event.key === "Enter" && then(element));
  return element;
}
