"""Wagtail's own search, which editors use, has an index to read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

pytestmark = pytest.mark.django_db


def test_the_admins_search_reads_an_index(make_page):
    make_page("Manuscripts")
    with CaptureQueriesContext(connection) as queries:
        assert [page.title for page in Page.objects.all().search("manuscripts")] == ["Manuscripts"]
    asked = '("wagtailsearch_indexentry"."title" || "wagtailsearch_indexentry"."body") @@'
    assert any(asked in query["sql"] for query in queries)
    with connection.cursor() as cursor:
        # On so few rows PostgreSQL would read them all: it is told not to.
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(
            "EXPLAIN SELECT id FROM wagtailsearch_indexentry "
            "WHERE (title || body) @@ 'manuscript'::tsquery"
        )
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "search_admin_title_body" in plan
