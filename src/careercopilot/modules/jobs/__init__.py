"""Jobs: the shared catalogue of openings and where they were seen.

Owns boards and sources, source runs, postings, jobs, search, and what a person marks on a job (saved, hidden).
"""
