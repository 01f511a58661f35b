"""Pictures of the register, each with its data and its meaning in words."""
