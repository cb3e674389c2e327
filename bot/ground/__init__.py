"""What everything stands on: values, times, text, what people type, refusals, who looks."""
