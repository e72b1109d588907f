-- Building an index on a large table may take longer than a request's statement may.
set local statement_timeout = 0;
