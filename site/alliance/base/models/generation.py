from django.db import models


class Generation(models.Model):
    """One row whose number changes with every change of the page tree, sites, languages
    and view restrictions, in the same transaction (by triggers, so that no path is missed).

    What a process holds in memory carries this number, so it never outlives what it shows.
    """

    number = models.BigIntegerField()

    class Meta:
        verbose_name = "generation"

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls) -> int:
        return cls.objects.values_list("number", flat=True).get()
