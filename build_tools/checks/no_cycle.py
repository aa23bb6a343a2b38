"""Nobody descends from themselves."""

from build_tools.checks.rule import rule


@rule("no-cycle")
def no_cycle(lineage):
    """Following parents never leads back to where one began."""
    told: set[str] = set()
    for model in lineage.by_date:
        if model.id in told:
            continue
        cycle = _cycle(lineage, model.id)
        if cycle:
            told.update(cycle)
            yield (("models", model.id, "parents"), model.id,
                   "descends from itself: " + " ← ".join((*cycle, cycle[0])), "remove or turn round one of these links")


def _cycle(lineage, start):
    """The shortest way from a model through parents back to itself, if there is one."""
    came_from, queue = {start: None}, [start]
    for current in queue:
        for parent in lineage.model[current].parents:
            if parent.id == start and current != start:
                path = [current]
                while came_from[path[-1]] is not None:
                    path.append(came_from[path[-1]])
                return tuple(reversed(path))
            if parent.id in lineage.model and parent.id not in came_from:
                came_from[parent.id] = current
                queue.append(parent.id)
    return ()
