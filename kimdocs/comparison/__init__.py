"""Proposed against adopted: what became of a submission's text, its amounts and its posts.

Works on two records alone (model and lexicon); it never reads a document.
"""
