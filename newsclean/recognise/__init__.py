"""What a line states: dates, names, datelines, agencies, tags. Pure functions from text to a value or None."""
