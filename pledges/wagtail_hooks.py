from wagtail import hooks

from alliance.base.text_tokens import HOOK

from .text_tokens import tokens

hooks.register(HOOK, tokens)
