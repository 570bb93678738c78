"""The schema, one numbered SQL file a step; `PRAGMA user_version` is the number of the last step taken."""
