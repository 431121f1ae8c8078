"""Reads an SBML model with libSBML and turns it, from the SBML alone, into a compiled right-hand side.

Understands what an ODE model of rate rules, assignment rules and timed events needs, and refuses the rest
loudly: a model that is understood by half must not be solved.
"""

import ctypes
import os
import subprocess
import tempfile

import libsbml
import numpy

MEMBERS = {
    libsbml.AST_PLUS: "+",
    libsbml.AST_TIMES: "*",
    libsbml.AST_DIVIDE: "/",
}
RELATIONS = {
    libsbml.AST_RELATIONAL_GEQ: ">=",
    libsbml.AST_RELATIONAL_GT: ">",
    libsbml.AST_RELATIONAL_LEQ: "<=",
    libsbml.AST_RELATIONAL_LT: "<",
}


class NotUnderstood(Exception):
    pass


def children(node):
    return [node.getChild(i) for i in range(node.getNumChildren())]


def code_of(node):
    """C code of a MathML tree. Names of the model get a prefix, so that none is a word of C."""
    kind = node.getType()
    args = children(node)
    if node.isNumber():
        return repr(float(node.getValue()))
    if kind == libsbml.AST_NAME:
        return "v_" + node.getName()
    if kind == libsbml.AST_NAME_TIME:
        return "t"
    if kind in MEMBERS and len(args) >= 2:
        return "(" + f" {MEMBERS[kind]} ".join(map(code_of, args)) + ")"
    if kind == libsbml.AST_MINUS and len(args) in (1, 2):
        return "(" + " - ".join(["", *map(code_of, args)] if len(args) == 1 else map(code_of, args)) + ")"
    if kind in (libsbml.AST_POWER, libsbml.AST_FUNCTION_POWER):
        return f"pow({code_of(args[0])}, {code_of(args[1])})"
    if kind == libsbml.AST_FUNCTION_ROOT:
        degree, base = args if len(args) == 2 else (None, args[0])
        if degree is not None and degree.getValue() != 2:
            raise NotUnderstood("a root that is not square")
        return f"sqrt({code_of(base)})"
    if kind == libsbml.AST_FUNCTION_LOG:
        base, argument = args
        return f"(log({code_of(argument)}) / log({code_of(base)}))"
    if kind in (libsbml.AST_FUNCTION_MAX, libsbml.AST_FUNCTION_MIN):
        name = "fmax" if kind == libsbml.AST_FUNCTION_MAX else "fmin"
        code = code_of(args[0])
        for other in args[1:]:
            code = f"{name}({code}, {code_of(other)})"
        return code
    if kind == libsbml.AST_FUNCTION_PIECEWISE and len(args) == 3:
        value, condition, otherwise = map(code_of, args)
        return f"({condition} ? {value} : {otherwise})"
    if kind in RELATIONS and len(args) == 2:
        return f"({code_of(args[0])} {RELATIONS[kind]} {code_of(args[1])})"
    raise NotUnderstood(f"MathML {libsbml.formulaToL3String(node)}")


def names_in(node):
    found = {node.getName()} if node.getType() == libsbml.AST_NAME else set()
    for child in children(node):
        found |= names_in(child)
    return found


def in_order_of_use(rules):
    """Assignment rules, each after those that it names; SBML gives them no order."""
    ordered, waiting = [], dict(rules)
    while waiting:
        ready = [name for name, math in waiting.items() if not names_in(math) & waiting.keys()]
        if not ready:
            raise NotUnderstood("assignment rules in a circle")
        for name in ready:
            ordered.append((name, waiting.pop(name)))
    return ordered


class Event:
    """Sets one variable when time reaches an hour."""

    def __init__(self, event):
        trigger = event.getTrigger()
        tree = trigger.getMath()
        time, hour = children(tree)
        if tree.getType() != libsbml.AST_RELATIONAL_GEQ or time.getType() != libsbml.AST_NAME_TIME:
            raise NotUnderstood(f"trigger {libsbml.formulaToL3String(tree)}")
        if event.isSetDelay() or trigger.getInitialValue() or not trigger.getPersistent():
            raise NotUnderstood(f"event {event.getId()} with a delay, or a trigger that may start true or be lost")
        if event.getUseValuesFromTriggerTime() or event.getNumEventAssignments() != 1:
            raise NotUnderstood(f"event {event.getId()} with values of its trigger time or several assignments")
        self.hour = hour.getValue()
        self.priority = event.getPriority().getMath().getValue()
        self.variable = event.getEventAssignment(0).getVariable()
        self.math = event.getEventAssignment(0).getMath()

    def value(self, values):
        """The assigned value; its formula adds a number to the variable, or is a number."""
        terms = children(self.math) if self.math.getType() == libsbml.AST_PLUS else [self.math]
        return sum(values[term.getName()] if term.isName() else term.getValue() for term in terms)


