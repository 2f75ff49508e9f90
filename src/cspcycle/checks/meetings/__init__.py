"""What can be wrong in the record of meetings: dates, quorum, papers."""
