"""The objective: squared distances from what was published, in standard errors, and from the starting values, in spreads."""

import numpy as np

# Quantity, published value, standard error (of the logarithm where the quantity is a ratio or a concentration).
# Intervals of 95 % are 3.92 standard errors wide. RECOVERY 2021 (N Engl J Med 384:693; Lancet 397:1637), Leisman 2020.
COVID19_TARGETS = (
    ("dexNoOxygen", 1.19, np.log(1.55 / 0.92) / 3.92, True),
    ("dexOxygen", 0.82, np.log(0.94 / 0.72) / 3.92, True),
    ("dexVentilated", 0.64, np.log(0.81 / 0.51) / 3.92, True),
    ("dexAll", 0.83, np.log(0.93 / 0.75) / 3.92, True),
    ("tociUsual", 0.86, np.log(0.96 / 0.77) / 3.92, True),
    ("tociOnDex", 0.86, np.log(0.96 / 0.77) / 3.92, True),
    ("il6", 36.7, np.log(62.3 / 21.6) / 3.92, True),
    # Nishimoto 2008: CRP halves in 15 to 25 h, serum IL-6 rises 1.5 to 4-fold; taken as a range of four standard errors.
    ("crpHalfLife", 20.0, 2.5, False),
    ("il6Fold", 2.45, np.log(4 / 1.5) / 4, True),
)
# What being ventilated at entry may stand for: about eight years younger and not frail, each a third of a unit; ours.
VENTILATED = (-0.6, 0.2)


def residuals_of(quantities, targets):
    out = []
    for name, published, error, logarithmic in targets:
        model = quantities[name]
        out.append((np.log(model / published) if logarithmic else model - published) / error)
    return np.array(out)


class Objective:
    """Residuals as a function of the logarithms of the free parameters."""

    def __init__(self, free, evaluate, targets, extra=None, prior=1.0):
        self.free, self.evaluate, self.targets, self.extra, self.prior = free, evaluate, targets, extra, prior
        self.start = np.log([each["start"] for each in free])
        self.spread = np.array([each["spread"] for each in free])
        self.low = np.log([each["low"] for each in free])
        self.high = np.log([each["high"] for each in free])
        self.calls = 0

    def values(self, x):
        return {each["id"]: float(value) for each, value in zip(self.free, np.exp(x))}

    def data(self, x):
        self.calls += 1
        quantities = self.evaluate(self.values(x))
        left = residuals_of(quantities, self.targets)
        return np.append(left, self.extra(quantities)) if self.extra else left

    def residuals(self, x):
        return np.concatenate([self.data(x), self.prior * (x - self.start) / self.spread])


# Fractions: the middle of the stated tolerance or the published figure, its interval taken as four standard errors.
CART_TARGETS = (
    ("fold", 3900, 0.1, True),
    ("peakDay", 9.3, 0.4, False),
    ("contraction", 0.16, np.log(0.195 / 0.131) / 3.92, True),
    ("anyRelease", 0.70, 0.05, False),
    ("severeRelease", 0.13, 0.025, False),
    ("il6", 3110, np.log(15303 / 632) / 3.92, True),
    ("rescued", 0.69, (0.82 - 0.53) / 3.92, False),
)
