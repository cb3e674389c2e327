"""The acts of staff that matter: noted with the act, sealed into one chain by a tick, and read through by ``check``."""
