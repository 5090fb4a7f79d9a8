/// The JSON Schema (2020-12) of the machine-readable articles. Keys are only ever added.
package enum PolicySchema {
  package static let json = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "A published policy",
      "type": "object",
      "required": ["id", "title", "summary", "theme", "appliesTo", "version", "isUpcoming", "rules", "actions", "changes"],
      "properties": {
        "$schema": {"type": "string"},
        "url": {"type": "string", "format": "uri"},
        "id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        "title": {"type": "string"},
        "summary": {"type": "string", "description": "The rule in one sentence."},
        "theme": {"enum": ["safety", "security", "integrity", "quality", "platform-misuse"]},
        "appliesTo": {"type": "array", "items": {"type": "string"}},
        "version": {"type": "integer", "minimum": 1},
        "announced": {"$ref": "#/$defs/date"},
        "effective": {"$ref": "#/$defs/date", "description": "The day from which it binds."},
        "isUpcoming": {"type": "boolean", "description": "Whether that day lay ahead when this was written."},
        "reason": {"type": "string"},
        "scope": {"type": "string"},
        "definitions": {"type": "array", "items": {"type": "object", "required": ["term", "meaning"], "properties": {"term": {"type": "string"}, "meaning": {"type": "string"}}}},
        "allowed": {"type": "string", "description": "One item a line."},
        "rules": {"type": "array", "items": {"type": "object", "required": ["id", "text"], "properties": {"id": {"type": "string", "pattern": "^[A-Z][A-Z0-9]*-[0-9]+$"}, "text": {"type": "string"}, "details": {"type": "string"}}}},
        "exceptions": {"type": "string"},
        "consequences": {"type": "string"},
        "actions": {"type": "array", "items": {"enum": ["notification", "warning", "restriction", "timed-restriction", "block"]}, "description": "What can happen, mildest first."},
        "examples": {"type": "array", "items": {"type": "object", "required": ["example", "verdict", "reason"], "properties": {"example": {"type": "string"}, "verdict": {"enum": ["allowed", "not allowed"]}, "rule": {"type": "string"}, "reason": {"type": "string"}}}},
        "questions": {"type": "array", "items": {"type": "object", "required": ["question", "answer"], "properties": {"question": {"type": "string"}, "answer": {"type": "string"}}}},
        "contest": {"type": "string"},
        "report": {"type": "string"},
        "synonyms": {"type": "array", "items": {"type": "string"}},
        "related": {"type": "array", "items": {"type": "string"}},
        "changes": {"type": "array", "items": {"type": "object", "required": ["version", "changeClass", "summary"], "properties": {"version": {"type": "integer"}, "changeClass": {"enum": ["editorial", "minor", "significant"]}, "summary": {"type": "string"}, "effective": {"$ref": "#/$defs/date"}}}},
        "versions": {"type": "array", "description": "Every released version, oldest first.", "items": {"type": "object", "required": ["number", "from", "path"], "properties": {"number": {"type": "integer", "minimum": 1}, "from": {"$ref": "#/$defs/date", "description": "The day from which it binds."}, "until": {"$ref": "#/$defs/date", "description": "The first day on which it no longer does."}, "corrected": {"$ref": "#/$defs/date", "description": "The last day on which its words were corrected."}, "correction": {"type": "string"}, "path": {"type": "string", "description": "Its permanent address, from the root of the site."}}}},
        "retired": {"type": "object", "description": "Only where the policy has ended.", "required": ["on", "reason"], "properties": {"on": {"$ref": "#/$defs/date", "description": "The first day on which it no longer binds."}, "reason": {"type": "string"}, "replacedBy": {"type": "string", "description": "The id of the policy that took its place."}}}
      },
      "$defs": {"date": {"type": "string", "format": "date"}}
    }

    """
}
