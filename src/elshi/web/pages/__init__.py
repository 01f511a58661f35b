"""The pages, one file each: a view of the register and what is asked in, frozen data out."""
