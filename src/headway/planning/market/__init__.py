"""Question two of planning: which steps make postings reachable soonest."""
