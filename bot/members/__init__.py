"""People as staff meet them: finding, cards, phones, trainings."""
