"""What can be wrong in a timetable: as it is written, and in the dates that are worked out from it."""
