"""Stage `release`: all of it -> `release/`; the tables as they may be given away, with Data Package, Croissant, digests and ledger.

The running text of a page is not ours to give away: the public form of the tables holds offsets, hashes and
the short spans that receipts need.
"""
