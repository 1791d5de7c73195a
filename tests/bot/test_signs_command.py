"""``handrail signs replay``: one line for each day, and a sentence for every bad file."""

import json

import pytest

from bot.__main__ import main

HEAD = "date,item,value\n"


def written(tmp_path, text, name="answers.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def test_one_line_for_each_day_says_what_begins_and_why(tmp_path, capsys):
    rows = "".join(f"2026-03-{day:02d},craving,{7 if day > 1 else 2}\n" for day in (1, 2, 3))
    path = written(tmp_path, f"{HEAD}{rows}2026-03-03,use,yes\n")

    assert main(["signs", "replay", path, "--json"]) == 0

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["date"] for line in lines] == ["2026-03-01", "2026-03-02", "2026-03-03"]
    assert [line["signals"] for line in lines[:2]] == [[], []]
    (signal,) = lines[2]["signals"]
    assert signal["signal"] == "standing"
    assert [why["item"] for why in signal["why"]] == ["use", "craving"]


def test_rows_may_come_in_any_order_and_several_a_day(tmp_path, capsys):
    path = written(
        tmp_path, f"{HEAD}2026-03-02,craving,9\n2026-03-01,craving,\n2026-03-02,craving,7\n"
    )

    assert main(["signs", "replay", path]) == 0

    assert capsys.readouterr().out.splitlines() == ["2026-03-01  -", "2026-03-02  -"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param("", "line 1 must be the header", id="empty"),
        pytest.param("day,what\n", "line 1 must be the header", id="other-header"),
        pytest.param(
            f"{HEAD}2026-13-01,craving,1\n", "line 2 has no date in '2026-13-01'", id="date"
        ),
        pytest.param(
            f"{HEAD}2026-03-01,craving,much\n", "line 2 has no number in 'much'", id="word"
        ),
        pytest.param(f"{HEAD}2026-03-01,craving,nan\n", "line 2 has no number", id="nan"),
        pytest.param(f"{HEAD}2026-03-01,,1\n", "line 2 names no item", id="no-item"),
        pytest.param(f"{HEAD}2026-03-01,craving\n", "line 2 has 2 columns", id="columns"),
        pytest.param(b"\xff\xfe\x00", "is not UTF-8 text", id="bytes"),
    ],
)
def test_a_bad_file_gets_one_sentence(tmp_path, capsys, text, sentence):
    assert main(["signs", "replay", written(tmp_path, text)]) == 2

    err = capsys.readouterr().err
    assert sentence in err
    assert "Traceback" not in err
