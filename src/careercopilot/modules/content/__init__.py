"""Content: documents, resumes and what is written for an application.

Owns documents, resumes and their versions, and generations with the evidence behind each sentence.
"""
