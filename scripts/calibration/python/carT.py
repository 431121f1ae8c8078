"""Cytokine release after CAR-T cells: expansion (Stein 2019), grades (Hay 2017), rescue by tocilizumab (Le 2018)."""

import numpy as np

from cohort import ratio_of

CELLS_AT_START = 2.56e-4  # relative to 24 000 copies per µg of DNA
DAYS = 30
SHOWN = ("Temp", "IL6", "Lu", "E", "He", "gr")
EXPANSION_DAYS = 35
RESCUE_DAYS = 14
THIRD_DOSE_HOUR = 36  # twelve hours after the second dose; the label asks for eight between doses


class CarT:
    def __init__(self, model):
        self.model = model
        self.draws = model.draws("carT")

    def quantities(self, medians):
        model = self.model
        typical = self.expansion(medians)
        states, values = model.patients(self.draws, medians)
        _, shots, _ = model.run(states, values, DAYS * 24, every=2, keep=SHOWN)
        fever = shots[:, :, 0] >= 38
        severe = (self.pressure(shots, values) < 65) | (ratio_of(shots[:, :, 2]) < 200)
        release = fever.any(1)
        peak = shots[:, :, 1].max(1)
        who = np.flatnonzero(severe.any(1))
        onset = 2.0 * severe.argmax(1)
        begun = model.run(states, values, DAYS * 24, last=onset)[0]
        return typical | {
            "anyRelease": release.mean(), "severeRelease": severe.any(1).mean(),
            "il6": float(np.exp(np.log(peak[release]).mean())) if release.any() else 1.0,
            "rescued": self.rescue(begun[who], values[who], who) if len(who) > 0 else 0.0,
        }

    def pressure(self, shots, values):
        """Mean arterial pressure without support, mmHg; shots (n, times, SHOWN)."""
        of = lambda name: values[:, None, self.model.parameters[name]]
        leak, heart, steroid = shots[:, :, 3], shots[:, :, 4], shots[:, :, 5]
        return 90 - of("mapE") * leak - of("mapH") * heart + of("mapGr") * steroid * leak

    def expansion(self, medians):
        """Fold expansion, day of the peak and contraction a day in the second week after it, of the median patient."""
        model = self.model
        states = np.array([self.draws["initial"]], float)
        values = np.array([self.draws["parameters"]], float)
        for name, value in medians.items():
            values[:, model.parameters[name]] = value
        _, shots, _ = model.run(states, values, EXPANSION_DAYS * 24, every=1, keep=("C",))
        cells = shots[0, :, 0]
        top = int(cells.argmax())
        begin, end = top + 168, top + 336
        return {
            "fold": cells[top] / CELLS_AT_START, "peakDay": top / 24,
            "contraction": float(np.log(cells[begin] / cells[end]) / 7),
        }

    def rescue(self, states, values, who):
        """
        Share of severe patients who need no more than two doses: no longer severe when a third would be due, and within
        14 days 24 h without fever, MAP >= 70 and PaO2/FiO2 >= 300.
        """
        model = self.model
        amount = np.minimum(8 * self.draws["weightKg"][who], 800)
        doses = ((0, "tocC", amount), (24, "tocC", amount))
        _, shots, _ = model.run(states, values, RESCUE_DAYS * 24, doses, every=1, keep=SHOWN)
        pressure, ratio = self.pressure(shots, values), ratio_of(shots[:, :, 2])
        calm = (shots[:, :, 0] < 38) & (pressure >= 70) & (ratio >= 300)
        total = np.cumsum(np.concatenate([np.zeros((len(who), 1)), calm], 1), 1)
        resolved = ((total[:, 24:] - total[:, :-24]) == 24).any(1)
        third = (pressure[:, THIRD_DOSE_HOUR] < 65) | (ratio[:, THIRD_DOSE_HOUR] < 200)
        return float((resolved & ~third).mean())
