"""Measures the site beside the smallest Wagtail project: `make bench`."""
