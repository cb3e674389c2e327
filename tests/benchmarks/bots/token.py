"""Any token: the bare server takes whatever comes. The simulator's own would load its web server into each bot."""

TOKEN = "7000000001:BENCH-TOKEN-OPENS-NOTHING-000000000"
