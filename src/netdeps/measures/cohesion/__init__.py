"""How a network hangs together: its density, its parts, and its ties within and between groups."""
