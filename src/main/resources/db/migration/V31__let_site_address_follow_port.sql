-- The address that every database was given says nothing of the port that the server listens on. An
-- empty one stands for the server's own, until somebody sets it.
update site_settings set url = '' where url = 'http://localhost:8080';
