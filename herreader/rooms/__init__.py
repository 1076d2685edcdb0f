"""A room's folder to a room, and what is wrong with it.

Its modules are imported by name: a launch that parses nothing needs `loading` alone.
"""
