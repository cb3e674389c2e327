"""Hours of people without Telegram, as those who act for them read these."""
