"""The pages people work on, one file each: the register, the desk and who asks in, frozen data out."""
