"""Stage `gate`: the finished tables -> `release/validation.json`; nothing passes that breaks a contract.

Two independent judges: our own contracts (Pandera models, keys, receipts, tilings, the count of the pages),
and Great Expectations over the files as a user would read them.
"""
