"""libSBML's whole consistency check of SBML files, units and modelling practice included.

Usage: consistency.py FILE...
Prints one JSON object: {"libsbml": version, "files": {FILE: [{"id", "severity", "line", "message"}, ...]}}.
An empty list is a file in which no check found anything, not even a warning.
"""

import json
import sys

import libsbml

CATEGORIES = [
    libsbml.LIBSBML_CAT_GENERAL_CONSISTENCY,
    libsbml.LIBSBML_CAT_IDENTIFIER_CONSISTENCY,
    libsbml.LIBSBML_CAT_UNITS_CONSISTENCY,
    libsbml.LIBSBML_CAT_MATHML_CONSISTENCY,
    libsbml.LIBSBML_CAT_SBO_CONSISTENCY,
    libsbml.LIBSBML_CAT_OVERDETERMINED_MODEL,
    libsbml.LIBSBML_CAT_MODELING_PRACTICE,
]


def findings(path):
    document = libsbml.readSBMLFromFile(path)
    for category in CATEGORIES:
        document.setConsistencyChecks(category, True)
    document.checkInternalConsistency()
    document.checkConsistency()
    errors = [document.getError(i) for i in range(document.getNumErrors())]
    return [
        {
            "id": error.getErrorId(),
            "severity": error.getSeverityAsString(),
            "line": error.getLine(),
            "message": " ".join(error.getMessage().split()),
        }
        for error in errors
    ]


if __name__ == "__main__":
    files = {path: findings(path) for path in sys.argv[1:]}
    json.dump({"libsbml": libsbml.getLibSBMLDottedVersion(), "files": files}, sys.stdout)
    print()
