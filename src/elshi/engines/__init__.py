"""Engines: how many reports are read at once, and where: in a pool of processes, or on a Ray cluster."""
