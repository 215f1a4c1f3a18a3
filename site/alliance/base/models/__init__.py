from .expiring_link import ExpiringLink
from .generation import Generation
from .media import AllianceDocument, AllianceImage, AllianceRendition
from .page import BasePage
from .texts import LocalisedText, TextsMixin
from .topic import Topic, TopicText
from .user import User

__all__ = [
    "AllianceDocument",
    "AllianceImage",
    "AllianceRendition",
    "BasePage",
    "ExpiringLink",
    "Generation",
    "LocalisedText",
    "TextsMixin",
    "Topic",
    "TopicText",
    "User",
]
