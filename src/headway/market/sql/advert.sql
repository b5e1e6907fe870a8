-- One advert by its id, whether it counts as a posting or is a copy of another.
SELECT id, title, company, url, text, invented FROM advert WHERE id = $id;
