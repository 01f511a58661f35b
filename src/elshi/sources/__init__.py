"""Where captures come from: files, folders, JSON lines, standard input."""
