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
WITH due AS (SELECT order_id, SUM(quantity * price) AS amount FROM lines GROUP BY order_id),
paid AS (SELECT order_id, SUM(amount) AS amount FROM payments GROUP BY order_id)
SELECT due.order_id, due.amount - COALESCE(paid.amount, 0) AS missing
FROM due LEFT JOIN paid ON paid.order_id = due.order_id
WHERE missing > 0
ORDER BY due.order_id;

-- name: running_total
WITH months AS (
  SELECT substr(o.day, 1, 7) AS month, SUM(l.quantity * l.price) AS revenue
  FROM orders o JOIN lines l ON l.order_id = o.id GROUP BY month
)
SELECT month, revenue, SUM(revenue) OVER (ORDER BY month) FROM months ORDER BY month DESC;

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
