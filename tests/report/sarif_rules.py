"""The rules of SARIF 2.1.0 for what nktrade writes, as a JSON schema.

Source: OASIS, Static Analysis Results Interchange Format 2.1.0, sections 3.13 to 3.59, and its schema:
objects are closed, and each has the required properties, the least numbers and the words given there.
"""

from typing import Any

Rule = dict[str, Any]
TEXT: Rule = {"type": "string"}
LEVEL: Rule = {"enum": ["none", "note", "warning", "error"]}


def an_object(required: tuple[str, ...], **properties: Rule) -> Rule:
    """An object with these properties and no others."""
    return {
        "type": "object",
        "required": list(required),
        "properties": properties,
        "additionalProperties": False,
    }


def a_list(items: Rule, *, is_unique: bool = False) -> Rule:
    return {"type": "array", "items": items, "uniqueItems": is_unique}


def at_least(least: int) -> Rule:
    return {"type": "integer", "minimum": least}


MESSAGE = {**an_object((), text=TEXT), "minProperties": 1}
PLACE = an_object(
    (),
    artifactLocation=an_object((), uri={"type": "string", "pattern": r"^[^\s\\<>\"{}|^`]+$"}),
    region=an_object(
        (),
        startLine=at_least(1),
        startColumn=at_least(1),
        endLine=at_least(1),
        endColumn=at_least(1),
        charOffset=at_least(-1),
        charLength=at_least(0),
    ),
)
LOCATION = an_object((), id=at_least(-1), physicalLocation=PLACE, message=MESSAGE)
RESULT = an_object(
    ("message",),
    ruleId=TEXT,
    ruleIndex=at_least(-1),
    level=LEVEL,
    message=MESSAGE,
    locations=a_list(LOCATION),
    relatedLocations=a_list(LOCATION, is_unique=True),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    suppressions=a_list(
        an_object(("kind",), kind={"enum": ["inSource", "external"]}, justification=TEXT),
        is_unique=True,
    ),
)
DRIVER = an_object(
    ("name",),
    name=TEXT,
    semanticVersion=TEXT,
    rules=a_list(an_object(("id",), id=TEXT, shortDescription=MESSAGE), is_unique=True),
)
RUN = an_object(
    ("tool",),
    tool=an_object(("driver",), driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=a_list(RESULT),
    invocations=a_list(
        an_object(
            ("executionSuccessful",),
            executionSuccessful={"type": "boolean"},
            toolExecutionNotifications=a_list(
                an_object(("message",), level=LEVEL, message=MESSAGE)
            ),
        )
    ),
)
LOG = an_object(
    ("version", "runs"), **{"$schema": TEXT}, version={"enum": ["2.1.0"]}, runs=a_list(RUN)
)
