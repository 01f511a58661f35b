"""From markup to frames: what this report says happened, was stated, proposed and promised."""
