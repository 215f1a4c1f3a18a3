"""Drafts of news from the feeds of members' own websites."""
