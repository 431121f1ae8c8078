"""Times SciPy's LSODA on the course of task.txt with the compiled right-hand side of model.so.

Prints a line for each tolerance that comes through: "run", tolerance, processor seconds of one course, states at the marks.
"""

import ctypes
import sys
import time
import warnings

import numpy as np
from scipy.integrate import odeint

warnings.filterwarnings("ignore")
folder = sys.argv[1]
with open(folder + "/task.txt") as task:
    initial, parameters, scale, times, ladder, rounds = (
        np.array([float(word) for word in line.split()]) for line in task
    )
compiled = ctypes.CDLL(folder + "/model.so").rightHandSide
state = np.empty_like(initial)
slope = np.empty_like(initial)
places = [ctypes.c_void_p(values.ctypes.data) for values in (state, parameters, slope)]


def right_hand_side(t, y):
    state[:] = y
    compiled(*places)
    return slope


for tolerance in ladder:
    start = time.thread_time()
    for _ in range(int(rounds[0])):
        states, report = odeint(
            right_hand_side,
            initial,
            times,
            tfirst=True,
            rtol=tolerance,
            atol=tolerance * 1e-3 * np.where(scale > 0, scale, 1),
            mxstep=100000,
            full_output=True,
        )
    seconds = (time.thread_time() - start) / rounds[0]
    if report["message"] != "Integration successful." or not np.isfinite(states).all():
        continue
    values = [tolerance, seconds, *states[1:].ravel()]
    print("run", *(repr(float(value)) for value in values))
