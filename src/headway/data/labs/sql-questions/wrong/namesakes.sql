-- name: revenue_by_country
SELECT c.country, COALESCE(SUM(l.quantity * l.price), 0)
FROM customers c LEFT JOIN orders o ON o.customer_id = c.id LEFT JOIN lines l ON l.order_id = o.id
GROUP BY c.country ORDER BY c.country;

-- name: never_ordered
SELECT DISTINCT name FROM customers c WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id) ORDER BY name;

-- name: unpaid
SELECT id, due - paid FROM (
  SELECT o.id,
    (SELECT COALESCE(SUM(quantity * price), 0) FROM lines WHERE order_id = o.id) AS due,
    (SELECT COALESCE(SUM(amount), 0) FROM payments WHERE order_id = o.id) AS paid
  FROM orders o)
WHERE paid < due ORDER BY id;

-- name: running_total
WITH m AS (SELECT substr(day, 1, 7) AS month, SUM(quantity * price) AS r FROM orders o JOIN lines l ON l.order_id = o.id GROUP BY 1)
SELECT a.month, a.r, (SELECT SUM(b.r) FROM m b WHERE b.month <= a.month) FROM m a ORDER BY 1;

-- name: active_customers
SELECT strftime('%Y-%m', day), COUNT(DISTINCT customer_id) FROM orders WHERE customer_id IS NOT NULL GROUP BY 1 ORDER BY 1;

-- name: best_product
WITH r AS (SELECT country, product, SUM(quantity * price) AS rev FROM customers c JOIN orders o ON o.customer_id = c.id
           JOIN lines l ON l.order_id = o.id GROUP BY country, product)
SELECT country, MIN(product) FROM r WHERE rev = (SELECT MAX(rev) FROM r s WHERE s.country = r.country) AND rev > 0
GROUP BY country ORDER BY country
