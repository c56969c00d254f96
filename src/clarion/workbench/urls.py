"""Every address of the workbench."""

from django.urls import include, path
from django.views.decorators.cache import cache_control
from django.views.i18n import JavaScriptCatalog

from clarion.workbench import help as helping
from clarion.workbench.entrance import views as entrance
from clarion.workbench.places.publish import feeds
from clarion.workbench.roles import EVERYBODY, may

catalogue = may(EVERYBODY)(
    cache_control(private=True, max_age=3600)(JavaScriptCatalog.as_view(packages=["clarion.workbench"]))
)

urlpatterns = [
    path("", include("clarion.workbench.places.start.urls")),
    path("enter/<str:token>/", entrance.enter, name="enter"),
    path("signed-out/", entrance.signed_out, name="signed_out"),
    path("preferences/", entrance.preferences, name="preferences"),
    path("words.js", catalogue, name="words"),
    path("help/<slug:place>/", helping.page, name="help"),
    path("preserve/", include("clarion.workbench.places.preserve.urls")),
    path("read/", include("clarion.workbench.places.read.urls")),
    path("extract/", include("clarion.workbench.places.extract.urls")),
    path("reconcile/", include("clarion.workbench.places.reconcile.urls")),
    path("assess/", include("clarion.workbench.places.assess.urls")),
    path("respond/", include("clarion.workbench.places.respond.urls")),
    path("publish/", include("clarion.workbench.places.publish.urls")),
    path("voices/", include("clarion.workbench.places.voices.urls")),
    path("log/", include("clarion.workbench.places.log.urls")),
    path("search/", include("clarion.workbench.places.search.urls")),
    path("judging/", include("clarion.workbench.places.judging.urls")),
    path("marks/", include("clarion.workbench.places.marks.urls")),
    path("people/", include("clarion.workbench.people.urls")),
    path("account/", include("clarion.workbench.people.accounts")),
    path("calendar/<str:token>.ics", feeds.calendar, name="calendar_feed"),
    path("api/", include("clarion.workbench.api.urls")),
]

handler400 = "clarion.workbench.errors.bad_request"
handler404 = "clarion.workbench.errors.not_found"
handler500 = "clarion.workbench.errors.server_error"
