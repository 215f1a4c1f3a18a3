from django_tasks import task

from .services import check_by_key


@task()
def check_again(keys: list[int]) -> None:
    """Hundreds of pages may link to one that was withdrawn: nobody should wait for them."""
    check_by_key(keys)
