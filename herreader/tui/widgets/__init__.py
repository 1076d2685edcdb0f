"""What draws itself on a screen: one widget a pane, drawn line by line."""
