"""Every booking and every closing is noted in the chain by what it says: what is changed afterwards shows."""
