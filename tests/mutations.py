"""Do the tests notice? ``python tests/mutations.py`` plants bugs in copies of the package, one at a time, and runs the tests.

Each is a slip that a developer could make. One that no test notices is a test that is missing: the exit code is then 1. A bug
whose place is not found exactly once is an error, so this list cannot go stale unseen. Names as arguments plant only those bugs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, Phase, settings

ROOT = Path(__file__).parent.parent
COPIED = ("newsclean", "benchmarks", "fixtures", "tests", "README.md", "pyproject.toml")
SECONDS = 240
"""A run of the tests that takes longer is stopped: the bug hangs, and that is noticed."""

TESTS = (
    "newsclean",
    "tests/test_fixtures.py",
    "tests/test_held_out.py",
    "tests/test_pipeline.py",
    "tests/test_scorer.py",
    "tests/test_rejoin.py",
    "tests/test_mutations.py",
    "tests/test_vocabulary.py",
    "tests/test_language.py",
    "tests/test_write.py",
    "tests/properties/test_slices.py",
    "tests/properties/test_totality.py",
    "tests/properties/test_idempotence.py",
)
"""The quickest first."""

settings.register_profile(
    "mutations",
    max_examples=40,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
"""The same examples each time, and no time spent on making a failing one small. Here because pytest loads this module, too."""


HTML = "tests/test_html.py"
CREDITS = "tests/metadata/test_credits.py"
INSIDE = "tests/test_inside_the_story.py"
AROUND = "tests/test_around_the_headline.py"
WIDGETS = "tests/test_widgets.py"
NEXT = "tests/test_next_story.py"
SECTION = "tests/metadata/test_section.py"


class Bug(NamedTuple):
    """What to replace in a file of the package; ``also`` are tests beside the quick ones that are run first."""

    name: str
    file: str
    right: str
    wrong: str
    also: str = ""


BUGS = (
    Bug(
        "a text that is mostly its story loses what is in doubt",
        "filters/scored.py",
        "body_share() >= _FULL",
        "body_share() > 1.0",
    ),
    Bug("what a story tells of is a promo", "filters/promos.py", ">= self.most or", ">= 10**6 or"),
    Bug("a text with furniture counts as clean", "settle.py", "not any(map(self.gauge.is_furniture, texts)) and", ""),
    Bug("a span ends one character early", "segment.py", "start + len(text))", "start + len(text) - 1)"),
    Bug("a span starts at the indent", "segment.py", "start = at if text[0] == line[0] else", "start = at if True else"),
    Bug("blank lines are not counted", "segment.py", "text, gap)", "text, 0)"),
    Bug("NUL ends no line", "segment.py", r"\x00-\x08\x0a", r"\x0a"),
    Bug("a German quotation closes no sentence", "punctuation.py", "’“‘»«", "’‘»"),
    Bug("a summary is the headline", "filters/titles.py", "_ON_TOP = 0.8, 2.0", "_ON_TOP = -9.0, -9.0"),
    Bug(
        "a summary on top of a clean text is the headline",
        "filters/titles.py",
        "return document.is_summary(0) and",
        "return False and",
    ),
    Bug("a ministry is the headline", "filters/titles.py", "2.0 if _names_publisher", "0.0 if _names_publisher", also=AROUND),
    Bug("persons of the story are its authors", "filters/bylines.py", "not _is_in_story(", "bool(", also=AROUND),
    Bug("a place behind a name is an author", "metadata/credits.py", "return full or people", "return people", also=AROUND),
    Bug("who signs a story below is forgotten", "metadata/credits.py", " or signed or ", " or "),
    Bug("files to load stay", "filters/navigation.py", "and _FILE.search(text):", "and False:", also=AROUND),
    Bug("a publisher beside the date is forgotten", "recognise/credits.py", "whole.authors or not any(", "True or not any("),
    Bug("a close language is not believed", "language/identify.py", "(voted, *entry.close_to)", "(voted,)"),
    Bug(
        "a dateline is not looked for behind furniture",
        "document.py",
        "sum(map(self.kept, range(self.region.start, block))) <= 1",
        "block <= self.region.start + 1",
    ),
    Bug(
        "the nearest section goes before the one that a list names",
        "metadata/section.py",
        "fold(name) == fold(below)",
        "not name",
        also=SECTION,
    ),
    Bug("the time under the day is forgotten", "metadata/credits.py", "below.rule == _TIME:", "below.rule == '':", also=AROUND),
    Bug("a question below is the headline", "filters/titles.py", "if number and above.closed", "if False and above.closed"),
    Bug("a blank line above tells of no headline", "filters/titles.py", "_APART * (number in apart)", "0.0 * (number in apart)"),
    Bug("a channel counts for every word of it", "filters/promos.py", "len(offered) - len(parts)", "len(offered)"),
    Bug("a sign is a small letter", "rejoin.py", "first.isalpha() and first.islower()", "first.islower()"),
    Bug("pieces are joined over a blank line", "rejoin.py", "return not line.gap_before and source", "return source"),
    Bug("a byline goes on with the headline", "rejoin.py", "_words(end) >= _RUNNING_WORDS", "end"),
    Bug("a heading goes on with its paragraph", "rejoin.py", "return _words(line) <= _NAME_WORDS or", "return bool(line) or"),
    Bug("pieces are joined without what is between them", "rejoin.py", '" " * (piece.span.start - end)', '""'),
    Bug("a line ends the sentence of a link", "rejoin.py", "            found.add(upper)\n", "            pass\n"),
    Bug("a later claim beats an earlier one", "document.py", "if merged[block] is None:", "if block >= 0:"),
    Bug("a body claim does not keep", "document.py", "return claim is None or claim.role is Role.BODY", "return claim is None"),
    Bug(
        "a widget costs a run of prose nothing",
        "region.py",
        "elif furniture:\n            total += score",
        "elif furniture:\n            pass",
    ),
    Bug("gaps feed a run of prose", "region.py", "total -= paid", "total += paid"),
    Bug(
        "a cut headline counts as a sentence",
        "measure.py",
        "not ellipsis and _is_closed(text)",
        "_is_closed(text)",
        also="tests/properties/test_metamorphic.py::test_a_list_is_claimed_item_by_item",
    ),
    Bug("the guard is the wrong way round", "guard.py", "kept >= MIN_SHARE", "kept < MIN_SHARE"),
    Bug("a page is cleaned once only", "settle.py", "if not more:", "if not more or settled:"),
    Bug("after is before", "pipeline.py", "at = self._find(name) + 1", "at = self._find(name)"),
    Bug("items of a list stay", "filters/lists.py", "for item in self._items(document, claim.block):", "for item in ():"),
    Bug(
        "a list runs on into prose",
        "filters/lists.py",
        "if _MARK.match(text) or not line.closed:",
        "if _MARK.match(text) or line.words:",
    ),
    Bug(
        "a copy of a removed line goes too",
        "filters/duplicates.py",
        "words >= _MIN_WORDS and _stays(document, twin)",
        "words >= _MIN_WORDS",
    ),
    Bug(
        "one line below the story stays",
        "filters/outside.py",
        "range(region.stop, len(document))",
        "range(region.stop + 1, len(document))",
    ),
    Bug("threads end stories", "filters/comments.py", "if prompt.block > story_ends:", "if prompt.block < story_ends:"),
    Bug("tables lose their numbers", "filters/counters.py", "if not _in_table", "if _in_table"),
    Bug("close languages count as foreign", "filters/foreign.py", "if other in close:", "if not close:"),
    Bug(
        "a page testifies against itself",
        "profiles/repeated.py",
        "> COPY_SHARE * sum",
        "> 2 * sum",
        also="tests/profiles/test_cleaning.py",
    ),
    Bug(
        "subheadings go on one page's word",
        "profiles/repeated.py",
        "pages >= EMBEDDED_DOCS and",
        "pages and",
        also="tests/profiles/test_cleaning.py",
    ),
    Bug(
        "teased headlines are the site's",
        "profiles/repeated.py",
        "for number in _headlines(document, found, paragraphs):",
        "for number in ():",
        also="tests/profiles/test_cleaning.py",
    ),
    Bug(
        "what the site repeats tells what the story is",
        "pipeline.py",
        '.after("scored", site_lines)',
        '.before("scored", site_lines)',
        also="tests/profiles/test_cleaning.py",
    ),
    Bug(
        "shared background goes",
        "profiles/repeated.py",
        "pages >= least or not",
        "pages or not",
        also="tests/profiles/test_cleaning.py",
    ),
    Bug(
        "a line counts as often as it is long",
        "profiles/counts.py",
        "((key, 1, text) for",
        "((key, len(text), text) for",
        also="tests/profiles/test_counts.py",
    ),
    Bug(
        "lines on disk are not added to",
        "profiles/counts.py",
        "set pages = pages + excluded.pages, text",
        "set text",
        also="tests/profiles/test_counts.py",
    ),
    Bug(
        "pages on disk are not added to",
        "profiles/counts.py",
        'set pages = pages + excluded.pages"',
        'set pages = 1"',
        also="tests/profiles/test_counts.py",
    ),
    Bug(
        "cut counts are added",
        "profiles/counts.py",
        "if not rows.is_complete:",
        "if False:",
        also="tests/profiles/test_counts.py",
    ),
    Bug(
        "a small site learns nothing",
        "profiles/profile.py",
        "on >= min(min_docs, of)",
        "on >= min_docs",
        also="tests/profiles/test_cleaning.py",
    ),
    Bug(
        "the share is not looked at",
        "profiles/profile.py",
        "on >= min_share * of",
        "on >= 0",
        also="tests/profiles/test_counts.py",
    ),
    Bug(
        "numbers are lines of a site",
        "profiles/line.py",
        "if not any(map(str.isalpha, text[:MAX_CHARS])):",
        "if not text:",
        also="newsclean/profiles/line.py",
    ),
    Bug(
        "www is another site",
        "profiles/site.py",
        '_GENERIC.sub("", host',
        '_GENERIC.sub("www.", host',
        also="tests/profiles/test_cleaning.py",
    ),
    Bug("what the extractor kept is not marked", "read/html.py", "core=piece.core", "core=False", also=HTML),
    Bug("soft hyphens stay", "read/dom.py", "text.translate(_INVISIBLE)", "text", also=HTML),
    Bug("links are not counted", "read/dom.py", "_links += size if self._in_link", "_links += size if False", also=HTML),
    Bug("a page's columns are data", "read/dom.py", "return cells > 1", "return True", also=HTML),
    Bug("the declared encoding is not asked", "read/text.py", "_declared(data) or _guess(data)", "_guess(data)", also=HTML),
    Bug("a deep page is searched", "read/html.py", "if deepest > MAX_DEPTH:", "if deepest < 0:", also=HTML),
    Bug("text that the parser lost is not missed", "read/parse.py", "ERR_RESOURCE_LIMIT", "ERR_LIMIT", also=HTML),
    Bug("noscript is not looked into", "read/html.py", 'SILENT - {"noscript"}', "SILENT", also=HTML),
    Bug("a text of an unknown kind goes", "filters/scored.py", "<= self.most else ()", "<= 9.0 else ()"),
    Bug("unlikely lines stay", "filters/scored.py", "< threshold + ", "< -99.0 + "),
    Bug("the extraction does not count", "filters/scored.py", "return -self.margin", "return self.margin"),
    Bug("links are filled in", "filters/scored.py", "else inf", "else self.margin"),
    Bug("doubt is no reason to stay", "doubt.py", "self._beside, ", ""),
    Bug("a dateline is no reason to stay", "doubt.py", "(self._opening, ", "("),
    Bug("an announced list goes", "doubt.py", "(self._announced, self._tabled)", "(self._tabled,)"),
    Bug("a paragraph of the story goes", "doubt.py", "self._of_the_story, ", ""),
    Bug("a heading in a sparse story goes", "doubt.py", "self._headings, ", ""),
    Bug("the network forgets the lines above", "scorer/network.py", "(padded[:count], hidden", "(0 * hidden, hidden"),
    Bug("of words that begin alike the last is not found", "scorer/network.py", "range(self.most - 1)", "range(self.most - 2)"),
    Bug(
        "words far down a page are others",
        "scorer/lines.py",
        "return _table(base)[:count] if count <=",
        "return _table(base)[:count] if count <= 8 *",
    ),
    Bug("the detector has no seed", "language/detector.py", "    factory.set_seed(0)\n", ""),
    Bug("the lowest vote wins", "language/identify.py", "reverse=True", "reverse=False"),
    Bug(
        "zones point the other way",
        "recognise/dates.py",
        '-minutes if offset[1] == "-" else minutes',
        'minutes if offset[1] == "-" else -minutes',
    ),
    Bug(
        "day and month are swapped",
        "recognise/dates.py",
        "return _when(third, second, first, used)",
        "return _when(third, first, second, used)",
    ),
    Bug("noon is midnight", "recognise/clock.py", "hour += 12 if hour < 12 else 0", "hour += 12"),
    Bug("a dateline needs a plain hyphen", "recognise/datelines.py", r"\s?\.?\s?(?:--|—|–|-)\s", r"\s?\.?\s?(?:--|-)\s"),
    Bug(
        "any capitalised opening is a dateline",
        "recognise/datelines.py",
        "place.isupper() and len(place) > 2",
        "place[0].isupper()",
    ),
    Bug("the second author is lost", "recognise/names.py", "return tuple(names)", "return tuple(names[:1])"),
    Bug("tags keep their sign", "recognise/tags.py", "tag.strip(_BETWEEN) for tag", '"#" + tag for tag'),
    Bug("captions of teasers count", "metadata/text.py", "if number < stop and not", "if stop and not"),
    Bug("the label is a tag", "metadata/text.py", "terms if colon else text[", "text if colon else text["),
    Bug("initials are a photo's credit", "filters/photo_credits.py", "and _INITIALS.search(ending)", "and False"),
    Bug("tags in small letters are joined to the line above", "rejoin.py", " or _lists_terms(line)", ""),
    Bug("captions are headlines", "filters/titles.py", "if number not in captions", "", also=AROUND),
    Bug("an advertisement ends the story", "doubt.py", "return next(beyond, above)", "return above", also=INSIDE),
    Bug("a teaser ends the story", "doubt.py", "return label - 1 if holds", "return label if holds"),
    Bug("the last headline of a teaser is a heading", "doubt.py", "if blocks[number].gap_before < blocks", "if 9 < blocks"),
    Bug("one known button makes a row", "filters/share.py", "2 * len(known) >= len(parts)", "known", also=AROUND),
    Bug(
        "publishers sign stories",
        "filters/bylines.py",
        "and name != name.lower() and not looks_like_source(name)",
        "",
        also=AROUND,
    ),
    Bug("editors are authors", "recognise/credits.py", "() if labelled else byline", "byline"),
    Bug("regions are no part of places", "recognise/datelines.py", "if len(places) < 2:", "if True:"),
    Bug("a publisher is a region", "recognise/datelines.py", "and looks_like_source(part)", "and False", also=CREDITS),
    Bug("months have one word", "recognise/dates.py", ".sub(_joined, folded)", ".sub(r'\\g<0>', folded)"),
    Bug("a zone is as far as a word", "recognise/clock.py", "token not in zone_names() for", "True for", also=CREDITS),
    Bug("items with letters are legal lines", "filters/legal.py", 'above[:3].lower() == "(b)"', "False", also=INSIDE),
    Bug("what a picture shows stays", "filters/photo_credits.py", "return is_short and number > 0", "return False", also=INSIDE),
    Bug(
        "ratings are credits",
        "filters/photo_credits.py",
        r"[^()/\d]{3,40}/[^()/\d]{2,40}",
        "[^()/]{3,40}/[^()/]{2,40}",
        also=INSIDE,
    ),
    Bug("reporters are places", "recognise/credits.py", 'place=found["place"]) if', "place=None) if"),
    Bug("sections are no function words", "metadata/section.py", 'if fold(" ".join(name)) in', 'if "" in', also="tests/metadata"),
    Bug("bullets are tags", "recognise/tags.py", '" #.:•*·–-"', '" #.:"', also=CREDITS),
    Bug("a byline's publisher is lost", "metadata/credits.py", "for name in names[1:] if", "for name in () if", also=CREDITS),
    Bug("labels are in the page's language", "metadata/credits.py", "(phrase.language,)", "()", also=CREDITS),
    Bug("what follows the story signs it", "filters/bylines.py", " or any(named)", " or True", also=CREDITS),
    Bug("a story has no end", "filters/symbols.py", "in region and any(", "in region or any(", also=CREDITS),
    Bug("a Thai page is not fed", "guard.py", "scores.share(kept) >= MOST_SHARE", "False"),
    Bug("Thai headlines are short", "filters/titles.py", "(line.closed or not is_unpunctuated(text))", "True", also=AROUND),
    Bug("dates go on with sentences", "rejoin.py", "return _DATE.match(line) is None", "return True"),
    Bug("editors are authors", "metadata/credits.py", "labels.get(number, first) == first", "True", also=CREDITS),
    Bug("a bullet stands on its own line", "filters/tags.py", "or not any(map(str.isalnum, above))", "or False", also=CREDITS),
    Bug("a promo ends the story", "doubt.py", "lines[n].prose >= _BELOW_PROMO", "lines[n].prose >= 9.0"),
    Bug("photographers are headings", "doubt.py", "return -1 if looks_like_name(", "return -1 if False and looks_like_name("),
    Bug(
        "who signs has a name", "metadata/credits.py", ".items() if credit.authors}\n    return", ".items()}\n    return", CREDITS
    ),
    Bug("a release has no end", "filters/symbols.py", "_END_MARK.fullmatch(text)", "False", also=INSIDE),
    Bug(
        "any name that a note opens with will do",
        "filters/bylines.py",
        "max(filter(text.startswith, names), key=len",
        "min(filter(text.startswith, names), key=len",
        also="tests/properties/test_determinism.py",
    ),
    Bug("a menu is a name", "filters/bylines.py", 'or "  " in name', ""),
    Bug("states are agencies", "recognise/datelines.py", "and not (agency and places and len", "and not (False and len", CREDITS),
    Bug("places are authors in Hindi", "metadata/credits.py", "or EAST_ASIAN.search(name))", "or True)", CREDITS),
    Bug("an article makes a publisher", "recognise/publishers.py", "and not _JOINED.search(text)", ""),
    Bug("Japanese captions say nothing", "filters/captions.py", "placed := _PLACED.search(text)", "placed := None", also=AROUND),
    Bug("one headline is teased", "doubt.py", "if len(headlines) == 1 or", "if len(headlines) != 9 or", also=INSIDE),
    Bug("a subheading is a headline", "doubt.py", "is_listed or (shorter and", "False and (shorter and", also=INSIDE),
    Bug("Chinese clocks have colons", "recognise/clock.py", "[時时點点시]", "[:]"),
    Bug("Bengali datelines have dashes", "recognise/datelines.py", "and _caseless(place[0])", "and False"),
    Bug("sections stay in capitals", "metadata/section.py", "word.capitalize()", "word", also="tests/metadata"),
    Bug("Taiwan counts years as others do", "recognise/dates.py", "year + _REPUBLIC_ERA if", "year if"),
    Bug("files are tags", "recognise/tags.py", " and _is_whole(term)", ""),
    Bug(
        "any name before a heading is a section",
        "metadata/section.py",
        '    if phrase.where == "end" or',
        "    if",
        "tests/metadata",
    ),
    Bug("credits are captions", "metadata/text.py", " and not _credits(document, number)", "", also=AROUND),
    Bug(
        "captions in a block are headlines",
        "filters/titles.py",
        " or self._heads_caption(document, n, credits, likely)",
        "",
        also=AROUND,
    ),
    Bug("captions name authors", "filters/bylines.py", "return not pictured", "return True", also=AROUND),
    Bug("a subheading is teased", "filters/lists.py", "return True  # a headline", "return False  # a headline", also=AROUND),
    Bug("labelled publishers are lost", "recognise/credits.py", "return replace(dated, source=source)", "return dated", AROUND),
    Bug("later lists of terms are tags", "filters/tags.py", "last in (None, number - 1) and ", "", also=CREDITS),
    Bug("any word in brackets is an agency", "recognise/agencies.py", "if word[0].isupper() and find_agency(word)", "if word"),
    Bug("slashes name no agency", "recognise/datelines.py", 'found["agency"] or found["between"]', 'found["agency"] or ""'),
    Bug("pieces run together stay so", "recognise/glue.py", "if _HINT.search(text)", "if not _HINT.search(text)", CREDITS),
    Bug(
        "names below the story are its authors",
        "metadata/credits.py",
        "_above_date(document, sure) or signed or _above_date(document, known or above) or credits",
        "credits",
        CREDITS,
    ),
    Bug(
        "the masthead's date is the story's",
        "metadata/credits.py",
        "0 if number >= title else 1",
        "0 if number < title else 1",
        CREDITS,
    ),
    Bug("legal lines name no publisher", "metadata/credits.py", " or _publishes(document, name)", "", CREDITS),
    Bug("pictures further below are authors", "metadata/credits.py", "if number <= last}", "}", also=AROUND),
    Bug(
        "a place beside an agency is a person",
        "metadata/credits.py",
        "if _is_place(document, number, beside) and",
        "if False and",
        CREDITS,
    ),
    Bug("who helped is read first", "metadata/credits.py", "if not names and (stated := ", "if (stated := ", CREDITS),
    Bug(
        "every list has a term",
        "filters/tags.py",
        "split_tags(text)[:1]) if",
        "[split_tags(with_commas(text))[0]]) if",
        also=AROUND,
    ),
    Bug("the right to copy is a tag", "filters/tags.py", "phrase.role == Role.LEGAL for", "False for"),
    Bug(
        "a photographer with a day is none", "filters/photo_credits.py", "\\d{1,2}\\.[^\\W\\d_]{3}\\.\\d{2,4}/", "!", also=INSIDE
    ),
    Bug(
        "a picture has no source",
        "filters/photo_credits.py",
        "elif number < last and (source",
        "elif False and (source",
        also=INSIDE,
    ),
    Bug("names under a byline word are forgotten", "filters/bylines.py", "in _under_labels(document):", "in ():", CREDITS),
    Bug("only one stands under a byline word", "filters/bylines.py", "label + 1 + _MAX_AUTHORS", "label + 2", CREDITS),
    Bug("reporters have no place", "filters/bylines.py", "    if reporters:", "    if False:", CREDITS),
    Bug(
        "a publisher is part of the name",
        "metadata/credits.py",
        "return person if is_staff and",
        "return person if False and",
        CREDITS,
    ),
    Bug("a generation is a publisher", "metadata/credits.py", "words[-1] not in _GENERATIONS and ", "", CREDITS),
    Bug(
        "a job runs into the name",
        "recognise/names.py",
        'return _RUN_ON.sub("", name) if " " in name else name',
        "return name",
        CREDITS,
    ),
    Bug("a part of a firm is a person", "recognise/names.py", '(" of " in part and " " in names[-1])', "False", CREDITS),
    Bug(
        "minutes are part of a byline",
        "recognise/bylines.py",
        'return _MINUTES.sub("", text)',
        "return text",
        CREDITS,
    ),
    Bug(
        "who owns a blog is its publisher",
        "metadata/credits.py",
        "return not _is_pictured(document, name)",
        "return True",
        CREDITS,
    ),
    Bug("notes name nobody", "filters/bylines.py", "[] if authors else _described(document)", "[]", also=AROUND),
    Bug(
        "notes name those in the story",
        "filters/bylines.py",
        "if not any(name.split()[-1] in",
        "if not any(False and",
        also=AROUND,
    ),
    Bug("headlines are one sentence", "filters/titles.py", " and has_sentences(block.text)", " and False", also=AROUND),
    Bug("full stops weigh nothing", "filters/titles.py", "_STOPPED = 1.0", "_STOPPED = 0.0", also=AROUND),
    Bug("any sentence is a headline", "filters/titles.py", " and has_sentences(block.text)", "", also=AROUND),
    Bug("a gap divides nothing", "metadata/credits.py", "\\||\\s{3}", "\\|", also=AROUND),
    Bug("jobs are persons", "recognise/names.py", "if name and not is_job", "if name"),
    Bug("degrees behind names are persons", "recognise/names.py", "and CREDENTIAL.fullmatch(part):", "and False:"),
    Bug("bullets join", "recognise/glue.py", '_BULLET.sub(" • ", text)', "text", also=AROUND),
    Bug("headings are names", "filters/bylines.py", " and not _holds_function_word(document, without_labels(text))", "", CREDITS),
    Bug(
        "vowel signs make no name",
        "recognise/names.py",
        '_WORD = regex.compile(rf"{LETTERS}',
        '_WORD = regex.compile(rf"\\p{{L}}++',
    ),
    Bug("any word before a colon is a place", "document.py", "in story) > 1", "in story) > 0", CREDITS),
    Bug("cities are known by their stories", "document.py", "fold(place) in facts().cities or ", "", CREDITS),
    Bug("who speaks is a place", "document.py", "is_known = any(", "is_known = True or any(", CREDITS),
    Bug("a later version came first", "metadata/text.py", "if not told or not _is_update(first):", "if True:", CREDITS),
    Bug("bars divide menus only", "filters/tags.py", " or lists_topics(document, number)", "", also=WIDGETS),
    Bug("answers are tags", "filters/tags.py", "if above.endswith(_QUESTION_MARKS):", "if False:", also=WIDGETS),
    Bug("capitals sign nothing", "filters/bylines.py", "if names and all(", "if not names and all(", also=AROUND),
    Bug(
        "only known headings name sections",
        "metadata/section.py",
        "is_known or (may_head and",
        "is_known or (False and",
        also="tests/metadata",
    ),
    Bug(
        "institutions write from nowhere",
        "recognise/credits.py",
        "_PLACE_ABOVE.match(text)) and",
        "_PLACE_ABOVE.match(text)) and not",
        CREDITS,
    ),
    Bug(
        "helpers wrote nothing",
        "recognise/bylines.py",
        "named = [inner[: found.start()] + inner[found.end() :], *more]",
        "named = [inner[: found.start()] + inner[found.end() :]]",
        CREDITS,
    ),
    Bug(
        "headlines without a menu sum up",
        "filters/titles.py",
        " and not any(_is_credit(document, number) for number in below)",
        "",
        also=AROUND,
    ),
    Bug("any short line is a subheading", "doubt.py", "and self._is_shaped(n)", "", also="tests/test_scorer.py"),
    Bug(
        "repeated lines are subheadings",
        "doubt.py",
        "for block in self.document.blocks) == 1",
        "for block in self.document.blocks) > 0",
        also="tests/test_scorer.py",
    ),
    Bug("footers name no publisher", "filters/bylines.py", "and owns_page(document, text):", "and False:", CREDITS),
    Bug(
        "who owns a blog publishes it",
        "metadata/credits.py",
        "if not _may_be_blogger(name) and owns_page(",
        "if owns_page(",
        CREDITS,
    ),
    Bug("the year of Thailand has no name", "recognise/dates.py", " พศ คศ", "", CREDITS),
    Bug(
        "bars below a story are a path",
        "filters/navigation.py",
        "and not (number >= region.stop and lists_topics(document, number))",
        "",
        also=WIDGETS,
    ),
    Bug("buttons are persons", "recognise/names.py", "if language not in _EAST_ASIAN_LANGUAGES and", "if False and", CREDITS),
    Bug(
        "who signs took a picture",
        "filters/photo_credits.py",
        "(found := credits[text]) and not _signs(document, number):",
        "(found := credits[text]):",
        CREDITS,
    ),
    Bug("compounds name nobody", "recognise/publishers.py", " or text.lower().endswith(facts().outlet_compounds)", "", CREDITS),
    Bug("in brackets nobody publishes", "filters/bylines.py", 'text[0] + text[-1] == "()" and', "False and", CREDITS),
    Bug(
        "only spaces divide headings", "metadata/section.py", " or _first_characters(document, number)", "", also="tests/metadata"
    ),
    Bug(
        "a date is no way to the headline",
        "filters/titles.py",
        "if _is_credit(document, number)), region.start)",
        "if False), region.start)",
        also=AROUND,
    ),
    Bug("leap years come too often", "recognise/jalali.py", "% 33 < 8", "% 33 < 9"),
    Bug("any table is of cookies", "filters/cookies.py", 'cells[0].lower() in ("cookie", "cookies")', "True", also=WIDGETS),
    Bug("rows of cookies stay", "filters/cookies.py", "< _MIN_CELLS:", "< 9:", also=WIDGETS),
    Bug("who earns tells a story", "filters/disclosures.py", "if len(found) <= _MOST:", "if found:", also=WIDGETS),
    Bug("one term is a disclosure", "filters/disclosures.py", ">= _LEAST else", ">= 1 else", also=WIDGETS),
    Bug("any sum is a price", "filters/promos.py", "return end == len(text)", "return end > 0", also=WIDGETS),
    Bug(
        "pictures have names",
        "filters/symbols.py",
        "and _PICTURE.fullmatch(text)",
        "and _PICTURE.search(text) and False",
        also=WIDGETS,
    ),
    Bug("posts are not signed", "filters/share.py", "and _SIGNATURE.fullmatch(text)", "and False", also=WIDGETS),
    Bug("a caption is printed once", "filters/photo_credits.py", "and _may_credit(credit)", "and False", also=WIDGETS),
    Bug("a credit is a sentence", "filters/photo_credits.py", 'text[-1] not in ".!?"', "True", also=WIDGETS),
    Bug(
        "a heading is printed twice",
        "filters/duplicates.py",
        "words >= _MIN_ADJACENT_WORDS and",
        "words >= _MIN_WORDS and",
        WIDGETS,
    ),
    Bug("short headlines head paragraphs", "filters/lists.py", "return False  # it stands with the items", "pass", also=INSIDE),
    Bug(
        "a place ends a signature",
        "filters/bylines.py",
        "        below += 1",
        "        pass",
        also="tests/metadata",
    ),
    Bug(
        "hours are counted in one word",
        "recognise/dated.py",
        "if phrase is None and not text.isascii():",
        "if False:",
        also="tests/metadata",
    ),
    Bug(
        "brackets sign nothing",
        "recognise/credits.py",
        "if japanese := _LENTICULAR.search(text[-40:]):",
        "if japanese := None:",
        also="tests/metadata",
    ),
    Bug(
        "agencies sign alone",
        "recognise/agencies.py",
        "if joining.islower() else None",
        "if False else None",
        also="tests/metadata",
    ),
    Bug("sides are told in stories", "filters/photo_credits.py", "elif number in inside and", "elif False and", also=INSIDE),
    Bug("letters say sides", "recognise/pictures.py", " if len(word) > _LETTER_CHARS", "", also=INSIDE),
    Bug(
        "nobody takes pictures for papers",
        "filters/photo_credits.py",
        'ending.endswith((")", "»"))',
        'ending.endswith(")")',
        also=INSIDE,
    ),
    Bug("labels that may go on head nothing", "doubt.py", " or document.lines[label].fold == phrase.literal", ""),
    Bug(
        "reporters name no place",
        "filters/bylines.py",
        "(_has_place(document, text, names) or",
        "(False or",
        also="tests/metadata",
    ),
    Bug(
        "any place is the story's",
        "filters/bylines.py",
        "return any(names[1].lower() in",
        "return True or any(names[1].lower() in",
        also="tests/metadata",
    ),
    Bug(
        "addresses are nobody's",
        "filters/bylines.py",
        "if _has_address(document, number - 1, text):",
        "if False:",
        also="tests/metadata",
    ),
    Bug(
        "any address is the author's",
        "filters/bylines.py",
        " and fold(name.split()[-1]) in fold(address)",
        "",
        also="tests/metadata",
    ),
    Bug("updates tell the hour", "recognise/dates.py", "clock = None  # it", "pass  # it", also="tests/metadata"),
    Bug("items are copies", "filters/duplicates.py", "not document.lines[number].closed or", "", also=WIDGETS),
    Bug("paragraphs at edges are promos", "filters/promos.py", " or self._is_told(document, number, share)", "", also=WIDGETS),
    Bug("refrains are copies", "filters/duplicates.py", "twin == number - 1 and", "", also=WIDGETS),
    Bug("items are headlines", "filters/titles.py", "int(other[1]) == int(numbered[1]) + 1", "False", also=AROUND),
    Bug("what is announced is a headline", "filters/titles.py", "(line.bullet or", "(line.bullet and", also=AROUND),
    Bug("kickers announce", "filters/titles.py", "_ANNOUNCING_WORDS = 6.0", "_ANNOUNCING_WORDS = 1.0", also=AROUND),
    Bug("a heading makes a page", "filters/scored.py", ', "heads/above")', ")", also=INSIDE),
    Bug("a word makes a menu", "filters/scored.py", '("navigation/section", "navigation/back"), 3', '("",), 0', also=INSIDE),
    Bug("hashes end stories anywhere", "filters/symbols.py", "region.start < number <= region.stop and", "True or", also=WIDGETS),
    Bug("hashes end nothing", "filters/symbols.py", "(_ORNAMENT.fullmatch(text) and", "(False and", also=WIDGETS),
    Bug("buttons have no numbers", "vocabulary/load.py", "if phrase.role in _BUTTONS", "if False", also=WIDGETS),
    Bug("words stand in numeric dates", "recognise/dates.py", "if not all(tokens[place].isdigit() or", "if not all(True or"),
    Bug("agencies say that they are one", "recognise/agencies.py", "(own and fold(kind)", "(False and fold(kind)"),
    Bug("headings are no labels", "vocabulary/load.py", '" " in label or SPACELESS.match(label)', "False", also=INSIDE),
    Bug(
        "Japanese captions are paragraphs",
        "filters/photo_credits.py",
        'if "＝" in text',
        'if False and "＝" in text',
        also=INSIDE,
    ),
    Bug("buttons stand over headlines", "filters/titles.py", "document.role(between) is Role.SHARE", "False", also=AROUND),
    Bug("paths begin at home", "metadata/section.py", "reversed(parts))", "reversed(parts[1:] or parts))", also="tests/metadata"),
    Bug("sections are no tags", "filters/navigation.py", " and not _is_tag(document, number)", "", also="tests/metadata"),
    Bug("menus are tags", "filters/navigation.py", "return above < number and phrase", "return phrase", also="tests/metadata"),
    Bug(
        "initials are the publisher's",
        "metadata/credits.py",
        '_INITIALS.sub("", named.strip())',
        "named.strip()",
        also="tests/metadata",
    ),
    Bug(
        "hashtags have no spaces",
        "recognise/tags.py",
        "_MIN_TAG_CHARS, _MAX_HASHTAG_WORDS = 2, 3",
        "_MIN_TAG_CHARS, _MAX_HASHTAG_WORDS = 2, 1",
    ),
    Bug("each item of a list goes alone", "doubt.py", "return going | self._listed(going)", "return going"),
    Bug("names sign nothing", "recognise/credits.py", "if len(people) == len(parts) or", "if True or", also="tests/metadata"),
    Bug("quotations are no headlines", "filters/titles.py", ' and not text.endswith("」")', "", also="tests/metadata"),
    Bug("pictures are taken on a day first", "filters/photo_credits.py", "(?:[^。＝\\d]{2,20}[で、])?", "", also=INSIDE),
    Bug("credits have no day behind them", "filters/photo_credits.py", "\\s?{_HAN_DATE}$", "\\s?{_HAN_DATE}x$", also=INSIDE),
    Bug("phrases cut words", "vocabulary/wordset.py", "starts_inside = begins and", "starts_inside = False and"),
    Bug(
        "short names are no agencies",
        "metadata/credits.py",
        "_MAX_ABBREVIATION = 3",
        "_MAX_ABBREVIATION = 4",
        also="tests/metadata",
    ),
    Bug("desks name nobody", "recognise/credits.py", "if desk and", "if False and", also="tests/metadata"),
    Bug(
        "sources are no agencies",
        "metadata/credits.py",
        "return Credit(agency=_closing_agency(text))",
        "return Credit()",
        also="tests/metadata",
    ),
    Bug("Thai lines have many words", "filters/dates.py", " and len(text) > _MAX_LINE_CHARS", "", also="tests/metadata"),
    Bug("Thai marks are letters", "recognise/tags.py", 'len(_MARK.sub("", term))', "len(term)", also="tests/metadata"),
    Bug("stops end Thai months", "recognise/dates.py", "(?<=[ก-๎])", "(?<=[ก-ฮ])", also="tests/metadata"),
    Bug("years have four digits", "recognise/dates.py", "if len(third) == 2 and", "if False and", also="tests/metadata"),
    Bug("bureaus are places", "recognise/datelines.py", "{0,2},\\s)?([", "{0,2},\\s){0}([", also="tests/metadata"),
    Bug("phrases stand where they first occur", "vocabulary/wordset.py", "at = folded.find(phrase, at + 1)", "at = -1"),
    Bug(
        "headed captions are paragraphs", "filters/photo_credits.py", "elif text[-1].isupper() and", "elif False and", also=INSIDE
    ),
    Bug("read more heads no list", "filters/lists.py", " or self._is_marked(document, claim.block + 1)", "", also=INSIDE),
    Bug("days are counts", "filters/counters.py", " and document.ask(find_date, text) is None", "", also="tests/metadata"),
    Bug(
        "tags have no dots between them",
        "filters/tags.py",
        "with_commas(document.blocks[number].text)",
        "document.blocks[number].text",
        also="tests/metadata",
    ),
    Bug("places stand behind dates alone", "recognise/credits.py", "if dated is not None and dated.published:", "if False:"),
    Bug(
        "agencies stand behind places alone",
        "recognise/datelines.py",
        "if not agency and not named and behind",
        "if False and behind",
    ),
    Bug("labels are copies", "filters/duplicates.py", "and not is_item", "", also=WIDGETS),
    Bug("passages with labels stay", "filters/duplicates.py", " and _stands_alone(document, number, twin)", "", also=WIDGETS),
    Bug("a live blog is another story", "filters/next_story.py", " or sharing > _MOST_SHARING * len(others)", "", also=NEXT),
    Bug("a date makes a story", "filters/next_story.py", "_MIN_PARAGRAPHS * len(again)", "0", also=NEXT),
    Bug("a story ends before its last paragraph", "filters/next_story.py", " and last - first[-1] > 1", "", also=NEXT),
    Bug("summaries of other stories stay", "filters/next_story.py", "first[-1] if is_summary else last", "last", also=NEXT),
    Bug(
        "dates stand below headlines",
        "filters/next_story.py",
        "document.head.start - _ABOVE_TITLE",
        "document.head.start",
        also=NEXT,
    ),
    Bug("lists end with the story", "doubt.py", "spared |= waiting", "pass", also=INSIDE),
    Bug("Japanese lines announce nothing", "doubt.py", "return rows & going", "return set()", also=INSIDE),
    Bug("rows need no announcement", "doubt.py", "if (announced or above in rows) and", "if", also=INSIDE),
    Bug("signs head nothing", "doubt.py", "if blocks[n].text[0] in HEADING_MARKS else", "if False else", also=INSIDE),
    Bug(
        "a promo ends in no button",
        "doubt.py",
        "for line in range(above + 1, number)",
        "for line in range(number - 1, number)",
        also=INSIDE,
    ),
    Bug(
        "summaries are longer",
        "document.py",
        "SUMMARY_WORDS, SUMMARY_CHARS = 13.0, 85",
        "SUMMARY_WORDS, SUMMARY_CHARS = 18.0, 100",
        also=AROUND,
    ),
    Bug(
        "summaries stand between no dashes",
        "punctuation.py",
        "text[0] in _DASHES and text[-1] in _DASHES",
        "False",
        also=AROUND,
    ),
    Bug("a menu on top is a section", "metadata/section.py", "if above != [0] or", "if", also=SECTION),
    Bug(
        "a paper on top is a section",
        "metadata/section.py",
        " and not looks_like_source(text) else None",
        " else None",
        also=SECTION,
    ),
    Bug(
        "headings known as a whole name no section",
        "metadata/section.py",
        '(phrase.where == "whole" and',
        "(False and",
        also=SECTION,
    ),
    Bug("a headline is written twice", "write/markdown.py", " and block.rule != HEADLINE", ""),
    Bug("heads go before the scorer", "filters/heads.py", "line.closed and line.prose > _SURE", "False", also=AROUND),
    Bug("standfirsts are captions", "filters/heads.py", "if odds.standfirst > 0.0", "if odds.standfirst > 99.0", also=AROUND),
    Bug("captions are standfirsts", "filters/heads.py", "if odds.standfirst > 0.0", "if True", also=AROUND),
    Bug("a summary goes when in doubt", "heads.py", "line.prose <= _LEAST_ODDS", "line.prose <= 0.0", also=AROUND),
    Bug("a caption says nothing of the line below", "heads.py", " or number - 1 in captions", "", also=AROUND),
    Bug("a table of contents is a head", "heads.py", "if len(found) <= _MOST_OPEN else ()", "", also=AROUND),
    Bug("lines in another script are captions", "heads.py", "script_of(text) not in (None, self._script)", "False", also=AROUND),
    Bug("telephone numbers are captions", "heads.py", " or has_contact(text)", "", also=AROUND),
    Bug("what stands above a headline stays", "filters/heads.py", "if not document.lines[number].closed", "if False", CREDITS),
    Bug("a clean text loses its headline", "settle.py", "title is None or len(", "True or len(", also=AROUND),
    Bug("the headline of a clean text is no title", "document.py", " or claim.rule == HEADLINE", "", also=AROUND),
    Bug("two values together weigh nothing", "heads.py", "weight * values[one] * values[other]", "0.0", also=AROUND),
    Bug("promos are tags", "filters/tags.py", 'and ("#" in text or not below.startswith("#"))', "", also=AROUND),
    Bug("close languages go by the alphabet", "language/identify.py", "if own < other or alike else", "if own < other else"),
    Bug("tables are in other languages", "filters/foreign.py", " or any(sign in text for sign in _NO_RUNNING_TEXT)", ""),
    Bug("initials are words", "language/votes.py", "if len(word) > 1 and word in known", "if word in known"),
    Bug("one word speaks for a language", "filters/foreign.py", "_FEWEST_KINDS = 2", "_FEWEST_KINDS = 1"),
    Bug("lists are in other languages", "filters/foreign.py", "and not document.lines[number].closed:", "and False:"),
    Bug("months have one name", "recognise/dates.py", "if first in months and months", "if False and months"),
    Bug("prefectures have no stop", "recognise/datelines.py", 'places[1].rpartition(" ")[2] in', "places[1] in"),
    Bug("rows of tables go on", "rejoin.py", ' and not ("\\t" in above and "\\t" in line)', ""),
    Bug("the likeliest lines are not asked for", "settle.py", ">= _FEW_WORDS:", "< 0:"),
    Bug("headlines stand over no credit", "filters/titles.py", "return credit - 1 in self.parted or", "return", also=AROUND),
    Bug("a label stands on its date's line", "filters/next_story.py", "if number and text[0].isdigit()", "if False", also=NEXT),
    Bug("all sections have spaces", "metadata/section.py", " or _edges_spaceless(text, known)", "", also="tests/metadata"),
    Bug(
        "paths end in what is known",
        "metadata/section.py",
        "return path[-1] if is_listed and",
        "return path[-1] if",
        also="tests/metadata",
    ),
    Bug(
        "press contacts are authors",
        "filters/bylines.py",
        "is_labelled = is_contact or",
        "is_labelled =",
        also=CREDITS,
    ),
    Bug("short sentences end stories", "doubt.py", "line.words >= _FEWEST_WORDS", "line.words >= 9.0", also=INSIDE),
    Bug("a menu goes on with the headline", "filters/lists.py", "line.words <= _MENU_WORDS for line", "line.words < 0 for line"),
    Bug("many channels are what a last line is about", "filters/promos.py", "_MOST_AT_EDGES = 2, 5", "_MOST_AT_EDGES = 2, 2"),
    Bug("a menu's last entry is the section", "metadata/section.py", "and not _in_menu(", "and not min(", "tests/metadata"),
    Bug("a list below names no section", "metadata/section.py", 'phrase.scope != "list":', 'phrase.scope == "list":'),
    Bug("only near lines name a section", "metadata/section.py", "_BELOW_BLOCKS, len(document)", "9, len(document)"),
    Bug("an editor is an author", "recognise/bylines.py", '.strip(_WRAPPERS).split("; ")', ".strip(_WRAPPERS), "),
    Bug(
        "commas before brackets break JSON",
        "read/json_ld.py",
        r'_TRAILING_COMMA.sub(r"\1", text)',
        "text",
        also="tests/metadata",
    ),
    *(
        Bug(name, f"metadata/{file}", right, wrong, also="tests/metadata")
        for name, file, right, wrong in (
            ("the first article is this page's", "linked.py", "(rank, -_fit(node, places, heads), place)", "(rank, 0, place)"),
            (
                "references are not looked up",
                "linked.py",
                'by_id.get(item["@id"], item) if isinstance(item.get("@id"), str) else',
                "",
            ),
            ("any heading is the headline", "titles.py", "weight = _HEADING if place == main", "weight = _HEADING if place == 0"),
            ("the site's name stays", "titles.py", "if _is_site(title[last.end() :], names, last[0])", "if False"),
            ("a dash opens a site's name", "titles.py", "    return key in names or any(", "    return True or any("),
            ("the publisher is an author", "people.py", "if letters(name) not in self.outlets]", "]"),
            ("degrees are names", "people.py", "return bool(before) and CREDENTIAL.fullmatch(part) is not None", "return False"),
            ("comments have bylines", "bylines.py", "(?:^|[\\s_-])(?:comments?|related|", "(?:^|[\\s_-])(?:related|"),
            ("tomorrow never comes", "timestamps.py", "<= today + timedelta(days=1)", "<= today + timedelta(days=999)"),
            ("the offset is lost", "timestamps.py", "moment if zone is None else", "moment if True else"),
            ("local time moves the moment", "timestamps.py", "abs(stamp - moment) >= timedelta(minutes=1)", "False"),
            ("a change is a publication", "published.py", "*self.linked.modified,", "*self.linked.published,"),
            ("teasers have dates", "published.py", "and element.getparent().tag not in _TEASER_TAGS", ""),
            ("texts go first", "merge.py", "return html or text\n\n\ndef _published", "return text or html\n\n\ndef _published"),
        )
    ),
    Bug("words beside a phrase hide it", "vocabulary/wordset.py", "sorted({*others, *(n for", "sorted({*(n for"),
    Bug("phrases match inside words", "vocabulary/phrase.py", "else _is_edge(folded, len(self.literal))", "else True"),
    Bug("any date word opens a phrase", "vocabulary/phrase.py", "return rest[:1].isdigit() or (", "return True or ("),
    Bug(
        "folds lose their digits",
        "vocabulary/fold.py",
        "text = text.strip() if text.isprintable()",
        r'text = re.sub(r"\d", "", text).strip() if text.isprintable()',
    ),
    Bug("the shortest phrase wins", "vocabulary/load.py", "else max(matching", "else min(matching"),
    Bug("the byte order mark stays", "read/text.py", "data[len(mark) :].decode", "data.decode", also="tests/test_robustness.py"),
    Bug(
        "lone surrogates stay",
        "read/text.py",
        'text.encode("utf-8")',
        'text.encode("utf-8", "surrogatepass")',
        also="tests/test_robustness.py",
    ),
    Bug("JSON is ASCII", "write/json.py", "ensure_ascii=False) +", "ensure_ascii=True) +"),
    Bug(
        "finished chunks count whatever is in them",
        "batch/shards.py",
        "return self._done.get(chunk.number) == chunk.digest",
        "return chunk.number in self._done",
        also="tests/batch/test_batch_resume.py::test_an_unfinished_batch_whose_input_changed_redoes_what_changed",
    ),
    Bug(
        "shards that the disk lost count",
        "batch/shards.py",
        'if "chunk" in line and shards._digests(line["chunk"]) == line["digests"]:',
        'if "chunk" in line:',
        also="tests/batch/test_batch_resume.py::test_a_shard_that_the_disk_lost_is_made_again",
    ),
    Bug(
        "another configuration is resumed",
        "batch/run.py",
        "if earlier:",
        "if not earlier:",
        also="tests/batch/test_batch_resume.py::test_an_unfinished_batch_of_another_configuration_is_refused",
    ),
    Bug(
        "the document before the guilty one is blamed",
        "batch/worker.py",
        "current.value = number",
        "current.value = number - 1",
        also="tests/batch/test_batch_workers.py::test_only_the_document_that_kills_its_worker_fails",
    ),
    Bug(
        "no document times out",
        "batch/worker.py",
        "_alarm(job.limits.seconds)",
        "_alarm(0)",
        also="tests/batch/test_batch_workers.py::test_only_the_document_that_hangs_times_out",
    ),
    Bug(
        "ids lead out of the folder",
        "batch/sinks/tree.py",
        'cleaned = _UNSAFE.sub("_", name).strip("._-")',
        "cleaned = name",
        also="tests/batch/test_batch_formats.py::test_safe_names_are_names",
    ),
    Bug(
        "a zstd file that is cut off is whole",
        "batch/streams.py",
        'raise EOFError("the last frame does not end")',
        "return 0",
        also="tests/batch/test_batch_damage.py::test_files_that_are_cut_off_give_what_comes_before",
    ),
    Bug(
        "bombs go off",
        "batch/streams.py",
        "self.given > MAX_RATIO * self._packed.taken",
        "self.given > MAX_RATIO**3 * self._packed.taken",
        also="tests/batch/test_batch_damage.py::test_bombs_stop_at_a_limit",
    ),
    Bug(
        "the output is read again",
        "batch/inputs.py",
        "real == own or real.startswith(own + os.sep)",
        "real.startswith(own + os.sep)",
        also="tests/batch/test_batch_damage.py::test_what_the_batch_writes_is_not_read",
    ),
    Bug(
        "a chunk begins again where its worker died",
        "batch/pool.py",
        "start = len(self.outcomes)",
        "start = 0",
        also="tests/batch/test_batch_workers.py::test_only_the_document_that_kills_its_worker_fails",
    ),
    Bug(
        "keys of the input are overwritten",
        "batch/records.py",
        'if name in ours or name == "text":',
        'if name == "text":',
        also="tests/batch/test_batch_formats.py::test_keys_name_text_id_and_address",
    ),
    Bug(
        "long rows fill the memory",
        "batch/sinks/parquet.py",
        "or size >= _BYTES",
        "or not size",
        also="tests/batch/test_batch_formats.py::test_parquet_is_written_in_groups_that_memory_holds",
    ),
    Bug(
        "errors are written over the output",
        "batch/place.py",
        "< len(self.own):",
        "< 0:",
        also="tests/batch/test_batch_damage.py::test_wrong_usage_is_told_before_anything_is_done",
    ),
    Bug(
        "a failed input is a success",
        "cli/output.py",
        "return FAILED if report.failed else DONE",
        "return DONE",
        also="tests/test_cli.py",
    ),
)


def main(names: Sequence[str]) -> int:
    """Plant the bugs and report; the exit code is 1 if any was missed."""
    bugs = [bug for bug in BUGS if bug.name in names or not names]
    with copy(ROOT) as base:
        for bug in bugs:
            mutated(bug, base)
        broken = failures(run(base, *dict.fromkeys(filter(None, (*(bug.also for bug in bugs), *TESTS)))))
        if broken:
            print(f"{len(broken)} tests fail without any bug, and are left out:", *broken, sep="\n  ", flush=True)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            caught = sum(pool.map(lambda bug: is_caught(bug, base, broken), bugs))
    print(f"{caught} of {len(bugs)} bugs caught")
    return 0 if caught == len(bugs) else 1


def is_caught(bug: Bug, base: Path, broken: Sequence[str]) -> bool:
    """Whether a test fails with the bug in place."""
    with copy(base) as folder:
        (folder / "newsclean" / bug.file).write_text(mutated(bug, base), encoding="utf-8")
        try:
            without = (f"--deselect={test}" if "::" in test else f"--ignore={test}" for test in broken)
            done = run(folder, "-x", *without, *filter(None, (bug.also, *TESTS)))
        except subprocess.TimeoutExpired:
            print(f"caught  {bug.name}: the tests hang", flush=True)
            return True
    caught = done.returncode != 0
    by = next(iter(failures(done)), done.stdout[-2000:] + done.stderr[-2000:]) if caught else bug.file
    print(f"{'caught' if caught else 'MISSED'}  {bug.name}: {by}", flush=True)
    return caught


def mutated(bug: Bug, base: Path) -> str:
    """The file with the bug.

    :raises SystemExit: the text to replace is not there exactly once
    """
    text = (base / "newsclean" / bug.file).read_text(encoding="utf-8")
    if text.count(bug.right) != 1:
        raise SystemExit(f"{bug.name}: {bug.file} has {bug.right!r} {text.count(bug.right)} times; expected once")
    return text.replace(bug.right, bug.wrong)


@contextmanager
def copy(base: Path) -> Iterator[Path]:
    """A temporary copy of the project."""
    with tempfile.TemporaryDirectory() as name:
        for entry in COPIED:
            source, target = base / entry, Path(name) / entry
            if source.is_dir():
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, target)
        yield Path(name)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The tests of a copy, against its package."""
    options = ("-q", "--tb=no", "--numprocesses=0", "-p", "no:cacheprovider", "-p", "mutations", "-rfE")
    paths = os.pathsep.join((str(folder), str(folder / "tests")))
    changes = {"PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1", "HYPOTHESIS_PROFILE": "mutations"}
    command = [sys.executable, "-m", "pytest", *options, *arguments]
    return subprocess.run(command, cwd=folder, env={**os.environ, **changes}, capture_output=True, text=True, timeout=SECONDS)


def failures(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The tests that failed, from pytest's summary."""
    summary = (line.partition(" ") for line in done.stdout.splitlines())
    return [test.partition(" - ")[0] for word, _, test in summary if word in ("FAILED", "ERROR")]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
