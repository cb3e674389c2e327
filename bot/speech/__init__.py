"""Words in three languages, screens, buttons and what they carry."""
