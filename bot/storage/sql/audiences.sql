-- name: audience_people
-- Who is told of an activity, with what each was told today; staff on duty are not recruited, nor is its lead.
SELECT p.id,
    CASE WHEN p.telegram_id IS NULL OR p.unreachable_at IS NOT NULL THEN 0 ELSE 1 END AS reachable,
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
