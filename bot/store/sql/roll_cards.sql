-- name: show_roll_card
-- The card stands in this message now.
INSERT INTO roll_card (shift_id, person_id, message_id, page, shown)
VALUES (:shift_id, :person_id, :message_id, :page, 1)
ON CONFLICT (shift_id, person_id) DO UPDATE SET
    message_id = excluded.message_id, page = excluded.page, shown = excluded.shown

-- name: cover_roll_card
-- The message shows something else of the same roll-call.
INSERT INTO roll_card (shift_id, person_id, message_id, page, shown)
VALUES (:shift_id, :person_id, :message_id, 0, 0)
ON CONFLICT (shift_id, person_id) DO UPDATE SET
    message_id = excluded.message_id, page = excluded.page, shown = excluded.shown

-- name: roll_cards_shown
-- Where the card stands: as pressed last, or as it came by itself or was asked for and was not pressed yet.
SELECT person_id, message_id, page FROM roll_card WHERE shift_id = :shift_id AND shown = 1
UNION
SELECT o.person_id, max(o.message_id) AS message_id, 0 AS page FROM outbox o
WHERE o.subject = :subject AND o.kind IN ('roll_call_card', 'roll_call_handed', 'call:sendMessage') AND o.state = 'sent'
    AND o.message_id IS NOT NULL AND o.person_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM roll_card c
        WHERE c.shift_id = :shift_id AND c.person_id = o.person_id AND c.message_id >= o.message_id)
GROUP BY o.person_id
ORDER BY 1, 2
