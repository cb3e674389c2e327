"""Where a play keeps its books: in a file, without a thread, or on a PostgreSQL server that has bad days of its own."""