class System:
    """A right-hand side and an observer over `states`, with the events of the model."""

    def __init__(self, path):
        document = libsbml.readSBMLFromFile(path)
        if document.getNumErrors(libsbml.LIBSBML_SEV_ERROR):
            raise NotUnderstood(document.getError(0).getMessage())
        # The model belongs to the document, which must live as long as it.
        self.document, self.model = document, document.getModel()
        model = self.model
        for what in ("Reactions", "InitialAssignments", "Constraints", "FunctionDefinitions"):
            if getattr(model, f"getNum{what}")():
                raise NotUnderstood(what)
        rules = [model.getRule(i) for i in range(model.getNumRules())]
        rates = {rule.getVariable(): rule.getMath() for rule in rules if rule.isRate()}
        assigned = {rule.getVariable(): rule.getMath() for rule in rules if rule.isAssignment()}
        self.states = list(rates)
        self.observables = list(assigned)
        self.initial = numpy.array([self._initial(name) for name in self.states])
        constants = {
            parameter.getId(): parameter.getValue()
            for parameter in (model.getParameter(i) for i in range(model.getNumParameters()))
            if parameter.getConstant()
        }
        events = [Event(model.getEvent(i)) for i in range(model.getNumEvents())]
        self.events = sorted(events, key=lambda event: (event.hour, -event.priority))
        self._compile(rates, in_order_of_use(assigned), constants)

    def _initial(self, name):
        """A species is its concentration unless it has only substance units; compartments of size 1 or not."""
        species = self.model.getSpecies(name)
        if species is None:
            return self.model.getParameter(name).getValue()
        if species.getHasOnlySubstanceUnits() != species.isSetInitialAmount():
            raise NotUnderstood(f"the initial value of {name}")
        if not self.model.getCompartment(species.getCompartment()).getConstant():
            raise NotUnderstood(f"a compartment of {name} that grows")
        return species.getInitialAmount() if species.isSetInitialAmount() else species.getInitialConcentration()

    def _compile(self, rates, assigned, constants):
        prologue = [f"const double v_{name} = {float(value)!r};" for name, value in constants.items()]
        prologue += [f"const double v_{name} = y[{i}];" for i, name in enumerate(self.states)]
        prologue += [f"const double v_{name} = {code_of(math)};" for name, math in assigned]
        place = {name: i for i, name in enumerate(self.observables)}
        derivatives = [f"dy[{i}] = {code_of(rates[name])};" for i, name in enumerate(self.states)]
        observed = [f"out[{place[name]}] = v_{name};" for name, _ in assigned]
        text = "#include <math.h>\n"
        for name, result, lines in (("rates", "dy", derivatives), ("observe", "out", observed)):
            body = "\n".join(prologue + lines)
            text += f"void {name}(double t, const double *y, double *{result}) {{\n{body}\n}}\n"
        library = compile_c(text)
        pointer = ctypes.POINTER(ctypes.c_double)
        for function in (library.rates, library.observe):
            function.argtypes = [ctypes.c_double, pointer, pointer]
            function.restype = None
        self._library, self._pointer = library, pointer

    def rates(self, t, y):
        result = numpy.empty(len(self.states))
        self._library.rates(t, y.ctypes.data_as(self._pointer), result.ctypes.data_as(self._pointer))
        return result

    def observe(self, t, y):
        result = numpy.empty(len(self.observables))
        y = numpy.ascontiguousarray(y)
        self._library.observe(t, y.ctypes.data_as(self._pointer), result.ctypes.data_as(self._pointer))
        return result


def compile_c(text):
    with tempfile.TemporaryDirectory() as folder:
        source, library = os.path.join(folder, "system.c"), os.path.join(folder, "system.so")
        with open(source, "w") as file:
            file.write(text)
        command = ["cc", "-O2", "-ffp-contract=off", "-shared", "-fPIC", "-o", library, source, "-lm"]
        subprocess.run(command, check=True, capture_output=True, text=True)
        return ctypes.CDLL(library)
