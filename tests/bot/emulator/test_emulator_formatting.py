"""Entities and HTML, checked as strictly as Telegram checks them."""

import pytest

from bot.emulator.html import parse_html
from bot.emulator.shapes import Refusal
from tests.bot.emulator.conftest import MIA


def entity(kind, offset, length, **more):
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        pytest.param("<b>hi</b>", "hi", [entity("bold", 0, 2)], id="bold"),
        pytest.param("<STRONG>hi</strong>", "hi", [entity("bold", 0, 2)], id="any-case"),
        pytest.param(
            "😀<i>a<u>b</u></i>",
            "😀ab",
            [entity("underline", 3, 1), entity("italic", 2, 2)],
            id="nested-after-emoji",
        ),
        pytest.param("<b></b>x", "x", [], id="empty-tag-vanishes"),
        pytest.param("a &lt;b&gt; &amp;&quot;", 'a <b> &"', [], id="named-references"),
        pytest.param("&#65;&#x42;&#x1F600;", "AB😀", [], id="numbers"),
        pytest.param("&nbsp; & &#0;", "&nbsp; & &#0;", [], id="unknown-stay"),
        pytest.param("&ltx", "&ltx", [], id="letters-run-on"),
        pytest.param(
            '<a href="https://a.example/?x=1&amp;y=2">go</a>',
            "go",
            [entity("text_link", 0, 2, url="https://a.example/?x=1&y=2")],
            id="link",
        ),
        pytest.param(
            '<a href="tg://user?id=5">Sam</a>',
            "Sam",
            [entity("text_mention", 0, 3, user={"id": 5, "is_bot": False, "first_name": ""})],
            id="mention",
        ),
        pytest.param("<a>nowhere</a>", "nowhere", [], id="no-address"),
        pytest.param(
            "<a>a.example</a>",
            "a.example",
            [entity("text_link", 0, 9, url="http://a.example")],
            id="address-inside",
        ),
        pytest.param(
            '<pre><code class="language-py">x</code></pre>',
            "x",
            [entity("pre", 0, 1, language="py")],
            id="pre-with-language",
        ),
        pytest.param('<code class="language-py">x</code>', "x", [entity("code", 0, 1)], id="code"),
        pytest.param(
            "<span class=tg-spoiler>x</span>", "x", [entity("spoiler", 0, 1)], id="spoiler"
        ),
        pytest.param(
            "<blockquote expandable>x</blockquote>",
            "x",
            [entity("expandable_blockquote", 0, 1)],
            id="expandable",
        ),
        pytest.param(
            '<tg-emoji emoji-id="53">🙂</tg-emoji>',
            "🙂",
            [entity("custom_emoji", 0, 2, custom_emoji_id="53")],
            id="custom-emoji",
        ),
        pytest.param("<b>x</>", "x", [entity("bold", 0, 1)], id="short-end"),
    ],
)
def test_html(source, text, entities):
    found, marked = parse_html(source)

    assert found == text
    assert sorted(marked, key=str) == sorted(entities, key=str)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        pytest.param("<x>", 'Unsupported start tag "x" at byte offset 0', id="unsupported"),
        pytest.param("ä <3", "Unclosed start tag at byte offset 3", id="heart-at-the-end"),
        pytest.param("ä <3 you>", 'Unsupported start tag "3" at byte offset 3', id="heart"),
        pytest.param("a < b>", 'Unsupported start tag "" at byte offset 2', id="less-than"),
        pytest.param("<b", "Unclosed start tag at byte offset 0", id="unclosed-start"),
        pytest.param(
            "<b>x", 'Can\'t find end tag corresponding to start tag "b"', id="never-closed"
        ),
        pytest.param("x</b>", "Unexpected end tag at byte offset 1", id="never-opened"),
        pytest.param("<b>x</b", "Unclosed end tag at byte offset 4", id="unclosed-end"),
        pytest.param(
            "<b><i>x</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
            id="crossed",
        ),
        pytest.param(
            "<a href>x</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
            id="bare-attribute",
        ),
        pytest.param(
            '<a ="x">y</a>',
            'Empty attribute name in the tag "a" at byte offset 0',
            id="nameless-attribute",
        ),
        pytest.param('<a href="x', "Unclosed start tag at byte offset 0", id="open-quote"),
        pytest.param(
            "<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8", id="name-token"
        ),
        pytest.param(
            "<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0', id="span"
        ),
        pytest.param(
            "<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified", id="emoji-id"
        ),
        pytest.param(
            "&#xD83D;",
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units",
            id="half-a-pair",
        ),
    ],
)
def test_html_refused(source, words):
    with pytest.raises(Refusal) as refused:
        parse_html(source)

    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        pytest.param(
            [entity("bold", 5, 1)],
            "entity begins after the end of the text at UTF-16 offset 5",
            id="behind",
        ),
        pytest.param(
            [entity("bold", 4, 2)],
            "entity beginning at UTF-16 offset 4 ends after the end of the text at UTF-16 offset 6",
            id="over-the-end",
        ),
        pytest.param(
            [entity("bold", 2, 3)],
            "entity begins in a middle of a UTF-16 symbol at UTF-16 offset 2",
            id="inside-an-emoji",
        ),
        pytest.param(
            [entity("bold", 0, 2)],
            "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol "
            "at UTF-16 offset 2",
            id="ends-inside-an-emoji",
        ),
        pytest.param(
            [entity("bold", -1, 2)],
            "entity at UTF-16 offset -1 has an invalid length 2",
            id="negative",
        ),
        pytest.param(
            [entity("bold", 0, 0)], "entity at UTF-16 offset 0 has an invalid length 0", id="empty"
        ),
        pytest.param(
            [entity("shiny", 0, 1)],
            'can\'t parse MessageEntity: type "shiny" is unsupported',
            id="unknown",
        ),
        pytest.param(
            [{"type": "bold", "offset": "0", "length": 1}],
            'can\'t parse MessageEntity: Field "offset" must be of type Number',
            id="offset-is-text",
        ),
        pytest.param(
            [entity("text_link", 0, 1)],
            "can't parse MessageEntity: Can't find field \"url\"",
            id="link-to-nothing",
        ),
        pytest.param([5], "can't parse MessageEntity: expected an Object", id="no-object"),
        pytest.param(
            {"type": "bold"},
            "can't parse entities JSON object: expected an Array of MessageEntity",
            id="no-list",
        ),
        pytest.param("[", "can't parse entities JSON object", id="broken"),
    ],
)
async def test_entities_refused(bot, mia, given, words):
    """The text is a, emoji, b, c: five UTF-16 units."""
    found = await bot.no("sendMessage", chat_id=MIA, text="a😀bc", entities=given)

    assert found == f"Bad Request: {words}"


async def test_entities_are_cut_to_what_remains(bot, mia):
    """Blanks at the end go, and with them what was marked there."""
    given = [entity("italic", 2, 3), entity("bold", 0, 5), entity("code", 4, 1)]

    sent = await bot.ok("sendMessage", chat_id=MIA, text="abc \n", entities=given)

    assert sent["text"] == "abc"
    assert sent["entities"] == [entity("bold", 0, 3), entity("italic", 2, 1)]


async def test_control_characters_become_blanks(bot, mia):
    """A NUL does not reach a screen."""
    assert (await bot.ok("sendMessage", chat_id=MIA, text="a\0b\nc"))["text"] == "a b\nc"


@pytest.mark.parametrize("mode", ["Markdown", "MarkdownV2"])
async def test_markdown_is_refused_clearly(bot, mia, mode):
    words = await bot.no("sendMessage", chat_id=MIA, text="*hi*", parse_mode=mode)

    assert words.startswith("Bad Request: can't parse entities: this emulator")
