"""Solves an SBML model with SciPy's LSODA from event to event and compares it with a course of the game.

Usage: independentSolver.py MODEL.xml COURSE.csv FLOORS.json START_HOUR

COURSE.csv has a column `hour` (since START_HOUR of the model's time) and one column a quantity; a row at the time
of an event stands before it. FLOORS.json gives each state the absolute value below which a deviation is measured
against that value instead of the state's own. Prints one JSON object with the largest relative deviation of every
state and of every algebraic quantity.
"""

import csv
import json
import sys
import warnings

import numpy
import scipy
from scipy.integrate import odeint
from sbmlSystem import System

RTOL = 1e-9
# Of the floor of a state: errors of this size are far below what the comparison can see.
ATOL_OF_FLOOR = 1e-7
LARGEST_STEPS = 1_000_000
# What counts as apart.
BOUND = 1e-4


def read_course(path):
    with open(path) as file:
        rows = csv.reader(file)
        head = next(rows)
        return head, numpy.array([[float(cell) for cell in row] for row in rows])


def solve(system, times, floors):
    """States at the given increasing times, each before the events of that moment."""
    atol = numpy.array([ATOL_OF_FLOOR * floors[name] for name in system.states])
    result = numpy.empty((len(times), len(system.states)))
    y, now, done, calls = system.initial.copy(), 0.0, 0, 0
    ends = sorted({event.hour for event in system.events} | {times[-1]})
    events = list(system.events)
    for end in ends:
        inside = times[done:][times[done:] <= end]
        grid = numpy.unique(numpy.concatenate(([now], inside, [end])))
        if len(grid) > 1:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                course, info = odeint(
                    system.rates, y, grid, tfirst=True, rtol=RTOL, atol=atol, mxstep=LARGEST_STEPS, full_output=True
                )
            calls += int(info["nfe"][-1])
        else:
            course = y[numpy.newaxis]
        result[done : done + len(inside)] = course[numpy.searchsorted(grid, inside)]
        done += len(inside)
        y, now = course[-1].copy(), end
        while events and events[0].hour <= now:
            event = events.pop(0)
            place = system.states.index(event.variable)
            y[place] = event.value(dict(zip(system.states, y)))
    return result, calls


def deviation(name, hours, ours, theirs, floor):
    """Largest |ours - theirs| over the larger of |theirs| and the floor, and where it is."""
    relative = numpy.abs(ours - theirs) / numpy.maximum(numpy.abs(theirs), floor)
    worst = int(numpy.argmax(relative))
    return {
        "id": name,
        "relative": float(relative[worst]),
        "hour": float(hours[worst]),
        "sim": float(ours[worst]),
        "lsoda": float(theirs[worst]),
        "apart": int(numpy.sum(~(relative <= BOUND))),
    }


def main(model, course, floors_file, start_hour):
    system = System(model)
    head, values = read_course(course)
    with open(floors_file) as file:
        floors = json.load(file)
    hours = values[:, 0]
    # Both sides count in twentieths of an hour, so that a row at an event is at it to the last bit.
    times = numpy.round((hours + float(start_hour)) * 20) / 20
    states, calls = solve(system, times, floors)
    column = {name: values[:, i] for i, name in enumerate(head)}
    missing = [name for name in system.states if name not in column]
    if missing:
        raise SystemExit(f"the course lacks {missing}")
    algebraic = numpy.array([system.observe(t, y) for t, y in zip(times, states)])
    print(
        json.dumps(
            {
                "scipy": scipy.__version__,
                "times": len(times),
                "events": len(system.events),
                "calls": calls,
                "states": [
                    deviation(name, hours, column[name], states[:, i], floors[name])
                    for i, name in enumerate(system.states)
                ],
                "algebraic": [
                    deviation(name, hours, column[name], algebraic[:, i], floors.get(name, 1e-3))
                    for i, name in enumerate(system.observables)
                    if name in column
                ],
            }
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
