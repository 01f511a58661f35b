"""From frames to entries: which statements a reading contributes to the register."""
