"""Chroma: the store of vectors, always over HTTP, since two processes on one of its directories harm each other."""
