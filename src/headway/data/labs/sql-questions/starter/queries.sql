-- Write each query below its name.

-- name: revenue_by_country

-- name: never_ordered

-- name: unpaid

-- name: running_total

-- name: active_customers

-- name: best_product
