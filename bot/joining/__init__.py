"""Coming in, and changing afterwards what was said then: name, language, teams."""
