-- name: revenue_by_country
select country, (
  select ifnull(sum(quantity * price), 0) from lines where order_id in (
    select id from orders where customer_id in (select id from customers x where x.country = y.country))
) from (select distinct country from customers) y order by country

-- name: never_ordered
select name from customers where id not in (
  select customer_id from orders where customer_id is not null) order by name

-- name: unpaid
select id, due - paid from (
  select o.id, (select sum(quantity * price) from lines where order_id = o.id) due,
    (select ifnull(sum(amount), 0) from payments where order_id = o.id) paid from orders o
) where paid < due order by id

-- name: running_total
select m, r, (select sum(quantity * price) from lines join orders on id = order_id where substr(day, 1, 7) <= m)
from (select substr(day, 1, 7) m, sum(quantity * price) r from orders join lines on order_id = id group by 1) order by m

-- name: active_customers
select m, count(*) from (
  select distinct substr(day, 1, 7) m, customer_id c from orders where c is not null) group by m order by m

-- name: best_product
select country, min(product) from (
  select country, product, sum(quantity * price) r from customers c, orders o, lines l
  where c.id = o.customer_id and o.id = l.order_id group by country, product) a
where r = (select max(r) from (
  select sum(quantity * price) r from customers c, orders o, lines l
  where c.id = o.customer_id and o.id = l.order_id and c.country = a.country group by product))
group by country order by country
