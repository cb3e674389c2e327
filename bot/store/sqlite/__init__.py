"""One file: ours or we stop, private, checkpointed, copied while in use."""
