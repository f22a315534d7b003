"""Stage ``event_mentions``: parses, mentions, reference -> event mentions, participants, contexts; who is said to do what to whom, and how sure."""
