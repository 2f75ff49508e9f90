"""What can be wrong in the timetable as it is written, before any date is worked out."""
