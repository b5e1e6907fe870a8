"""The use cases as tools for assistants, over the Model Context Protocol: a door like the terminal and the pages."""
