"""A real crawl of a server on this machine, with the item pipeline."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from newsclean.profiles.counts import Counts
from tests.profiles.pages import FURNITURE_BELOW, NOTHING, STORIES, page

pytest.importorskip("scrapy", reason="Scrapy is not installed: pip install 'newsclean[test]'")

ROOT = Path(__file__).parents[2]
SPIDER = """
import dataclasses
import scrapy

@dataclasses.dataclass
class Story:
    url: str
    text: str
    status: str = ""

class Field(scrapy.Item):
    url = scrapy.Field()
    text = scrapy.Field()

class News(scrapy.Spider):
    name = "news"
    custom_settings = {
        "ITEM_PIPELINES": {"newsclean.integrations.scrapy.NewscleanPipeline": 300},
        "TELNETCONSOLE_ENABLED": False,
        "LOG_LEVEL": "INFO",
    }

    async def start(self):
        for path in ("0", "1", "2", "empty", "other"):
            yield scrapy.Request(self.address + path)

    def parse(self, response):
        fields = {"url": response.url, "text": response.text}
        match response.url.rsplit("/")[-1]:
            case "1":
                yield Story(**fields)
            case "2":
                yield Field(fields)
            case "other":
                yield {"url": response.url, "title": "no page here"}
            case _:
                yield fields
"""


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        name = self.path.strip("/")
        body = (page(int(name)) if name.isdigit() else NOTHING).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    """A site with three stories, and a page without one."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_a_crawl_gives_clean_articles(address: str, tmp_path: Path) -> None:
    with Counts() as counts:
        for number in (1, 2, 3):
            counts.add("127.0.0.1", page(number).splitlines())
        counts.write(tmp_path / "profiles")
    spider = tmp_path / "spider.py"
    spider.write_text(SPIDER, encoding="utf-8")
    command = [sys.executable, "-m", "scrapy", "runspider", str(spider), "-a", f"address={address}", "-O", "items.jsonl"]
    command += ["-s", f"NEWSCLEAN_PROFILES={tmp_path / 'profiles'}"]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "", "HOME": str(tmp_path), "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
    ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
    assert ended.returncode == 0, ended.stderr
    rows = [json.loads(line) for line in (tmp_path / "items.jsonl").read_text(encoding="utf-8").splitlines()]
    items = {row["url"].removeprefix(address): row for row in rows}
    assert set(items) == {"0", "1", "2", "other"}, ended.stderr
    for number in (0, 1, 2):
        text = items[str(number)]["text"]
        assert FURNITURE_BELOW not in text
        assert all(paragraph in text for paragraph in STORIES[number][1:])
    assert items["0"]["metadata"]["title"] == STORIES[0][0]
    assert items["0"]["metadata"]["url"] == f"{address}0"
    assert (items["0"]["status"], items["1"]["status"]) == ("ok", "ok")
    assert set(items["1"]) == {"url", "text", "status"}, "a dataclass gets only the fields that it has"
    assert set(items["2"]) == {"url", "text"}
    assert items["other"] == {"url": f"{address}other", "title": "no page here"}
    assert "'newsclean/status/ok': 3" in ended.stderr
    assert "'newsclean/status/empty': 1" in ended.stderr
    assert "'newsclean/rule/site_lines/repeated'" in ended.stderr
    assert "Dropped: newsclean: empty: no line" in ended.stderr
    assert "Deprecat" not in ended.stderr
