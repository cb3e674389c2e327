"""Papers that went out of the house: what each said is kept, so that whoever holds one can ask whether it is ours."""
