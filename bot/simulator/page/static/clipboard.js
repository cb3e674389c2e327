// Copying may be forbidden by the browser; then the text is at least shown.
import { notice } from "./notices.js";
import { word } from "./words.js";

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    notice(word("copied"));
  } catch {
    notice(text);
  }
}
