"""Whether a paper is genuine: asked by its code or by the file itself, with the keys that signed it."""
