"""Addresses of asks and actions."""

from django.urls import path

from clarion.workbench.places.respond import following, submitting, views, writing

app_name = "respond"
urlpatterns = [
    path("", views.index, name="index"),
    path("board/", views.board, name="board"),
    path("calendar/", views.calendar, name="calendar"),
    path("outcomes/", views.outcomes, name="outcomes"),
    path("follow-up/", following.follow_up, name="follow_up"),
    path("lacking/", following.lacking, name="lacking"),
    path("letter/", writing.letter, name="letter"),
    path("submission/", submitting.submission, name="submission"),
    path("begin/", writing.begin, name="begin"),
    path("addressees/", writing.addressees, name="addressees"),
    path("addressees/import/", writing.import_addressees, name="import_addressees"),
    path("mail/", following.mail, name="mail"),
    path("mail/<str:digits>/", following.came, name="came"),
    path("interventions/<str:name>/", following.intervention, name="intervention"),
    path("interventions/<str:name>/rewrite/", following.rewrite, name="rewrite"),
    path("interventions/<str:name>/approve/", following.approve, name="approve"),
    path("interventions/<str:name>/note/", following.note, name="note"),
    path("interventions/<str:name>/file/", following.file, name="file"),
    path("interventions/<str:name>/send/", following.send, name="send"),
    path("asks/<str:name>/", views.ask, name="ask"),
    path("actions/<str:name>/", views.action, name="action"),
]
