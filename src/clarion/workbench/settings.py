"""Django's settings, worked out from the options that `clarion serve` left in the environment."""

import secrets
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from clarion.workbench.options import folder, options

CLARION = options()
_DATA = folder(CLARION)
_ROOM = Path(__file__).parent
_KEY = _DATA / "secret.key"


def _secret() -> str:
    """The key that signs sessions and forms; made on first use, readable by its owner only."""
    if not _KEY.exists():
        _KEY.touch(mode=0o600)
        _KEY.write_text(secrets.token_urlsafe(64), encoding="ascii")
    return _KEY.read_text(encoding="ascii")


SECRET_KEY = _secret()
DEBUG = False
ALLOWED_HOSTS = [CLARION.host.rpartition(":")[0] or CLARION.host]
CSRF_TRUSTED_ORIGINS = [CLARION.origin]
ROOT_URLCONF = "clarion.workbench.urls"
WSGI_APPLICATION = "clarion.workbench.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "clarion.workbench",
    "clarion.workbench.people",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "django_htmx",
]

MIDDLEWARE = [
    "clarion.workbench.guard.KnownAddress",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "clarion.workbench.people.activity.Activity",
    "clarion.workbench.guard.Admission",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_ROOM / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "clarion.workbench.steps.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["clarion.workbench.templatetags.clarion"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "clarion.workbench.frame.frame",
            ],
        },
    }
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": _DATA / "people.db",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",  # a session that is read and then written never fails for being second
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"  # one process: what ends a session forgets it at once

# people and sessions
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "signed_out"
# two workbenches on one laptop differ in their port only, which cookies do not heed
_MARK = _DATA.name[:12]
SESSION_COOKIE_NAME = f"clarion-{_MARK}"
CSRF_COOKIE_NAME = f"clarion-form-{_MARK}"
LANGUAGE_COOKIE_NAME = "clarion-language"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = CLARION.is_encrypted
CSRF_FAILURE_VIEW = "clarion.workbench.errors.stale_form"

ACCOUNT_ADAPTER = "clarion.workbench.people.adapter.ClosedDoor"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # no mail is sent: an owner hands links over
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
# failed sign-ins are stopped by axes below, which counts in the database; these stop the quick ones
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "20/m/ip,20/5m/key", "reauthenticate": "10/m/user"}
# the proxy in front of a team's workbench names the address that a request came from
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if CLARION.team else 0
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Clarion"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not CLARION.is_encrypted
USERSESSIONS_TRACK_ACTIVITY = True
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_CLIENT_IP_CALLABLE = "clarion.workbench.people.adapter.client_address"
AXES_LOCKOUT_TEMPLATE = "workbench/accounts/locked.html"

# what a browser is told
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # an original is shown inside its page, in a sandbox
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if CLARION.is_encrypted else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = CLARION.is_encrypted
SECURE_SSL_REDIRECT = False  # the proxy that holds the certificate redirects; behind it everything is local
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CLARION.is_encrypted else None
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "manifest-src": [SELF],
    }
}

# languages and files
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("ko", _("Korean"))]
LOCALE_PATHS = [_ROOM / "locale"]
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = "clarion.workbench.formats"
TIME_ZONE = "UTC"
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
FILE_UPLOAD_TEMP_DIR = str(_DATA)  # never in the machine's common temporary folder
FILE_UPLOAD_PERMISSIONS = 0o600

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"discreet": {"()": "clarion.workbench.discreet.WithoutTokens"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "level": "WARNING", "filters": ["discreet"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
