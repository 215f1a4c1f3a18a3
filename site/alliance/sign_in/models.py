from django.db import models


class Attempt(models.Model):
    """A password that was wrong. Whose, and from where, is kept only as a hash, for a day."""

    bucket = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["bucket", "at"], name="sign_in_attempt_bucket")]

    def __str__(self) -> str:
        return f"{self.at:%H:%M:%S}"
