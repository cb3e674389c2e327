"""What a period is called."""

import pytest

from bot.ground.months import Period, financial_year_period, month_period, quarter_period, year_period
from bot.speech.words import Words
from handlers.reports.periods import period_name


@pytest.mark.parametrize(
    ("period", "name"),
    [
        pytest.param(financial_year_period(2026, 4), "2026/27 財政年度", id="from April"),
        pytest.param(financial_year_period(2026, 1), "2026年", id="from January it is the calendar year"),
        pytest.param(year_period(2026), "2026年", id="calendar year"),
        pytest.param(month_period("2026-11"), "2026年11月", id="month"),
        pytest.param(quarter_period(2026, 3), "2026年第3季", id="quarter"),
    ],
)
def test_period_is_named_by_what_it_is(period: Period, name: str) -> None:
    assert period_name(Words("zh_Hant", "Asia/Hong_Kong"), period) == name
