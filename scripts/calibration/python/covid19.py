"""What RECOVERY and the laboratory say of COVID-19, and what a set of parameters gives for it."""

import numpy as np
from scipy.optimize import root

from cohort import ratio_of

STRATA = ("noOxygen", "oxygen", "ventilated")
# Illness days since the first symptom at which patients of a stratum enter, and PaO2/FiO2 then: trial files have the same.
WINDOWS = ((7, 8), (8, 12), (10, 15))
SHARES = np.array((0.24, 0.60, 0.16))
# Patients drawn for each stratum; those whose PaO2/FiO2 does not fit on their day are left out.
DRAWN = (360, 800, 1000)
CONTROL_RISK = np.array((0.140, 0.262, 0.414))
DEXAMETHASONE = tuple((24 * day, "dexC", 6.0) for day in range(10))
ON_STEROID = 0.82


class Covid19:
    def __init__(self, model, symptom_hours=48):
        self.model = model
        self.draws = model.draws("covid19")
        self.symptom_hours = symptom_hours
        self.route = np.repeat(np.arange(3), DRAWN)
        rank = np.concatenate([np.arange(n) for n in DRAWN])
        self.place = (0.5 + rank * 0.6180339887498949) % 1  # evenly spread over the window
        self.guess = np.array((-2.5, 3.9, -0.6))

    def enter(self, medians):
        model = self.model
        states, values = model.patients(self.draws, medians)
        window = np.array(WINDOWS)[self.route]
        day = window[:, 0] + (window[:, 1] - window[:, 0]) * self.place
        hours = day * 24 + self.symptom_hours
        entered = np.zeros_like(states)
        for route in range(3):
            who = np.flatnonzero(self.route == route)
            longest = WINDOWS[route][1] * 24 + self.symptom_hours
            entered[who] = model.run(states[who], values[who], longest, last=hours[who])[0]
        ratio = ratio_of(entered[:, model.species["Lu"]])
        fits = np.choose(self.route, (ratio >= 300, (ratio < 300) & (ratio >= 160), ratio < 160))
        keep = np.flatnonzero(fits)
        return entered[keep], values[keep], self.route[keep], self.draws["frailty"][keep], keep

    def quantities(self, medians, organ_half):
        """Ratios, risks and laboratory values that the objective compares, and the map fitted to the control arms."""
        entered, values, route, frailty, keep = self.enter(medians)
        inflamed = (ratio_of(entered[:, self.model.species["Lu"]]) < 300) & (entered[:, self.model.species["CRP"]] >= 75)
        tocilizumab = ((0, "tocC", np.minimum(8 * self.draws["weightKg"][keep][inflamed], 800)),)
        arm = lambda who, doses: self.model.run(entered[who], values[who], 28 * 24, doses)[2]
        everyone = np.ones(len(route), bool)
        control = arm(everyone, ())
        mean = lambda risk: np.bincount(route, risk, 3) / np.maximum(np.bincount(route, None, 3), 1)
        risk = lambda areas, who, x: risk_of(areas, frailty[who], route[who], x, organ_half, self.model.mortality)
        fit = root(lambda x: mean(risk(control, everyone, x)) - CONTROL_RISK, self.guess)
        self.guess = fit.x
        control = risk(control, everyone, fit.x)
        steroid = risk(arm(everyone, DEXAMETHASONE), everyone, fit.x)
        blocker = risk(arm(inflamed, tocilizumab), inflamed, fit.x)
        both = risk(arm(inflamed, DEXAMETHASONE + tocilizumab), inflamed, fit.x)
        share = SHARES * np.bincount(route, None, 3) / np.array(DRAWN)  # as they would come, of all drawn
        weights = (SHARES / np.bincount(route, None, 3))[route][inflamed]
        pool = lambda risks, who=slice(None): (risks * weights)[who].sum() / weights[who].sum()
        usual = lambda treated, untreated: ON_STEROID * pool(treated) + (1 - ON_STEROID) * pool(untreated)
        at = {name: route[inflamed] == k for k, name in enumerate(STRATA)}
        on_steroid = lambda name: pool(both, at[name]) / pool(steroid[inflamed], at[name])
        il6 = np.log(entered[:, self.model.species["IL6"]])
        severe = [il6[route == k].mean() for k in (1, 2)]
        ratios = mean(steroid) / mean(control)
        return {
            "dexNoOxygen": ratios[0], "dexOxygen": ratios[1], "dexVentilated": ratios[2],
            "dexAll": (mean(steroid) * SHARES).sum() / (mean(control) * SHARES).sum(),
            "tociOnDex": pool(both) / pool(steroid[inflamed]),
            "tociUsual": usual(both, blocker) / usual(steroid[inflamed], control[inflamed]),
            "tociAlone": pool(blocker) / pool(control[inflamed]),
            "tociOnDexOxygen": on_steroid("oxygen"), "tociOnDexVentilated": on_steroid("ventilated"),
            "il6": float(np.exp((0.60 * severe[0] + 0.16 * severe[1]) / 0.76)),
            "inflamedOnOxygen": float(inflamed[route == 1].mean()),
            "map": fit.x, "mapFound": bool(fit.success), "control": mean(control), "accepted": share,
        } | self.paradox(medians)

    def paradox(self, medians):
        """Serum IL-6 and CRP after tocilizumab in an inflamed patient (severity 8, day 11), as Nishimoto saw them."""
        model = self.model
        states = np.array([self.draws["initial"]] * 2, float)
        values = np.array([self.draws["parameters"]] * 2, float)
        for name, value in {**medians, "wI": 8}.items():
            values[:, model.parameters[name]] = value
        given = 11 * 24
        _, shots, _ = model.run(states, values, given + 72, ((given, "tocC", np.array((560.0, 0))),), every=1, keep=("IL6", "CRP"))
        il6, crp = shots[:, :, 0], shots[:, :, 1]
        half = 48 / np.log2(crp[0, given + 12] / crp[0, given + 60])
        return {"il6Fold": il6[0, given + 24] / il6[0, given - 1], "crpHalfLife": half}


def risk_of(areas, frailty, route, fitted, organ_half, constants):
    """
    The map of src/analysis/mortality.ts with its own constants; fitted are its intercept, organ weight and what being
    ventilated adds.
    """
    intercept, organ, ventilated = fitted
    virus, bacteria = constants["virus"], constants["bacteria"]
    z = (
        intercept + organ * areas[:, 0] / (areas[:, 0] + organ_half)
        + virus["most"] * areas[:, 1] / (areas[:, 1] + virus["half"])
        + bacteria["most"] * areas[:, 2] / (areas[:, 2] + bacteria["half"])
        + constants["frailty"] * frailty + ventilated * (route == 2)
    )
    return (1 + z / np.sqrt(1 + z * z)) / 2
