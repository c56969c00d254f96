"""What the server calls."""

from clarion.signups.serving import make_application, options_of_process

application = make_application(options_of_process())
