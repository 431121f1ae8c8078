"""Cohorts of virtual patients on the vector kernel: tables of draws in, courses and areas out."""

import ctypes
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

STEP_HOURS = 0.2  # of RK4; fine for every trigger but a pulse of endotoxin (docs/model.md)
_DOUBLES = ctypes.POINTER(ctypes.c_double)
_INTEGERS = ctypes.POINTER(ctypes.c_int)


class Model:
    """Names of the model and its kernel, from the folder into which calibrate.ts wrote them."""

    def __init__(self, folder, threads):
        self.folder = Path(folder)
        names = json.loads((self.folder / "model.json").read_text())
        self.species = {name: at for at, name in enumerate(names["species"])}
        self.parameters = {name: at for at, name in enumerate(names["parameters"])}
        self.mortality = names["mortality"]
        self._run = ctypes.CDLL(str(self.folder / "kernel.so")).run
        self._threads = ThreadPoolExecutor(threads)
        self._width = threads

    def draws(self, trigger):
        draws = json.loads((self.folder / f"{trigger}.json").read_text())
        return {**draws, **{name: np.array(draws[name], float) for name in ("multipliers", "frailty", "weightKg")}}

    def patients(self, draws, medians):
        """Initial states (n, species) and parameters (n, parameters), with `medians` in place of the trigger's."""
        n = len(draws["frailty"])
        states = np.tile(np.array(draws["initial"], float), (n, 1))
        values = np.tile(np.array(draws["parameters"], float), (n, 1))
        for name, value in medians.items():
            values[:, self.parameters[name]] = value
        table = draws["multipliers"]
        for at, spread in enumerate(draws["spreads"]):
            array, names = (values, self.parameters) if spread["of"] == "parameter" else (states, self.species)
            column = array[:, names[spread["id"]]]
            column *= table[:, at]
            if "most" in spread:
                np.minimum(column, spread["most"], out=column)
        return states, values

    def run(self, states, values, hours, doses=(), every=None, keep=(), last=None):
        """
        Doses: (hour, species, amount or array). Gives final states (at the hours `last`, one a patient, where given),
        snapshots of the species `keep` each `every` h or None, areas.
        """
        pieces = np.array_split(np.arange(len(states)), max(1, min(self._width, len(states) // 8)))
        jobs = [self._threads.submit(self._piece, states, values, hours, doses, every, keep, last, i) for i in pieces]
        done = [job.result() for job in jobs]
        shots = None if every is None else np.concatenate([each[1] for each in done])
        return np.concatenate([each[0] for each in done]), shots, np.concatenate([each[2] for each in done])

    def _piece(self, states, values, hours, doses, every, keep, last, members):
        states = np.ascontiguousarray(states[members], float)
        values = np.ascontiguousarray(values[members], float)
        n, steps = len(states), round(hours / STEP_HOURS)
        stride = 1 if every is None else round(every / STEP_HOURS)
        shots = None if every is None else np.zeros((n, steps // stride + 1, len(keep)))
        areas = np.zeros((n, 6)) if last is None else None
        when = np.array([round(dose[0] / STEP_HOURS) for dose in doses], np.int32)
        which = np.array([self.species[dose[1]] for dose in doses], np.int32)
        kept = np.array([self.species[name] for name in keep], np.int32)
        ends = None if last is None else np.round(last[members] / STEP_HOURS).astype(np.int32)
        much = np.zeros((len(doses), n))
        for at, dose in enumerate(doses):
            much[at] = dose[2][members] if np.ndim(dose[2]) else dose[2]
        self._run(
            n, _pointer(states), _pointer(values), steps, ctypes.c_double(STEP_HOURS), stride, _pointer(shots),
            0 if shots is None else shots.shape[1], len(kept), _integers(kept), _integers(ends), _pointer(areas),
            len(doses), _integers(when), _integers(which), _pointer(much),
        )
        return states, shots, np.zeros((n, 6)) if areas is None else areas


def ratio_of(lung):
    """PaO2/FiO2 (mmHg) of a lung dysfunction."""
    return 450 * (1 - 0.88 * lung)


def _pointer(array):
    return None if array is None else array.ctypes.data_as(_DOUBLES)


def _integers(array):
    return None if array is None else array.ctypes.data_as(_INTEGERS)
