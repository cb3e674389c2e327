"""Answers that make no sense, by kind: none of them may end the bot, make it deaf, or lose a message."""

import gzip
import json
from typing import Any

from tests.wire.line import http

DEEP = b"[" * 10_000 + b"]" * 10_000
HUGE = b"9" * 5_000
BIG = b"9" * 30


def refusal(code: int, words: Any = "Too Many Requests", **more: Any) -> bytes:
    return json.dumps({"ok": False, "error_code": code, "description": words, **more}).encode()


NO_ANSWERS: dict[str, tuple[int, bytes]] = {
    "nothing": (200, b""),
    "a blank": (200, b" "),
    "a page": (200, b"<html>Please log in</html>"),
    "NUL": (200, b"\0\0\0\0"),
    "no UTF-8": (200, b"\xff\xfe\xfd"),
    "UTF-16": (200, '{"ok":true,"result":true}'.encode("utf-16")),
    "half": (200, b'{"ok":true,"resu'),
    "two": (200, b'{"ok":true,"result":true}{"ok":true}'),
    "null": (200, b"null"),
    "a number": (200, b"7"),
    "a text": (200, b'"ok"'),
    "a list": (200, b"[]"),
    "empty": (200, b"{}"),
    "deep": (200, DEEP),
    "deep inside": (200, b'{"ok":true,"result":' + DEEP + b"}"),
    "deep and open": (200, b'{"ok":true,"result":' + b"[" * 50_000),
    "ok is 1": (200, b'{"ok":1,"result":true}'),
    "ok is a text": (200, b'{"ok":"true","result":true}'),
    "ok is null": (200, b'{"ok":null,"result":true}'),
    "ok is a list": (200, b'{"ok":[true],"result":true}'),
    "ok alone": (200, b'{"ok":true}'),
    "ok twice": (200, b'{"ok":true,"ok":false,"result":true}'),
    "no code": (400, b'{"ok":false}'),
    "code is a text": (400, b'{"ok":false,"error_code":"400","description":"x"}'),
    "code is huge": (400, b'{"ok":false,"error_code":' + HUGE + b',"description":"x"}'),
    "code is a fraction": (400, b'{"ok":false,"error_code":400.0,"description":"x"}'),
    "code is another": (400, refusal(403)),
    "refused with 200": (200, refusal(400)),
    "fine with 400": (400, b'{"ok":true,"result":true}'),
    "502 as JSON": (502, refusal(502, "Bad Gateway")),
    "500 and fine": (500, b'{"ok":true,"result":true}'),
    "404 page": (404, b"<html>404 Not Found</html>"),
    "401 page": (401, b"<html>Log in</html>"),
    "403 page": (403, b"Forbidden"),
    "409 page": (409, b"<html>webhook</html>"),
    "429 page": (429, b"slow down"),
    "302": (302, b""),
    "204": (204, b""),
    "226": (226, b'{"ok":true,"result":true}'),
    "418": (418, b"teapot"),
    "600": (600, b"{}"),
}
"""What no Bot API says, to any method: nobody knows what became of the call."""

WAITS: dict[str, bytes] = {
    "no parameters": refusal(429),
    "parameters are null": refusal(429, parameters=None),
    "parameters are a list": refusal(429, parameters=[5]),
    "parameters are a text": refusal(429, parameters="5"),
    "no number": refusal(429, parameters={}),
    "null": refusal(429, parameters={"retry_after": None}),
    "a text": refusal(429, parameters={"retry_after": "5"}),
    "a list": refusal(429, parameters={"retry_after": [5]}),
    "an object": refusal(429, parameters={"retry_after": {"seconds": 5}}),
    "yes": refusal(429, parameters={"retry_after": True}),
    "a fraction": refusal(429, parameters={"retry_after": 0.2}),
    "nothing": refusal(429, parameters={"retry_after": 0}),
    "less than nothing": refusal(429, parameters={"retry_after": -5}),
    "minus zero": refusal(429, parameters={"retry_after": -0.0}),
    "no description": b'{"ok":false,"error_code":429}',
    "a description that is a list": refusal(429, ["x"]),
    "NaN": b'{"ok":false,"error_code":429,"parameters":{"retry_after":NaN}}',
    "a billion": refusal(429, parameters={"retry_after": 10**9}),
    "a billion and a half": refusal(429, parameters={"retry_after": 10**9 + 0.5}),
    "1e400": b'{"ok":false,"error_code":429,"parameters":{"retry_after":1e400}}',
    "Infinity": b'{"ok":false,"error_code":429,"parameters":{"retry_after":Infinity}}',
    "minus Infinity": b'{"ok":false,"error_code":429,"parameters":{"retry_after":-Infinity}}',
    "30 digits": b'{"ok":false,"error_code":429,"parameters":{"retry_after":' + BIG + b"}}",
    "5,000 digits": b'{"ok":false,"error_code":429,"parameters":{"retry_after":' + HUGE + b"}}",
}
"""How long to wait, with status 429."""
LONG = {"a billion", "a billion and a half"}
"""Those that are understood, and taken for an hour."""

