// Reads and writes of the page. A failed write is told to the person, never retried.
import { notice } from "./notices.js";
import { word } from "./words.js";

export async function read(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

export async function act(name, order = {}) {
  try {
    const answer = await fetch(`/act/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(order),
    });
    if (answer.ok) return await answer.json();
    notice(word("failed", { why: await answer.text() }));
  } catch {
    notice(word("lost"));
  }
  return null;
}

// One stream for the whole page; the browser reconnects by itself.
export function listen(onEvent, onLost) {
  const source = new EventSource("/events");
  source.onmessage = (event) => onEvent(JSON.parse(event.data));
  source.onerror = onLost;
}
