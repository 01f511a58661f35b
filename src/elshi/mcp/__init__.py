"""The register for assistants that speak the Model Context Protocol: it is read and never written."""
