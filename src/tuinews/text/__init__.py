"""Pure functions from text to facts: washing, HTML to text and marks, folding, hits, and who said what.

Importing this loads none of them: washing a line or finding a hit does not need the analysis
(`tuinews.text.analysis`), and nor does asking which version of it there is.
"""

ANALYSIS_VERSION = 10
"""Raised whenever `analyse` would answer better than before; what an older one found is analysed again."""
