"""Who is named on the papers of a session."""

from bot.leading.handouts.rules import Coming
from bot.store.asking import sql
from bot.store.transaction import Tx


@sql("""
SELECT p.name, p.age_band, coalesce(p.volunteer_number, '') AS volunteer_number, coalesce(
  (SELECT t.name FROM group_place g JOIN team t ON t.id = g.team_id WHERE g.id = u.group_place_id),
  (SELECT t.name FROM membership m JOIN team t ON t.id = m.team_id
    WHERE m.person_id = p.id AND m.team_id = a.team_id AND m.left_at IS NULL),
  (SELECT t.name FROM team t WHERE t.id = p.home_team_id),
  (SELECT min(t.name) FROM membership m JOIN team t ON t.id = m.team_id
    WHERE m.person_id = p.id AND m.left_at IS NULL), '') AS team
FROM sign_up u
JOIN person p ON p.id = u.person_id
JOIN shift h ON h.id = u.shift_id
JOIN activity a ON a.id = h.activity_id
WHERE u.shift_id = :shift_id AND u.state = 'confirmed'
ORDER BY u.behind, u.line_at, u.id
""")
async def people_coming(tx: Tx, *, shift_id: int) -> list[Coming]:
    """Everybody with a place, as they signed up; the team that they come with is the group's, the activity's, or
    their own.
    """
