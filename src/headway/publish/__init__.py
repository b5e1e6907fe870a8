"""What leaves the program as a file: the HTML report, its drawings, the calendar."""
