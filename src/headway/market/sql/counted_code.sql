-- Every way in which a skill is asked for, with a number; in the order of the skills.
CREATE TEMP TABLE counted_code AS
SELECT (row_number() OVER (ORDER BY skill, need, choice) - 1)::INTEGER AS code, skill, need, choice
FROM (
    SELECT DISTINCT asked.skill AS skill, asked.need AS need, coalesce(asked.choice, false) AS choice
    FROM (SELECT unnest(skills) AS asked FROM posting)
);
