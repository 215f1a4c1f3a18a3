from wagtail import hooks
from wagtail.admin.views.account import AvatarSettingsPanel
from wagtail.rich_text.feature_registry import FeatureRegistry

from . import language_marks
from .link_handlers import VersionedPageLinkHandler
from .uploads import PortraitForm

# There is neither a hook nor a setting for the form in which people upload their portrait.
AvatarSettingsPanel.form_class = PortraitForm


@hooks.register("register_rich_text_features", order=10)
def lead_links_to_the_readers_language(features: FeatureRegistry) -> None:
    features.register_link_type(VersionedPageLinkHandler)


@hooks.register("register_rich_text_features")
def mark_the_language_of_a_phrase(features: FeatureRegistry) -> None:
    language_marks.register(features)
