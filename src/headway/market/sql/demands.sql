-- What the planner and the ranking need of every posting, in a stable order.
SELECT id, groups, min_years, degree, degree_equivalent FROM posting ORDER BY id;
