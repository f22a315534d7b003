"""Stage `entities`: parses, reference -> mentions, entities, places, time expressions, quotes; who, where, when, and who said it."""
