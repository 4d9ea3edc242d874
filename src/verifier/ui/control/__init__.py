"""Controllers: what the actions call. Each does one kind of thing to the open case or to what is in sight."""
