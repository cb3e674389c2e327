-- name: add_statement
-- A person is asked about a record.
INSERT INTO statement (record_id, person_id, state, asked_at, stands_at, question_until, question)
VALUES (:record_id, :person_id, 'asked', :now, :stands_at, :question_until, '')

-- name: statement_of_record
-- The statement about a record.
SELECT * FROM statement WHERE record_id = :record_id

-- name: answer_statement
-- From one state to the next; 0 rows where it has left that state meanwhile.
UPDATE statement SET state = :wanted, answered_at = :now, question = :question
WHERE record_id = :record_id AND state = :state

-- name: let_statements_stand
-- Nobody answered in time.
UPDATE statement SET state = 'stood' WHERE record_id IN (
    SELECT record_id FROM statement WHERE state = 'asked' AND stands_at <= :now
    ORDER BY stands_at, record_id LIMIT cast(:limit AS bigint))

-- name: who_marked
-- Who took the roll of the shift of a record.
SELECT p.name FROM service_record r JOIN roll_call c ON c.shift_id = r.shift_id JOIN person p ON p.id = c.taken_by
WHERE r.id = :record_id
