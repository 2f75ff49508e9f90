"""What can be wrong in the priorities: their leads, evidence, actions and measures."""
