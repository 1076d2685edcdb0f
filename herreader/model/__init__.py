"""The words of herreader as values: rooms, scenes, reviews, blocks, places, links, marks.

They are named tuples, since a launch waits for the classes and makes thousands of the values; both
take a dataclass several times as long. A place is one all the same, for how places are compared.
"""
