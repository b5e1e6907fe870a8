"""How far a belief covers what a role asks for, with the reason for each point."""
