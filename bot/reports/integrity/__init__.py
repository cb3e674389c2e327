"""Whether the books are whole: references, places, sums, closed months and the chain of notes."""
