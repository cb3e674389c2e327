"""What every act does in a crowded world: whoever changes a condition sees which acts it changes."""
