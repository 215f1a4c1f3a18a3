"""A member in one file, to be loaded into another installation."""
