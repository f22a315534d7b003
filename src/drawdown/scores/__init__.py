"""Stage `scores`: tables and gold -> `release/scores.json`; how right the tables are, with intervals, against an annotation."""
