"""Public test sets, which users obtain themselves.

One module a set: ``read(path)`` gives typed records, ``figures(records)`` what the code scores on them. :mod:`drawdown.sets.catalogue` lists the sets.
"""
