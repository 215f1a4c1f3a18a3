from django.urls import path

from . import views

app_name = "members"
urlpatterns = [path("brand/<slug:slug>.<slug:version>.css", views.brand, name="brand")]
