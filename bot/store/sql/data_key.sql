-- name: data_key_proof
-- The sealed word, once a data key was used.
SELECT proof FROM data_key WHERE id = 1

-- name: add_data_key_proof
-- The key of this start is the key of these books.
INSERT INTO data_key (id, proof) VALUES (1, :proof)
