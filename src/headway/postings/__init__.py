"""Job postings understood: text in, role, seniority, requirements, years, degree, pay and place out."""
