"""Lists of people that an agency has already: brought as a file or pasted, looked at, taken in, taken back."""
