"""What an editor may do inside running text."""

# For a field or block that stands under a heading of its own.
SHORT_TEXT_FEATURES = [
    "bold",
    "italic",
    "ol",
    "ul",
    "link",
    "document-link",
    "language",
    "number",
]
RICH_TEXT_FEATURES = ["h3", "h4", *SHORT_TEXT_FEATURES]
