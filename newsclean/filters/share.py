"""Share buttons, follow widgets and the signatures of posts that a page embeds."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import Claim, Role
from newsclean.vocabulary import Vocabulary
from newsclean.vocabulary.fold import SPACELESS

_NETWORKS = frozenset(
    "facebook twitter x whatsapp telegram linkedin pinterest reddit email e-mail mail line viber messenger tumblr flipboard "
    "instagram youtube tiktok threads bluesky mastodon vk vkontakte ok odnoklassniki weibo wechat kakaotalk kakao naver band "
    "hatena pocket note copy link print rss google+ snapchat xing skype fb wa telegraph zalo 微信 微博 qq qq空间 qzone "
    "카카오톡 페이스북 트위터 밴드 카카오스토리 вконтакте одноклассники "
    "телеграм вотсап фейсбук твиттер はてなブックマーク".split()
)
_WORD = re.compile(r"[\w+\-]++")
_MAX_CHARS = 120
_DIVIDED = re.compile(r"[|｜•·\u3000]|\s\s")
_PARTS = re.compile(r"\s*[|｜•·]\s*|\s{2,}|\u3000")
_ENDS = " |｜•·\u3000\xa0\t"
_SIGNATURE = re.compile(r"[—–-]\s?\S.{1,60}\s\(@\w{1,20}\).{0,40}")
"""Below the words of a post: "— Mira Holt (@miraholt) March 4, 2025"."""

_WIDGETS = ("share", "comment", "promo")
_DIGIT = re.compile(r"\d")
_MAX_PART_CHARS = 30
"""Characters of a button; longer parts say more."""


def share(document: Document) -> Iterable[Claim]:
    """Claim lines that the vocabulary names, nothing but names of networks, rows of buttons, and signatures of posts."""
    yield from document.phrased(Role.SHARE)
    near = document.surroundings
    for number in document.open(near.start, near.stop):
        text = document.blocks[number].text
        if len(text) <= _MAX_CHARS and not document.lines[number].closed:
            if _may_be_row(text) and (known := document.ask(_buttons, text)):
                yield Claim(number, Role.SHARE, "share/buttons", f"a row of buttons: {', '.join(known)}")
                continue
            if "(@" in text and _SIGNATURE.fullmatch(text):
                yield Claim(number, Role.SHARE, "share/signature", f"signs a post that the page embeds: {text[:60]!r}")
                continue
            first = _WORD.search(text.lower())
            if first is None or first.group() not in _NETWORKS:
                continue
            words = _WORD.findall(text.lower())
            if words != ["x"] and all(word in _NETWORKS for word in words):
                yield Claim(number, Role.SHARE, "share/networks", f"only networks: {', '.join(dict.fromkeys(words))}")


def _may_be_row(text: str) -> bool:
    """A cheap look before :func:`_buttons`: whether something divides a line, or its words in a script without such spaces."""
    return _DIVIDED.search(text, 1) is not None or (not text.isascii() and " " in text and SPACELESS.search(text) is not None)


def _buttons(text: str, vocabulary: Vocabulary, language: str) -> list[str]:
    """The parts of a line without numbers that are known as buttons, if at least half of its two or more parts are.

    >>> from newsclean.vocabulary import load
    >>> _buttons("Share | Print | A+ A-", load(), "en"), _buttons("Harbour | Share | Storm", load(), "en")
    (['Share', 'Print'], [])
    >>> _buttons("微信 微博 复制链接", load(), "zh")
    ['微信', '微博', '复制链接']
    """
    parts = _PARTS.split(text.strip(_ENDS)) if not _DIGIT.search(text) else []
    parts = text.split() if len(parts) == 1 and SPACELESS.search(text) else parts
    if len(parts) < 2 or max(map(len, parts)) > _MAX_PART_CHARS:
        return []
    phrases = {part: vocabulary.match(part) for part in parts}
    known = {
        part: phrase.role for part, phrase in phrases.items() if phrase and phrase.where == "whole" and phrase.role in _WIDGETS
    }
    return list(known) if 2 * len(known) >= len(parts) and set(known.values()) != {"promo"} else []
