"""Proves that no member sees or changes what is another's (`manage.py audit_isolation`)."""
