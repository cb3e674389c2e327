"""What an agency has set up so far, asked of the station above all."""

from bot.stations.first_step_rules import Begun
from bot.store.asking import sql
from bot.store.transaction import Tx


@sql("""
SELECT s.id AS root_id, s.name AS root_name,
  CASE WHEN EXISTS (SELECT 1 FROM station_setting t WHERE t.station_id = s.id AND t.key = 'agency') THEN 1 ELSE 0 END
    AS named,
  CASE WHEN EXISTS (
      SELECT 1 FROM audit a WHERE a.subject = 'station:' || cast(s.id AS text) AND a.act = 'station_preset')
    OR EXISTS (SELECT 1 FROM activity) THEN 1 ELSE 0 END AS preset,
  CASE WHEN EXISTS (SELECT 1 FROM station_setting t WHERE t.station_id = s.id
    AND t.key IN ('agency_phone', 'privacy_contact')) THEN 1 ELSE 0 END AS contact,
  CASE WHEN EXISTS (SELECT 1 FROM team) THEN 1 ELSE 0 END AS team,
  CASE WHEN EXISTS (SELECT 1 FROM membership) OR EXISTS (SELECT 1 FROM invitation i WHERE i.created_by IS NOT NULL)
    THEN 1 ELSE 0 END AS invitation,
  CASE WHEN EXISTS (SELECT 1 FROM activity) THEN 1 ELSE 0 END AS activity
FROM station s WHERE s.parent_id IS NULL
""")
async def begun(tx: Tx) -> Begun | None:
    """Nothing before the first start. Who uses a preset for an activity has settled on it."""
