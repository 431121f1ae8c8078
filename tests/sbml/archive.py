"""Unpacks a COMBINE archive with Python's own zipfile and parses every file of it.

Usage: archive.py FILE.omex
Prints {"names": [...], "contents": [[location, format, master]], "problems": [...]}: a problem is a file that the
manifest names and the archive lacks or the other way round, a reference of the SED-ML that leads nowhere, or an
element or attribute that SED-ML Level 1 Version 4 requires and the file lacks.
"""

import json
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

OMEX = "{http://identifiers.org/combine.specifications/omex-manifest}"
SEDML = "{http://sed-ml.org/sed-ml/level1/version4}"
SBML = "{http://www.sbml.org/sbml/level3/version2/core}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
LISTS = ["Simulations", "Models", "Tasks", "DataGenerators", "Outputs"]
# What the published schema of SED-ML Level 1 Version 4 asks of each element in use.
REQUIRED = {
    "uniformTimeCourse": ["id", "initialTime", "outputStartTime", "outputEndTime", "numberOfSteps"],
    "algorithm": ["kisaoID"],
    "algorithmParameter": ["kisaoID", "value"],
    "model": ["id", "language", "source"],
    "task": ["id", "modelReference", "simulationReference"],
    "dataGenerator": ["id"],
    "variable": ["id", "taskReference"],
    "plot2D": ["id"],
    "xAxis": ["type"],
    "yAxis": ["type"],
    "curve": ["type", "xDataReference", "yDataReference"],
    "report": ["id"],
    "dataSet": ["label", "dataReference"],
}
REFERENCES = [
    "modelReference",
    "simulationReference",
    "taskReference",
    "xDataReference",
    "yDataReference",
    "dataReference",
]
TARGET = re.compile(r"^/sbml:sbml/sbml:model/sbml:(\w+)/sbml:(\w+)\[@id='(\w+)'\]$")


def sedml_problems(sedml, model, names):
    if sedml.tag != f"{SEDML}sedML" or (sedml.get("level"), sedml.get("version")) != ("1", "4"):
        yield f"not SED-ML Level 1 Version 4: {sedml.tag}"
    if [child.tag for child in sedml] != [f"{SEDML}listOf{name}" for name in LISTS]:
        yield f"lists {[child.tag for child in sedml]}"
    elements = [element for element in sedml.iter() if element.tag.startswith(SEDML)]
    ids = [element.get("id") for element in elements if element.get("id")]
    yield from (f"two elements are called {name}" for name in set(ids) if ids.count(name) > 1)
    for element in elements:
        tag = element.tag.removeprefix(SEDML)
        yield from (f"{tag} without {name}" for name in REQUIRED.get(tag, []) if not element.get(name))
        for name in REFERENCES:
            if element.get(name) not in [None, *ids]:
                yield f"{tag} refers to {element.get(name)}"
        if tag == "model" and element.get("source") not in names:
            yield f"model {element.get('source')} is not in the archive"
        if tag == "variable" and not element.get("symbol"):
            found = TARGET.match(element.get("target", ""))
            path = f"{SBML}model/{SBML}{found[1]}/{SBML}{found[2]}[@id='{found[3]}']" if found else None
            if path is None or model.find(path) is None:
                yield f"target {element.get('target')} is not in the model"


def main(path):
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        broken = archive.testzip()
        trees = {name: ElementTree.fromstring(archive.read(name)) for name in names}
    problems = [] if broken is None else [f"{broken} is damaged"]
    contents = [
        [content.get("location"), content.get("format"), content.get("master") == "true"]
        for content in trees["manifest.xml"].iter(f"{OMEX}content")
    ]
    listed = {location.removeprefix("./") for location, _, _ in contents} - {"."}
    problems += [f"{name} is in one of manifest and archive only" for name in listed ^ set(names)]
    problems += sedml_problems(trees["simulation.sedml"], trees["model.xml"], names)
    described = [entry.get(f"{RDF}about") for entry in trees["metadata.rdf"].iter(f"{RDF}Description")]
    if described != ["."]:
        problems.append(f"metadata of {described}")
    print(json.dumps({"names": names, "contents": contents, "problems": problems}))


if __name__ == "__main__":
    main(sys.argv[1])
