"""Files turned into text blocks with positions, and what was noticed about them."""
