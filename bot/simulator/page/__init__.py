"""The chat page in the browser: what it shows, what people do on it, its switches and its tour."""
