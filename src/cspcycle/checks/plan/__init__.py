"""What can be wrong in the partnership plan: its period, its approvals, its versions."""
