"""One question to a case: one unchanging view of its database, what the viewer may see of it, and its lists."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from clarion.flow.desk.viewer import Viewer
from clarion.store import dialect, seeking
from clarion.store.board import Board
from clarion.store.boards import Boards, boards_of
from clarion.store.folder import CaseFolder, Connection
from clarion.store.sight import Sight
from clarion.store.words import query_of

Answer = TypeVar("Answer")


@dataclass(slots=True)
class Asking:
    """What a question is answered from."""

    folder: CaseFolder
    connection: Connection
    sight: Sight
    boards: Boards

    def board(self, name: str) -> Board:
        """A list held ready."""
        return self.boards.get(self.connection, name)

    def seen(self, name: str) -> int:
        """The rows of a list that the viewer may see."""
        board = self.board(name)
        if self.sight.is_whole:
            return board.all
        key = (name, self.sight.viewer)
        if key not in self.boards.seen:
            self.boards.seen[key] = board.all & ~self._hidden(name, board)
        return self.boards.seen[key]

    def with_words(self, name: str, words: str) -> int:
        """The rows of the documents or the claims that hold every word."""
        index = dialect.CLAIM_WORDS if name == "claims" else dialect.WORDS
        query = query_of(words)

        def find() -> int:
            return self.board(name).of_rows(dialect.find_all_rows(self.connection, words, index=index))

        return self.boards.keep(("words", name, query), find) if query else 0

    def kept(self, question: tuple[object, ...], make: Callable[[], Answer]) -> Answer:
        """An answer that follows from the state of the case and from what is hidden from the viewer, and nothing else.

        It is worked out once for all who see the same; an entry of the log makes another state, which keeps nothing of
        this one.
        """
        return self.boards.keep((self.sight.hidden, *question), make)

    def _hidden(self, name: str, board: Board) -> int:
        if name == "claims":
            return board.matching("document", self.sight.hidden)
        things = self.sight.hidden if name == "documents" else self.sight.resting
        if name == "voices":
            things = frozenset(one for one in things if one.startswith("voi_") and self.sight.hides_voice(one))
        return board.of_rows(seeking.rows_of(self.connection, name, things))


@contextmanager
def asking(folder: CaseFolder, viewer: Viewer) -> Iterator[Asking]:
    """Ask in one reading transaction."""
    with folder.reading() as connection:
        boards = boards_of(folder, connection)
        yield Asking(folder, connection, boards.sight(connection, viewer.name), boards)
