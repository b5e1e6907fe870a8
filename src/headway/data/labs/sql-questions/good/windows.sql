-- name: revenue_by_country
WITH amount AS (SELECT order_id, SUM(quantity * price) AS cents FROM lines GROUP BY order_id)
SELECT DISTINCT country, TOTAL(cents) OVER (PARTITION BY country)
FROM customers LEFT JOIN orders ON customer_id = customers.id LEFT JOIN amount ON order_id = orders.id
ORDER BY country;

-- name: never_ordered
SELECT c.name FROM customers c LEFT JOIN orders o ON o.customer_id = c.id
WHERE o.id IS NULL ORDER BY c.name;

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
SELECT month, revenue, SUM(revenue) OVER (ORDER BY month) FROM months ORDER BY month;

-- name: active_customers
SELECT substr(day, 1, 7) AS month, COUNT(DISTINCT customer_id) FROM orders
WHERE customer_id IS NOT NULL GROUP BY month ORDER BY month;

-- name: best_product
SELECT DISTINCT country, FIRST_VALUE(product) OVER (
  PARTITION BY country ORDER BY SUM(quantity * price) DESC, product)
FROM customers c JOIN orders o ON o.customer_id = c.id JOIN lines l ON l.order_id = o.id
GROUP BY country, product ORDER BY country;
