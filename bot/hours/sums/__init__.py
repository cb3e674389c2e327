"""The running sums of teams and stations: minutes, attendances, people, what waits; kept, folded, and counted anew."""
