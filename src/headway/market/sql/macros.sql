-- Whether a posting passes a wish; NULL where the posting does not say. A wish of NULL is no wish.
CREATE MACRO is_role(role, job, wish) AS wish IS NULL OR role = wish OR job IS NOT DISTINCT FROM wish;
CREATE MACRO is_said(value, wish) AS
CASE WHEN wish IS NULL THEN true WHEN value IS NULL OR value = 'unstated' THEN NULL ELSE value = wish END;
CREATE MACRO is_dated(day, since, before) AS
CASE
    WHEN since IS NULL AND before IS NULL THEN true
    WHEN day IS NULL THEN NULL
    ELSE (since IS NULL OR day >= since) AND (before IS NULL OR day < before)
END;
-- The cluster of a posting: its company (a number), or where `groups` says so one of that many groups of companies.
CREATE MACRO cluster_of(firm, groups) AS CASE WHEN groups IS NULL THEN firm ELSE firm % groups END;
-- The same for a wish that one of several values passes.
CREATE MACRO is_there(listed, wish) AS
CASE WHEN wish IS NULL THEN true WHEN listed IS NULL OR len(listed) = 0 THEN NULL ELSE list_contains(listed, wish) END;
-- Copies in the country wished for; all of them where none is, or where their countries are not known.
CREATE MACRO copies_there(copies, parts, wish) AS
CASE
    WHEN wish IS NULL OR parts IS NULL THEN copies
    ELSE list_sum([CASE WHEN part.country = wish THEN part.copies ELSE 0 END for part in parts])
END;
-- Whether a need is one of those counted: `named` in any way, `asked` (required or preferred), or `required`.
CREATE MACRO is_way(need, way) AS way = 'named' OR need = 'required' OR (way = 'asked' AND need = 'preferred');
-- When a posting was first put up in the country wished for; of all its copies where none is, or where it is not known.
CREATE MACRO posted_there(posted, parts, wish) AS
CASE
    WHEN wish IS NULL OR parts IS NULL THEN posted
    ELSE list_min([CASE WHEN part.country = wish THEN part.first_posted END for part in parts])
END;
