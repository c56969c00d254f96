"""The API itself, and how an operation is made: by the action of the table of roles that it needs."""

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.openapi.schema import OpenAPISchema

from clarion.__about__ import __version__
from clarion.model.errors import BrokenSeal, ClarionError, NotAllowed
from clarion.workbench.api.problems import problem
from clarion.workbench.api.shapes import Problem
from clarion.workbench.roles import ALLOWED

Function = TypeVar("Function", bound=Callable[..., HttpResponseBase])
# name of an address -> method -> action; the guard asks it before an operation runs
ACTIONS: dict[str, dict[str, str]] = {}
_PROBLEMS = (400, 401, 403, 404, 422)


class Described(NinjaAPI):
    """An API whose description names problems by their media type."""

    def get_openapi_schema(self, *args: Any, **options: Any) -> OpenAPISchema:
        """The OpenAPI document."""
        described = super().get_openapi_schema(*args, **options)
        for operations in described["paths"].values():
            for operation in operations.values():
                for status, answer in operation["responses"].items():
                    if int(status) >= 400 and "application/json" in answer.get("content", {}):
                        answer["content"] = {"application/problem+json": answer["content"].pop("application/json")}
        return described


api = Described(
    title="Clarion",
    version=__version__,
    description="A case: what documents claim, by whom and how surely. The same queries and commands as the pages.",
    docs_url=None,  # the interactive page would come from another site
    urls_namespace="api",
)


# what an operation answers with that sends a file
FILE: dict[str, Any] = {
    "responses": {
        200: {
            "description": "OK",
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        }
    }
}


def operation(method: str, path: str, action: str, answers: Any) -> Callable[[Function], Function]:
    """Make a function an operation, allowed to the roles of an action and answering with a type, or with a `FILE`.

    Raises:
        KeyError: no such action is in the table.
    """
    ALLOWED[action]
    name = "api-" + path.strip("/").replace("/", "-").replace("{", "").replace("}", "")
    ACTIONS.setdefault(name, {})[method] = action
    extra = FILE if answers is FILE else None
    responses = ({} if extra else {200: answers}) | dict.fromkeys(_PROBLEMS, Problem)

    def register(function: Function) -> Function:
        made = api.api_operation(
            [method], path, url_name=name, response=responses, summary=function.__doc__, openapi_extra=extra
        )
        made(function)
        return function

    return register


def answer(result: object) -> HttpResponse:
    """A result as JSON; a problem (404) where it is None."""
    if result is None:
        return problem(404, "there is nothing of that id, or nothing that you may see")
    return HttpResponse(msgspec.json.encode(result), content_type="application/json")


@api.exception_handler(NotAllowed)
def not_allowed(request: HttpRequest, exception: NotAllowed) -> HttpResponse:
    """What other roles may do."""
    return problem(403, str(exception))


@api.exception_handler(ClarionError)
def refused(request: HttpRequest, exception: ClarionError) -> HttpResponse:
    """What flow refuses."""
    return problem(409 if isinstance(exception, BrokenSeal) else 400, str(exception))


@api.exception_handler(ValidationError)
def unreadable(request: HttpRequest, exception: ValidationError) -> HttpResponse:
    """What does not have the described shape: the first such thing."""
    first = exception.errors[0] if exception.errors else {}
    where = ".".join(str(part) for part in first.get("loc", ())[1:])
    return problem(422, f"{where}: {first.get('msg', 'not as described')}")
