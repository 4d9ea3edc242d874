"""One SQLite file a case: schema, migrations, rows, the append-only journal. Knows values alone."""
