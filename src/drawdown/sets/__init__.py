"""Public test sets, which users obtain themselves: readers (file in, typed rows out), and figures of the coder on them."""
