"""Cards take the first free place beside their dot."""

from __future__ import annotations

from build_tools.layout.labels import centered, place_cards

WIDE = (0.0, 1000.0)


def cards(points, ranked, fixed=(), leftward=(), bounds=WIDE, width=80.0):
    """Cards of equal width."""
    return place_cards(points, dict.fromkeys(points, width), ranked, fixed, leftward, bounds)


def test_a_card_with_room_sits_on_its_dot():
    assert cards({"a": (500, 50)}, ["a"]) == {"a": centered((500, 50), 80.0)}


def test_beside_another_dot_it_moves_to_the_right_or_if_asked_to_the_left():
    points = {"a": (500, 50), "b": (470, 50), "c": (530, 50)}
    assert cards(dict(list(points.items())[:2]), ["a"])["a"].x > 500
    assert cards({"a": points["a"], "c": points["c"]}, ["a"], leftward=["a"])["a"].x + 80 < 500


def test_the_better_rank_takes_the_place():
    points = {place: (500 + 12.0 * number, 50.0) for number, place in enumerate("abcdefghijklmnop")}
    first, last = (cards(points, ranked) for ranked in (list(points), list(reversed(points))))
    assert "a" in first and "p" in last and first != last
    assert 0 < len(first) < len(points)


def test_no_card_leaves_the_bounds():
    found = cards({"a": (30, 50), "b": (970, 50)}, ["a", "b"])
    assert found["a"].x >= 0 and found["b"].x + found["b"].width <= 1000


def test_without_any_room_there_is_no_card():
    assert cards({"a": (30, 50)}, ["a"], bounds=(0.0, 60.0)) == {}


def test_reserved_cards_are_on_their_dots_and_the_others_go_around_them():
    found = cards({"a": (500, 50), "b": (500, 60)}, ["b", "a"], fixed=["a"])
    assert found["a"] == centered((500, 50), 80.0)
    assert "b" not in found or not found["a"].meets(found["b"])
