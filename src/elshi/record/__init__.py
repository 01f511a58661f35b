"""Stores: the register's statements on disk or in memory."""
