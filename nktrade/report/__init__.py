"""The report: what the road found, in the forms that people and programs read.

In: a ``Report`` of documents with their readings, relations, witnesses and references. Out: text
for a terminal, JSON, CSV, one self-contained HTML file, SARIF, and tidy pandas frames. Nothing is
decided here: a form only shows what checking and diagnosis said. Every word of a document is
treated as hostile: escaped in HTML, defused in CSV, made visible where it would steer a terminal.
"""
