// The demo begins again, in a language of choice: everything that was done in it goes.
import { act } from "./api.js";
import { ask, field } from "./dialogs.js";
import { button, make } from "./dom.js";
import { store } from "./store.js";
import { LANGUAGES, language, word } from "./words.js";

let begun = false;

async function askAnew() {
  const select = make("select", { "aria-label": word("speaks") });
  for (const [code, name] of Object.entries(LANGUAGES)) {
    select.append(make("option", { value: code, lang: code.replace("_", "-"), text: name, selected: code === language() }));
  }
  const warning = make("p", { text: word("anew_text") });
  if (await ask(word("anew"), [warning, field("speaks", select)], "anew")) await beginAnew(select.value);
}

// The page learns from its stream that there is another world, and loads itself again. Whoever presses twice has pressed.
async function beginAnew(code) {
  if (begun) return;
  begun = true;
  localStorage.setItem("language", code);
  const line = document.getElementById("lost");
  line.textContent = word("anew_waits");
  line.classList.add("waits");
  begun = (await act("start_anew", { language: code })) !== null;
}

// Whoever reads another language than the people of the demo is offered theirs, until they say no.
function offer() {
  if (store.speaks === language() || sessionStorage.getItem("stays")) return;
  const line = make("p", { class: "offer", role: "note" }, make("span", { text: word("speaks_other", { name: LANGUAGES[store.speaks] }) }));
  const no = () => {
    sessionStorage.setItem("stays", "1");
    line.remove();
    document.getElementById("phones").focus();
  };
  const yes = button(word("anew_in", { name: LANGUAGES[language()] }), () => beginAnew(language()), { class: "primary" });
  line.append(make("span", { class: "buttons" }, yes, button("✕", no, { class: "icon small", "aria-label": word("close") })));
  document.querySelector(".top").append(line);
}

export function initAnew() {
  document.getElementById("people").append(button(word("anew_ask"), askAnew, { class: "plain wide" }));
  offer();
}
