"""A member offers a page to the others, and another adopts it into its section, with credit."""
