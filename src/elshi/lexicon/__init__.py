"""Language knowledge as data: what is loaded from the YAML files, and how it is matched."""
