"""Measurements of Elshi, each run with one command."""
