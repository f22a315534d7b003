"""Readers of public test sets, which users obtain themselves: file in, typed rows out."""
