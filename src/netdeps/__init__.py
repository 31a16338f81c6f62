"""netdeps: organisations and their mutual dependencies as a network."""
