"""Messages: what may be sent, and how a person's own words are made harmless."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from dialogs.messages import (
    Button,
    Contact,
    Link,
    Message,
    Span,
    cut,
    given_name,
    parse_press,
    pieces,
    press,
    press_control,
    press_reply,
    quote,
    tidy,
    utf16_len,
)

ADAPTER = TypeAdapter(Message)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a\u202eb", "ab", id="direction"),
        pytest.param("over\u200bdose", "overdose", id="zero-width"),
        pytest.param("a\x00\x07b", "ab", id="controls"),
        pytest.param("a\n\n\n\n\nb", "a\n\nb", id="line-breaks"),
        pytest.param("a\n \n\t\n b", "a\n\n b", id="blank-lines"),
        pytest.param("  a  ", "a", id="ends"),
        pytest.param("https://x.com/y", "https[:]//x[.]com/y", id="address"),
        pytest.param("tg://user?id=1", "tg[:]//user?id=1", id="telegram-address"),
        pytest.param("see t.me/x", "see t[.]me/x", id="bare-address"),
        pytest.param("@someone", "@ someone", id="mention"),
        pytest.param("/delete me", "/ delete me", id="command"),
        pytest.param("so #proud of $TON", "so # proud of $ TON", id="tags"),
        pytest.param("and/or 12/5", "and/or 12/5", id="slashes-inside-stay"),
        pytest.param("8.5 km. Good", "8.5 km. Good", id="decimals-and-sentences-stay"),
        pytest.param("\ud800", "\ufffd", id="lone-surrogate"),
        pytest.param("x" * 1001, "x" * 999 + "…", id="length"),
        pytest.param("<b>&amp;", "<b>&amp;", id="markup-is-only-text"),
    ],
)
def test_quote(text, shown):
    assert quote(text) == shown


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param("Mia", "Mia", id="as-it-is"),
        pytest.param("", "", id="not-chosen-yet"),
        pytest.param("Mia\n\nAlert 4 is closed.", "Mia Alert 4 is closed.", id="no-second-line"),
        pytest.param("x" * 200, "x" * 63 + "…", id="no-longer-than-a-name"),
        pytest.param("\u200b\u202e", "…", id="nothing-to-see"),
        pytest.param("/delete", "/ delete", id="no-command"),
    ],
)
def test_a_name_is_one_line(name, kept):
    """A name stands in sentences of ours, and must not end them."""
    assert given_name(name) == kept


@given(st.text())
def test_quoted_words_are_always_safe(text):
    once = quote(text)

    assert len(once) <= 1000
    assert "\n\n\n" not in once
    assert "://" not in once
    once.encode()
    assert "\x00" not in tidy(text)


@given(st.text())
def test_utf16_len_counts_as_telegram_does(text):
    assert utf16_len(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(), st.integers(min_value=2, max_value=20))
def test_a_text_is_taken_apart_and_nothing_is_lost(text, longest):
    """Every piece fits, counted as Telegram counts."""
    found = pieces(text, longest)

    assert "".join(found) == text
    assert all(utf16_len(one) <= longest for one in found)


@given(st.text(), st.integers(min_value=3, max_value=20))
def test_what_is_cut_fits(text, longest):
    """And says that something was left out."""
    shown = cut(text, longest)

    assert utf16_len(shown) <= longest
    assert shown == text or shown.endswith("…")


def test_presses_come_back_as_they_were_made():
    assert parse_press(press_reply("abcdefghijk", 3, 8)) == ("r", ("abcdefghijk", "3", "8"))
    assert parse_press(press_control("abcdefghijk", 3, "skip")) == (
        "c",
        ("abcdefghijk", "3", "skip"),
    )
    assert parse_press(press("take", 17)) == ("take", ("17",))


@pytest.mark.parametrize("data", ["", ":", "x" * 65, "é:1", "1a:2", "r r:1", "\ud800"])
def test_what_is_not_ours_is_not_parsed(data):
    assert parse_press(data) is None


@pytest.mark.parametrize("parts", [("a", "b:c"), ("a", "x" * 63)])
def test_a_press_that_does_not_fit_is_refused(parts):
    with pytest.raises(ValueError, match="button"):
        press(*parts)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: Button("a", ""), id="empty-press"),
        pytest.param(lambda: Button("a", "é" * 33), id="66-bytes"),
        pytest.param(lambda: Link("a", "tel:+1"), id="tel"),
        pytest.param(lambda: Link("a", "javascript:x"), id="script"),
        pytest.param(lambda: Message(""), id="empty"),
        pytest.param(lambda: Message("😀" * 2049), id="4098-units"),
    ],
)
def test_what_telegram_would_refuse_cannot_be_made(make):
    with pytest.raises(ValueError, match="a "):
        make()


def test_a_message_survives_its_storage():
    message = Message(
        "Hi 😀",
        rows=((Button("Yes", "r:abc:1:0"), Link("Site", "https://example.org")),),
        entities=(Span("bold", 0, 2),),
        protect=True,
        contact=Contact("Sam", "+15550100"),
    )

    assert ADAPTER.validate_json(ADAPTER.dump_json(message)) == message
    assert Message("", contact=Contact("Sam", "+15550100")).text == ""
