"""A seeded search by CMA-ES, polished by least squares where the objective is smooth; profiles and alternative sets."""

import numpy as np
from cmaes import CMA
from scipy.optimize import least_squares

STEP = 0.04  # of the logarithm, for differences: wide enough to see past patients who change their stratum


def explore(objective, seed, generations, population, say):
    """CMA-ES in units of the spreads, from the starting values. Gives every set that it tried: (x, residuals)."""
    dimensions = len(objective.start)
    search = CMA(mean=np.zeros(dimensions), sigma=0.6, seed=seed, population_size=population)
    tried = []
    for generation in range(generations):
        told = []
        for _ in range(population):
            z = search.ask()
            x = np.clip(objective.start + z * objective.spread, objective.low, objective.high)
            residuals = objective.residuals(x)
            tried.append((x, residuals))
            told.append((z, float(residuals @ residuals)))
        search.tell(told)
        say(f"generation {generation + 1}: {min(value for _, value in told):.3f}, best {best_of(tried)[1]:.3f}")
    return tried


def best_of(tried):
    return min(((x, float(r @ r)) for x, r in tried), key=lambda pair: pair[1])


def polish(objective, x):
    """Least squares from x inside the bounds."""
    found = least_squares(
        objective.residuals, x, bounds=(objective.low, objective.high), diff_step=STEP, x_scale=objective.spread,
        xtol=1e-3, ftol=1e-4, max_nfev=8,
    )
    return found.x, found.jac


def profile(objective, x, jacobian, factors=(0.5, 0.7, 0.85, 1.15, 1.4, 2)):
    """
    For each parameter, held at a factor of its fitted value, the objective after the others have followed by two steps
    along the linearised problem.
    """
    rows = []
    for at, each in enumerate(objective.free):
        others = [i for i in range(len(x)) if i != at]
        pull = np.linalg.pinv(jacobian[:, others])
        for factor in factors:
            held = x.copy()
            held[at] += np.log(factor)
            if not objective.low[at] <= held[at] <= objective.high[at]:
                continue
            values = []
            for _ in range(3):
                residuals = objective.residuals(held)
                values.append(float(residuals @ residuals))
                held[others] = np.clip(
                    held[others] - pull @ residuals, objective.low[others], objective.high[others]
                )
            rows.append({"id": each["id"], "factor": factor, "objective": min(values)})
    return rows


def alternatives(objective, tried, x, count, slack):
    """`count` sets far from each other and from x whose distance from the data is at most `slack` above the least."""
    data = lambda r: float((r[: len(r) - len(x)] ** 2).sum())
    least = min(data(r) for _, r in tried)
    good = [(each, data(r)) for each, r in tried if data(r) <= least + slack]
    chosen, kept = [x], []
    while good and len(kept) < count:
        far = [min(np.linalg.norm((each - other) / objective.spread) for other in chosen) for each, _ in good]
        each, misfit = good.pop(int(np.argmax(far)))
        chosen.append(each)
        kept.append({"parameters": objective.values(each), "misfit": misfit, "leastMisfit": least})
    return kept
