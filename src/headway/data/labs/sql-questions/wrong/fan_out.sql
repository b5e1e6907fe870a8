-- name: revenue_by_country
SELECT c.country, COALESCE(SUM(l.quantity * l.price), 0) AS revenue
FROM customers c
LEFT JOIN orders o ON o.customer_id = c.id
LEFT JOIN lines l ON l.order_id = o.id
GROUP BY c.country
ORDER BY c.country;

-- name: never_ordered
SELECT name FROM customers c
WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id)
ORDER BY name;

-- name: unpaid
SELECT o.id, SUM(l.quantity * l.price) - COALESCE(SUM(p.amount), 0) AS missing
FROM orders o JOIN lines l ON l.order_id = o.id LEFT JOIN payments p ON p.order_id = o.id
GROUP BY o.id HAVING missing > 0 ORDER BY o.id;

-- name: running_total
WITH months AS (
  SELECT substr(o.day, 1, 7) AS month, SUM(l.quantity * l.price) AS revenue
  FROM orders o JOIN lines l ON l.order_id = o.id GROUP BY month
)
SELECT month, revenue, SUM(revenue) OVER (ORDER BY month) FROM months ORDER BY month;

-- name: active_customers
SELECT substr(day, 1, 7) AS month, COUNT(DISTINCT customer_id) FROM orders
WHERE customer_id IS NOT NULL GROUP BY month ORDER BY month;

-- name: best_product
WITH sold AS (
  SELECT c.country, l.product, SUM(l.quantity * l.price) AS revenue
  FROM customers c JOIN orders o ON o.customer_id = c.id JOIN lines l ON l.order_id = o.id
  GROUP BY c.country, l.product
), numbered AS (
  SELECT country, product, ROW_NUMBER() OVER (PARTITION BY country ORDER BY revenue DESC, product) AS place FROM sold
)
SELECT country, product FROM numbered WHERE place = 1 ORDER BY country;
