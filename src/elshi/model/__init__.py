"""Plain frozen data that every other part speaks in. Imports nothing of ours but the error tree."""
