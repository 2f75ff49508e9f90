"""What can be wrong in who the partnership is: its area, its groups, its ids."""
