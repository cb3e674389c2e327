"""Activities and their shifts: what they are, and who may do what with them."""
