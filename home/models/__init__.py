from .contact import ContactPage
from .contact_question import ContactFormField
from .content import ContentPage
from .event import EventPage
from .event_index import EventIndexPage
from .event_session import EventSession
from .feed import FeedEntry, NewsFeed
from .home_page import HomePage
from .join import JoinPage
from .news import NewsPage
from .news_index import NewsIndexPage
from .programme import ProgrammePage, ProgrammePartner
from .report import ReportIndexPage, ReportPage
from .resource import ResourceIndexPage, ResourcePage
from .topic import TopicIndexPage

__all__ = [
    "ContactFormField",
    "ContactPage",
    "ContentPage",
    "EventIndexPage",
    "EventPage",
    "EventSession",
    "FeedEntry",
    "HomePage",
    "JoinPage",
    "NewsFeed",
    "NewsIndexPage",
    "NewsPage",
    "ProgrammePage",
    "ProgrammePartner",
    "ReportIndexPage",
    "ReportPage",
    "ResourceIndexPage",
    "ResourcePage",
    "TopicIndexPage",
]
