-- name: revenue_by_country
SELECT c.country, COALESCE(SUM(l.quantity * l.price), 0) AS revenue
FROM customers c
LEFT JOIN orders o ON o.customer_id = c.id
LEFT JOIN lines l ON l.order_id = o.id
GROUP BY c.country
ORDER BY c.country;

-- name: never_ordered
SELECT name FROM customers WHERE id IN (
  SELECT id FROM customers EXCEPT SELECT customer_id FROM orders) ORDER BY name;

-- name: unpaid
SELECT order_id, SUM(cents) AS missing FROM (
  SELECT order_id, quantity * price AS cents FROM lines UNION ALL SELECT order_id, -amount FROM payments
) GROUP BY order_id HAVING missing > 0 ORDER BY order_id;

-- name: running_total
WITH months AS (
  SELECT substr(o.day, 1, 7) AS month, SUM(l.quantity * l.price) AS revenue
  FROM orders o JOIN lines l ON l.order_id = o.id GROUP BY month
)
SELECT month, revenue, SUM(revenue) OVER (ORDER BY month) FROM months ORDER BY month;

-- name: active_customers
SELECT strftime('%Y-%m', day) AS month, COUNT(DISTINCT customer_id) FROM orders
GROUP BY month ORDER BY month;

-- name: best_product
WITH sold AS (
  SELECT c.country, l.product, SUM(l.quantity * l.price) AS revenue
  FROM customers c JOIN orders o ON o.customer_id = c.id JOIN lines l ON l.order_id = o.id
  GROUP BY c.country, l.product
), numbered AS (
  SELECT country, product, ROW_NUMBER() OVER (PARTITION BY country ORDER BY revenue DESC, product) AS place FROM sold
)
SELECT country, product FROM numbered WHERE place = 1 ORDER BY country;
