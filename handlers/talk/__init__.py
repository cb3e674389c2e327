"""What all journeys share: the menu, forms, commands, plain words, problems."""
