"""The work of several people on one register: users and their rights, proposals, and what can be undone."""
