from .expiring_link import ExpiringLink
from .finding import FindingKind, PageFinding
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
    "FindingKind",
    "Generation",
    "LocalisedText",
    "PageFinding",
    "TextsMixin",
    "Topic",
    "TopicText",
    "User",
]
