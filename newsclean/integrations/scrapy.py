"""An item pipeline for Scrapy: items come with a page, and leave with the clean article.

In the project's settings::

    ITEM_PIPELINES = {"newsclean.integrations.scrapy.NewscleanPipeline": 300}
    NEWSCLEAN_FIELD = "text"          # the field with the page, as text or HTML
    NEWSCLEAN_PRESET = "balanced"
    NEWSCLEAN_PROFILES = "profiles"   # a directory that newsclean learn wrote; none by default

Install with ``pip install "newsclean[scrapy]"``.
"""

from __future__ import annotations

from typing import Any

from itemadapter import ItemAdapter
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from newsclean.cleaner import Cleaner
from newsclean.model import Article


class NewscleanPipeline:
    """Put the clean body in the place of an item's page; drop items whose page has none.

    ``metadata``, ``status`` and ``confidence`` are set too, where the item has such fields (a dict has any). The item's
    ``url`` is the page's address. Items without the page's field pass as they are. The crawl's statistics count items by
    status, under ``newsclean/status``, and the lines that each rule removed, under ``newsclean/rule``.
    """

    def __init__(self, cleaner: Cleaner, crawler: Crawler, field: str = "text") -> None:
        self._cleaner = cleaner
        self._crawler = crawler
        self._field = field

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> NewscleanPipeline:
        """Built by Scrapy from the settings.

        :raises ConfigError: a preset that does not exist, or a directory without profiles
        """
        settings = crawler.settings
        cleaner = Cleaner(preset=settings.get("NEWSCLEAN_PRESET", "balanced"), profiles=settings.get("NEWSCLEAN_PROFILES"))
        return cls(cleaner, crawler, settings.get("NEWSCLEAN_FIELD", "text"))

    def process_item(self, item: Any) -> Any:
        """The item with its article.

        :raises DropItem: the page holds no article
        """
        fields = ItemAdapter(item)
        source = fields.get(self._field)
        if source is None:
            return item
        article = self._cleaner.clean(source, url=fields.get("url"))
        self._count(article)
        if not article.text:
            raise DropItem(f"newsclean: {article.status}: {article.reason}")
        fields[self._field] = article.text
        account = {
            "metadata": article.metadata.to_dict(),
            "status": str(article.status),
            "confidence": article.confidence,
        }
        known = fields.field_names() if not isinstance(item, dict) else account
        fields.update({name: value for name, value in account.items() if name in known})
        return item

    def _count(self, article: Article) -> None:
        stats = self._crawler.stats
        if stats is None:
            return
        stats.inc_value(f"newsclean/status/{article.status}")
        for line in article.removed:
            stats.inc_value(f"newsclean/rule/{line.rule}")
