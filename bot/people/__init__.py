"""Who somebody is here: consent, age, roles as they are read, what they want to hear."""
