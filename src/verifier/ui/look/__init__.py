"""How things look: theme, style sheets, faces, icons, and small widgets that are nothing but looks."""
