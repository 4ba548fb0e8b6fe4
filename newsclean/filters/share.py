"""Share buttons and follow widgets."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import Claim, Role

_NETWORKS = frozenset(
    "facebook twitter x whatsapp telegram linkedin pinterest reddit email e-mail mail line viber messenger tumblr flipboard "
    "instagram youtube tiktok threads bluesky mastodon vk vkontakte ok odnoklassniki weibo wechat kakaotalk kakao naver band "
    "hatena pocket note copy link print rss google+ snapchat xing skype fb wa telegraph zalo 微信 微博 qq qq空间 qzone "
    "카카오톡 페이스북 트위터 밴드 카카오스토리 вконтакте одноклассники "
    "телеграм вотсап фейсбук твиттер はてなブックマーク".split()
)
_WORD = re.compile(r"[\w+\-]++")
_MAX_CHARS = 120


def share(document: Document) -> Iterable[Claim]:
    """Claim lines that the vocabulary names and lines that hold nothing but names of networks."""
    yield from document.phrased(Role.SHARE)
    near = document.surroundings
    for number in document.open(near.start, near.stop):
        text = document.blocks[number].text
        if len(text) <= _MAX_CHARS and not document.lines[number].closed:
            first = _WORD.search(text.lower())
            if first is None or first.group() not in _NETWORKS:
                continue
            words = _WORD.findall(text.lower())
            if words != ["x"] and all(word in _NETWORKS for word in words):
                yield Claim(number, Role.SHARE, "share/networks", f"only networks: {', '.join(dict.fromkeys(words))}")
