from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.query import PageQuerySet
from wagtail.snippets.models import register_snippet

from alliance.base.models import User
from members.permissions import user_can_manage_members

from .views import choose_press_contacts
from .viewsets import TopicViewSet

register_snippet(TopicViewSet)


@hooks.register("register_admin_urls")
def register_choice_of_press_contacts() -> list[URLPattern]:
    address = "news/<int:page_id>/press-contacts/"
    return [path(address, choose_press_contacts, name="choose_press_contacts")]


@hooks.register("filter_form_submissions_for_user")
def messages_are_for_those_addressed(user: User, pages: PageQuerySet) -> PageQuerySet:
    """Whoever may edit a contact page, such as a translator, may not therefore read letters."""
    if user_can_manage_members(user):
        return pages
    return pages.filter(basepage__organisation__memberships__user=user)
