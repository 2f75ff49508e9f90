"""What happens, in what order: one function a command."""
