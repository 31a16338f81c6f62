"""The JSON Schema of the case file, for editors: completion, and a line under what is wrong.

It is published in the documentation; ``python -m netdeps.formats.schema`` prints it.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from netdeps.model import Network

_TITLE = "A netdeps case"


def case_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a case file, schema version 1.

    Examples
    --------
    >>> schema = case_schema()
    >>> schema["required"], schema["properties"]["dependencies"]["type"]
    (['netdeps'], 'array')
    """
    schema = Network.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": _TITLE,
        "required": ["netdeps"],
    }


def schema_text() -> str:
    """Give the schema as the text that is published."""
    return json.dumps(case_schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
