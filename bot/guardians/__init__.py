"""Parents and guardians: agreeing, taking back, paper, who comes along."""
