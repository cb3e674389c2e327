"""The tree of stations, their settings and quiet hours."""
