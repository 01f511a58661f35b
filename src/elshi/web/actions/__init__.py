"""What people do on pages, one file each: what was sent in, where to go next out."""
