from django import template

from ..demo.sign_ins import open_addresses

register = template.Library()
register.simple_tag(open_addresses, name="demonstration_sign_ins")
