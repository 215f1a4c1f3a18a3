"""A network of many members beside one of ten: what grows with it, and what must not."""
