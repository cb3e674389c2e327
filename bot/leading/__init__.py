"""An activity in hand: changing, postponing, holding, cancelling, telling."""
