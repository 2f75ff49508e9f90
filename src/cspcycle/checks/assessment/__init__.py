"""What can be wrong in the strategic assessment: its dates, its findings, its versions."""
