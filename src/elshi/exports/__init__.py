"""The register in other formats, one file a format."""
