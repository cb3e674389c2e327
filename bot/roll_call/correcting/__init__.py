"""What is put right of a roll-call that is finished."""
