"""What every statement answers in a crowded world: whoever changes a condition sees which answers it changes."""
