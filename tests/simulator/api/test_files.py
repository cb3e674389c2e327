"""Files by id: sizes are checked in both directions, and an id is good for ever."""

import pytest

from bot.simulator.errors import ApiError
from bot.simulator.files import FileStore
from bot.simulator.limits import MAX_DOWNLOAD, MAX_UPLOAD
from bot.simulator.params import Upload
from bot.simulator.people.chats import Document


def test_an_upload_over_50_mb_is_refused() -> None:
    with pytest.raises(ApiError) as caught:
        FileStore().receive(Upload("x.bin", bytes(MAX_UPLOAD + 1)), "document")

    assert (caught.value.status, caught.value.description) == (413, "Request Entity Too Large")


def test_an_empty_upload_is_refused() -> None:
    with pytest.raises(ApiError) as caught:
        FileStore().receive(Upload("x.bin", b""), "document")

    assert (caught.value.status, caught.value.description) == (400, "Bad Request: file must be non-empty")


def test_what_a_bot_may_not_download_is_too_big() -> None:
    files = FileStore()
    kept = files.keep(Document("x.bin", bytes(MAX_DOWNLOAD + 1), "x/x"))

    with pytest.raises(ApiError) as caught:
        files.describe(kept["file_id"])

    assert caught.value.description == "Bad Request: file is too big"


def test_a_file_is_found_by_id_and_by_path() -> None:
    files = FileStore()
    document = Document("名单.csv", b"a", "text/csv")
    kept = files.keep(document)
    described = files.describe(kept["file_id"])

    assert described == {
        "file_id": kept["file_id"],
        "file_unique_id": kept["file_unique_id"],
        "file_size": 1,
        "file_path": f"documents/{kept['file_id']}.csv",
    }
    assert files.by_path(described["file_path"]) is document
    assert files.receive(kept["file_id"], "document") is document
    assert files.by_path("documents/../../etc/passwd") is None
