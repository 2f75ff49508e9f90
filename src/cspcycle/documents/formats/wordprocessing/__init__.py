"""The parts of a Word document: its styles, its body, its numbered lists. Imported only when Word is asked for."""
