"""Run by ../calibrate.ts: python main.py <folder> <parameters.json> <result.json> <seed> <generations> <threads>."""

import json
import sys
from pathlib import Path

import numpy as np

from carT import CarT
from cohort import Model
from covid19 import Covid19
from objective import CART_TARGETS, COVID19_TARGETS, VENTILATED, Objective, residuals_of
from search import alternatives, best_of, explore, polish, profile

POPULATION = 12
ALTERNATIVES = 10
# Distance from the data, in squared standard errors, within which another set counts as fitting as well.
SLACK = 3.0


def say(text):
    print(text, flush=True)


def covid19_objective(model, free):
    world = Covid19(model)

    def evaluate(values):
        medians = {name: value for name, value in values.items() if name != "organHalf"}
        return world.quantities(medians, values["organHalf"])

    def extra(quantities):
        return [(quantities["map"][2] - VENTILATED[0]) / VENTILATED[1]]

    return Objective(free, evaluate, COVID19_TARGETS, extra)


def car_t_objective(model, free, fixed):
    world = CarT(model)
    return Objective(free, lambda values: world.quantities({**fixed, **values}), CART_TARGETS)


def report(objective, targets, x, tried, jacobian=None):
    quantities = objective.evaluate(objective.values(x))
    residuals = objective.residuals(x)
    left = residuals_of(quantities, targets)
    return {
        "parameters": objective.values(x),
        "objective": float(residuals @ residuals),
        "targets": [
            {"id": name, "published": published, "model": float(quantities[name]), "standardErrors": float(at)}
            for (name, published, _, _), at in zip(targets, left)
        ],
        "others": {
            key: np.asarray(value).tolist() for key, value in quantities.items()
            if key not in {name for name, *_ in targets}
        },
        "profiles": [] if jacobian is None else profile(objective, x, jacobian),
        "alternatives": [
            each | mapped(objective.evaluate(each["parameters"]))
            for each in alternatives(objective, tried, x, ALTERNATIVES, SLACK)
        ],
        "evaluations": objective.calls,
    }


def mapped(quantities):
    """The constants of the map to mortality that belong to a set: they are fitted anew for each."""
    if "map" not in quantities:
        return {}
    return {"map": dict(zip(("intercept", "organ", "ventilated"), quantities["map"].tolist()))}


def run(folder, parameters, result, seed, generations, threads):
    model = Model(folder, threads)
    free = json.loads(Path(parameters).read_text())
    covid19 = covid19_objective(model, free["covid19"])
    say("COVID-19")
    tried = explore(covid19, seed, generations, POPULATION, say)
    x, jacobian = polish(covid19, best_of(tried)[0])
    tried.append((x, covid19.residuals(x)))
    say(f"polished: {best_of(tried)[1]:.3f}")
    first = report(covid19, COVID19_TARGETS, x, tried, jacobian)
    Path(result).write_text(json.dumps({"seed": seed, "covid19": first}, indent=2))
    say("CAR-T")
    fixed = {name: value for name, value in first["parameters"].items() if name != "organHalf"}
    car_t = car_t_objective(model, free["carT"], fixed)
    tried = explore(car_t, seed, generations, POPULATION, say)
    best = best_of(tried)[0]
    second = report(car_t, CART_TARGETS, best, tried, slopes(car_t, best))
    Path(result).write_text(json.dumps({"seed": seed, "covid19": first, "carT": second}, indent=2))


def slopes(objective, x):
    """Jacobian by wide differences: shares of patients move in steps."""
    here = objective.residuals(x)
    columns = []
    for at in range(len(x)):
        there = x.copy()
        there[at] += 2 * 0.04
        columns.append((objective.residuals(there) - here) / (2 * 0.04))
    return np.array(columns).T


if __name__ == "__main__":
    folder, parameters, result, seed, generations, threads = sys.argv[1:]
    run(folder, parameters, result, int(seed), int(generations), int(threads))
