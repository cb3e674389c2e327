-- name: audience_people
-- Who is told of an activity, with what each was told today; staff on duty are not recruited, nor is its lead.
SELECT p.id,
    CASE WHEN p.telegram_id IS NULL OR p.unreachable_at IS NOT NULL THEN 0 ELSE 1 END AS reachable,
    CASE WHEN p.telegram_id IS NOT NULL AND p.unreachable_at IS NOT NULL THEN 1 ELSE 0 END AS blocked,
    CASE WHEN EXISTS (SELECT 1 FROM notice_off n WHERE n.person_id = p.id AND n.notice = 'recruiting')
        THEN 1 ELSE 0 END AS silenced,
    (SELECT cast(count(*) AS bigint) FROM outbox o
        WHERE o.person_id = p.id AND o.kind IN ('recruiting', 'recruiting_more')
          AND o.due_at >= :day_start AND o.due_at < :day_end AND o.state NOT IN ('dropped', 'expired', 'dead')) AS today,
    CASE WHEN EXISTS (SELECT 1 FROM outbox o WHERE o.person_id = p.id AND o.kind = 'recruiting_more'
        AND o.state = 'pending') THEN 1 ELSE 0 END AS gathering
FROM person p
WHERE p.state IN ('active', 'managed') AND p.id <> :lead_id
  AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.withdrawn_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM sign_up u JOIN shift h ON h.id = u.shift_id
    WHERE u.person_id = p.id AND h.activity_id = :activity_id AND u.state <> 'withdrawn')
  AND (cast(:audience AS text) = 'everyone' OR EXISTS (SELECT 1 FROM membership m JOIN team t ON t.id = m.team_id
    JOIN station b ON b.id = t.station_id WHERE m.person_id = p.id AND m.left_at IS NULL
      AND ((cast(:audience AS text) = 'team' AND t.id = cast(:team_id AS bigint))
        OR (cast(:audience AS text) = 'station' AND b.path LIKE cast(:path AS text) || '%'))))
ORDER BY p.id

-- name: gathered_offers
-- Coming shifts that were announced since a moment and are open to a person who has signed up for none of them.
SELECT h.id AS shift_id, a.id AS activity_id, a.title, a.kind, h.starts_at, h.ends_at, s.zone, h.capacity, h.taken,
    a.state, u.state AS mine, 0 AS own
FROM shift h
JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
LEFT JOIN sign_up u ON u.shift_id = h.id AND u.person_id = :person_id AND u.state <> 'withdrawn'
WHERE a.state = 'published' AND h.starts_at > :now AND (h.deadline_at IS NULL OR h.deadline_at > :now) AND a.lead_id <> :person_id
  AND EXISTS (SELECT 1 FROM broadcast b WHERE b.audience = 'offer:' || cast(a.id AS text)
    AND b.confirmed_at >= :since AND b.state <> 'stopped')
  AND NOT EXISTS (SELECT 1 FROM sign_up o JOIN shift k ON k.id = o.shift_id
    WHERE k.activity_id = a.id AND o.person_id = :person_id AND o.state <> 'withdrawn')
  AND (a.audience = 'everyone' OR EXISTS (SELECT 1 FROM membership m JOIN team t ON t.id = m.team_id
    JOIN station b ON b.id = t.station_id WHERE m.person_id = :person_id AND m.left_at IS NULL
      AND ((a.audience = 'team' AND t.id = a.team_id) OR (a.audience = 'station' AND b.path LIKE s.path || '%'))))
ORDER BY h.starts_at, h.id LIMIT 20