RESULTS: dict[str, bytes] = {
    "null": b"null",
    "no": b"false",
    "a number": b"7",
    "a text": b'"sent"',
    "a list": b"[]",
    "a list of messages": b'[{"message_id":7}]',
    "a number as text": b'{"message_id":"7"}',
    "a fraction": b'{"message_id":7.5}',
    "a whole fraction": b'{"message_id":7.0}',
    "yes": b'{"message_id":true}',
    "an empty number": b'{"message_id":null}',
    "a list of numbers": b'{"message_id":[7]}',
    "less than nothing": b'{"message_id":-7}',
    "2^63": b'{"message_id":9223372036854775808}',
    "2^53": b'{"message_id":9007199254740992}',
    "5,000 digits": b'{"message_id":' + HUGE + b"}",
    "Infinity": b'{"message_id":Infinity}',
    "deep": b'{"message_id":' + DEEP + b"}",
}
"""Results of a call that made a message, with ok: nobody knows what became of it."""

REFUSALS: dict[str, tuple[int, bytes]] = {
    "no words": (400, b'{"ok":false,"error_code":400}'),
    "words are null": (400, refusal(400, None)),
    "words are a list": (400, refusal(400, ["Bad Request"])),
    "words are long": (400, refusal(400, "x" * 100_000)),
    "words are half a pair": (400, b'{"ok":false,"error_code":400,"description":"\\ud83d"}'),
    "words have a NUL": (400, refusal(400, "a\0b")),
    "moves to a text": (400, refusal(400, "moved", parameters={"migrate_to_chat_id": "x"})),
    "moves to 2^63": (400, refusal(400, "moved", parameters={"migrate_to_chat_id": -(2**63) - 1})),
    "moves to 5,000 digits": (400, refusal(400).replace(b"}", b',"parameters":{"migrate_to_chat_id":-' + HUGE + b"}}")),
    "moves to a list": (400, refusal(400, "moved", parameters={"migrate_to_chat_id": [1]})),
    "moves to a fraction": (400, refusal(400, "moved", parameters={"migrate_to_chat_id": -1.5})),
    "moves to nowhere": (400, refusal(400, "moved", parameters={"migrate_to_chat_id": 0})),
    "moves, yes": (400, refusal(400, "moved", parameters={"migrate_to_chat_id": True})),
    "404": (404, refusal(404, "Not Found")),
    "404 of a method": (404, refusal(404, "Not Found: method not found")),
    "401": (401, refusal(401, "Unauthorized")),
    "409": (409, refusal(409, "Conflict")),
    "402": (402, refusal(402, "Payment Required")),
    "413": (413, refusal(413, "Request Entity Too Large")),
    "499": (499, refusal(499, "x")),
}
"""Refusals: the call had no effect and never will."""

PLAIN_BOMB = gzip.compress(b" " * 30_000_000)
LINES: dict[str, bytes] = {
    "nothing at all": b"",
    "noise": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "another protocol": b"SSH-2.0-OpenSSH_9.6\r\n",
    "HTTP/0.9": b"<html></html>",
    "HTTP/3": b"HTTP/3 200 OK\r\n\r\n{}",
    "no status": b"HTTP/1.1 OK\r\n\r\n",
    "status is a word": b"HTTP/1.1 abc OK\r\n\r\n",
    "status 99999": b"HTTP/1.1 99999 OK\r\n\r\n",
    "half a head": b"HTTP/1.1 200 OK\r\nContent-Le",
    "half a body": b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + b'{"ok":true,',
    "length below zero": b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}",
    "length is a word": b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}",
    "two lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}}",
    "5,000 digits of length": b"HTTP/1.1 200 OK\r\nContent-Length: " + HUGE + b"\r\n\r\n{}",
    "broken pieces": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
    "pieces without an end": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
    "a long header": b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000 + b"\r\n\r\n{}",
    "a bad header": b"HTTP/1.1 200 OK\r\n\x00\x01: \xff\r\n\r\n{}",
    "continue for ever": b"HTTP/1.1 100 Continue\r\n\r\n" * 200,
    "another protocol, switched to": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
    "elsewhere": http(b"", 302, "Location: http://127.0.0.1:1/"),
    "elsewhere, by method": http(b"", 307, "Location: file:///etc/passwd"),
    "a cookie": http(b"<html></html>", 200, "Set-Cookie: a=b"),
    "a bomb": http(PLAIN_BOMB, 200, "Content-Encoding: gzip"),
    "packed wrongly": http(b"no gzip", 200, "Content-Encoding: gzip"),
    "packed unheard of": http(b"{}", 200, "Content-Encoding: br, gzip, x-new"),
}
"""Not even HTTP, or HTTP that is not what it seems."""
