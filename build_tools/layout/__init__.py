"""Where everything of the tree goes: from who descends from whom, and when, to positions."""
