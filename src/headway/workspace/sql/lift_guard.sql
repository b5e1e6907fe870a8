-- Inside the transaction of `forget`, and nowhere else.
DROP TRIGGER entry_never_goes;
