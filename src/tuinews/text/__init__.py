"""Pure functions from text to facts: washing, HTML to text and marks, quotations, people, speakers."""
