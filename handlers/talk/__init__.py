"""What all journeys share: what a journey is, questions, forms, the menu, troubles."""
