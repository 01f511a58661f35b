"""The desk in a browser: pages rendered on the server, each with its JSON; needs the extra `server`."""
