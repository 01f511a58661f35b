"""Asking the web for a page: only public addresses, within limits of size and time, and politely."""
